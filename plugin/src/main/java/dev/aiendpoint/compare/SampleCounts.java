package dev.aiendpoint.compare;

import dev.aiendpoint.exchange.CacheStatus;
import dev.aiendpoint.exchange.Outcome;
import dev.aiendpoint.sample.Sample;

/** What the samples of one series that started in one block of time were like. */
final class SampleCounts {

  /** Durations of served requests that no cache answered, of those that one did, and to tokens. */
  final LatencyCounts elapsed = new LatencyCounts();

  final LatencyCounts cached = new LatencyCounts();
  final LatencyCounts ttft = new LatencyCounts();

  long samples;
  long errors;
  long successes;
  long hits;
  long misses;

  void add(Sample sample) {
    samples++;
    errors += sample.outcome().isError() ? 1 : 0;
    hits += sample.cache() == CacheStatus.HIT ? 1 : 0;
    misses += sample.cache() == CacheStatus.MISS ? 1 : 0;
    if (!sample.outcome().isSuccess()) {
      return;
    }
    successes++;
    boolean fromCache = sample.outcome() == Outcome.CACHED || sample.cache() == CacheStatus.HIT;
    (fromCache ? cached : elapsed).add(sample.elapsedMillis());
    if (!fromCache) {
      sample.ttftMillis().ifPresent(millis -> ttft.add(Math.round(millis)));
    }
  }
}
