package dev.aiendpoint.jmeter;

import dev.aiendpoint.cache.CacheReport;

/** Where an {@link AiCacheTracker} shows its figures while the test runs. */
public interface CacheDisplay extends LiveDisplay {

  /**
   * The figures up to now.
   *
   * @param currency of costs, empty when it is unknown
   */
  void show(CacheReport report, String currency);
}
