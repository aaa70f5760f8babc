package dev.aiendpoint.stats;

import dev.aiendpoint.exchange.Outcome;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * What samples that ended in one interval come to. Immutable.
 *
 * @param outcomes how many by outcome; only outcomes that occurred
 * @param hits answers from a cache
 * @param misses answers that were looked up and not found
 * @param latency elapsed of the successful ones
 */
public record TimeFigures(
    Map<Outcome, Long> outcomes, long hits, long misses, LatencyBuckets latency) {

  public static final TimeFigures NONE = new TimeFigures(Map.of(), 0, 0, LatencyBuckets.NONE);

  public TimeFigures {
    Map<Outcome, Long> sorted = new EnumMap<>(Outcome.class);
    sorted.putAll(outcomes);
    outcomes = Collections.unmodifiableMap(sorted);
  }

  public long samples() {
    return outcomes.values().stream().mapToLong(Long::longValue).sum();
  }

  /** Samples whose outcome is an error. */
  public long errors() {
    return outcomes.entrySet().stream()
        .filter(entry -> entry.getKey().isError())
        .mapToLong(Map.Entry::getValue)
        .sum();
  }

  public TimeFigures plus(TimeFigures other) {
    Map<Outcome, Long> sum = new EnumMap<>(Outcome.class);
    sum.putAll(outcomes);
    other.outcomes.forEach((outcome, count) -> sum.merge(outcome, count, Long::sum));
    return new TimeFigures(
        sum, hits + other.hits, misses + other.misses, latency.plus(other.latency));
  }
}
