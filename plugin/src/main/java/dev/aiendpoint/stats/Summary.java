package dev.aiendpoint.stats;

import dev.aiendpoint.exchange.CacheStatus;
import dev.aiendpoint.exchange.Outcome;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** Figures of the samples that a {@link Scope} selects. Immutable. */
public interface Summary {

  /** All selected samples, whatever their outcome. */
  long samples();

  /** Samples by outcome; only outcomes that occurred. */
  Map<Outcome, Long> outcomes();

  /** Samples by cache status; only statuses that occurred. */
  Map<CacheStatus, Long> caches();

  /**
   * The distribution of a metric over the selected samples. Failed, refused and degraded requests
   * never mix with served ones: when the scope names no outcome, only successful samples count.
   * Where the scope names no cache status either, {@code TTFT, TPOT, ICL_MAX, ICL} leave out cache
   * hits.
   */
  Distribution timing(TimingMetric metric);

  /** Sum of output tokens over samples that report them. */
  OptionalLong tokensOut();

  /** Sum of input tokens over samples that report them. */
  OptionalLong tokensIn();

  /** Sum of costs over samples that report one. */
  OptionalDouble cost();

  /** How far figures by token can be trusted. */
  default TokenEvidence tokenEvidence() {
    return TokenEvidence.NONE;
  }

  /** Selected samples, of any outcome, that had an objective to meet. */
  default long goodputAttempts() {
    return 0;
  }

  /** Those of them that met it. */
  default long goodputMet() {
    return 0;
  }

  /** How many samples report input tokens. */
  default long samplesWithTokensIn() {
    return tokensIn().isPresent() ? samples() : 0;
  }

  /** How many samples report output tokens. */
  default long samplesWithTokensOut() {
    return tokensOut().isPresent() ? samples() : 0;
  }

  /** How many samples report a cost. */
  default long samplesWithCost() {
    return cost().isPresent() ? samples() : 0;
  }

  /**
   * Most threads active at the end of any selected sample; 0 when unknown. Where the scope names
   * phases, a sample counts that ended before the last one of its phase, of any label, started: a
   * later end may lie in the next phase, among its users.
   */
  int maxUsers();

  /** Start of the earliest selected sample, epoch milliseconds. */
  OptionalLong firstStartMillis();

  /** End of the latest selected sample, epoch milliseconds. */
  OptionalLong lastEndMillis();

  /**
   * Selected samples of any outcome a second, from the start of the first to the end of the last;
   * absent when no time lies between.
   */
  default OptionalDouble throughput() {
    if (firstStartMillis().isEmpty() || lastEndMillis().isEmpty()) {
      return OptionalDouble.empty();
    }
    long millis = lastEndMillis().getAsLong() - firstStartMillis().getAsLong();
    return millis <= 0 ? OptionalDouble.empty() : OptionalDouble.of(samples() * 1000.0 / millis);
  }

  /** Share of errors among all selected samples, 0 to 1; absent without samples. */
  default OptionalDouble errorRate() {
    return rate(
        outcomes().entrySet().stream()
            .filter(entry -> entry.getKey().isError())
            .mapToLong(Map.Entry::getValue)
            .sum());
  }

  /** Share of {@code part} among all selected samples, 0 to 1; absent without samples. */
  default OptionalDouble rate(long part) {
    return samples() == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) part / samples());
  }

  /** Hits among hits and misses, 0 to 1; absent when neither occurred. */
  default OptionalDouble hitRate() {
    long hits = caches().getOrDefault(CacheStatus.HIT, 0L);
    long looked = hits + caches().getOrDefault(CacheStatus.MISS, 0L);
    return looked == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) hits / looked);
  }
}
