package dev.aiendpoint.jmeter;

/** A run was refused before its first request. */
public final class RunRefusedException extends RuntimeException {

  RunRefusedException(String reason) {
    super(reason);
  }
}
