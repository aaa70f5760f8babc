package dev.aiendpoint.cache;

import dev.aiendpoint.exchange.CacheStatus;
import dev.aiendpoint.stats.RunSnapshot;
import dev.aiendpoint.stats.Scope;
import dev.aiendpoint.stats.Summary;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * What the answers of one selection said about a cache. Counts are of all samples, whatever their
 * outcome; latencies are of served ones.
 *
 * @param hitRate hits among hits and misses, 0 to 1; absent when nothing was looked up
 * @param unknown answers that say nothing about a cache
 * @param hit latency of hits
 * @param miss latency of misses
 */
public record CacheFigures(
    long hits,
    long misses,
    long bypasses,
    long unknown,
    OptionalDouble hitRate,
    CacheLatency hit,
    CacheLatency miss) {

  static CacheFigures of(RunSnapshot run, Scope scope) {
    Summary summary = run.select(scope);
    Map<CacheStatus, Long> caches = summary.caches();
    return new CacheFigures(
        caches.getOrDefault(CacheStatus.HIT, 0L),
        caches.getOrDefault(CacheStatus.MISS, 0L),
        caches.getOrDefault(CacheStatus.BYPASS, 0L),
        caches.getOrDefault(CacheStatus.UNKNOWN, 0L),
        summary.hitRate(),
        CacheLatency.of(run, scope, CacheStatus.HIT),
        CacheLatency.of(run, scope, CacheStatus.MISS));
  }

  /** True when at least one answer told about a cache. */
  public boolean isTold() {
    return hits + misses + bypasses > 0;
  }
}
