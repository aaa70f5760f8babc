package dev.aiendpoint.jmeter;

/**
 * Where a {@link LiveListener} shows what it sees while the test runs. Called from a thread of the
 * listener, at most a few times a second; never from the threads of samplers.
 */
public interface LiveDisplay {

  /**
   * A test has begun to send here what is seen of it.
   *
   * @param startAnew makes the listener forget what it has seen; may be called from any thread
   */
  void begin(Runnable startAnew);
}
