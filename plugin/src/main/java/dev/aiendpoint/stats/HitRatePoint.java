package dev.aiendpoint.stats;

/**
 * Cache hits and misses among the answers that ended in one interval. Immutable.
 *
 * @param startMillis start of the interval, epoch milliseconds
 * @param lengthMillis its length
 * @param hits answers from a cache
 * @param misses answers that were looked up and not found; never 0 together with {@code hits}
 */
public record HitRatePoint(long startMillis, long lengthMillis, long hits, long misses) {

  /** Hits among hits and misses, 0 to 1. */
  public double hitRate() {
    return (double) hits / (hits + misses);
  }

  public long endMillis() {
    return startMillis + lengthMillis;
  }
}
