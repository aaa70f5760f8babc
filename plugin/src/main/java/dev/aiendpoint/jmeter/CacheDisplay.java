package dev.aiendpoint.jmeter;

import dev.aiendpoint.cache.CacheReport;

/**
 * Where an {@link AiCacheTracker} shows its figures while the test runs. Called from a thread of
 * the tracker, at most a few times a second; never from the threads of samplers.
 */
public interface CacheDisplay {

  /**
   * A test has begun to send its figures here.
   *
   * @param startAnew makes the tracker forget what it has counted; may be called from any thread
   */
  void begin(Runnable startAnew);

  /**
   * The figures up to now.
   *
   * @param currency of costs, empty when it is unknown
   */
  void show(CacheReport report, String currency);
}
