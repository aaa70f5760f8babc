package dev.aiendpoint.cache;

import dev.aiendpoint.exchange.CacheStatus;
import dev.aiendpoint.stats.Distribution;
import dev.aiendpoint.stats.RunSnapshot;
import dev.aiendpoint.stats.Scope;
import dev.aiendpoint.stats.TimingMetric;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * Elapsed of the served requests that have one cache status. Failed and degraded requests are not
 * in it, so {@code n} may be less than the number of hits or misses. All in milliseconds.
 *
 * @param n how many requests the figures stand on; without any they are absent
 */
public record CacheLatency(long n, OptionalDouble p50, OptionalDouble p95, OptionalDouble mean) {

  static CacheLatency of(RunSnapshot run, Scope scope, CacheStatus cache) {
    Distribution elapsed = run.select(scope.withCaches(Set.of(cache))).timing(TimingMetric.ELAPSED);
    return new CacheLatency(
        elapsed.count(), elapsed.percentile(50), elapsed.percentile(95), elapsed.mean());
  }
}
