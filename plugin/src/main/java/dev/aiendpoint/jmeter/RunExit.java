package dev.aiendpoint.jmeter;

/** Ends a run that cannot be judged. */
public final class RunExit {

  private RunExit() {}

  /**
   * Ends the run before its first request.
   *
   * @throws IllegalStateException always
   */
  public static void refuse(String reason) {
    throw new IllegalStateException(reason);
  }
}
