package dev.aiendpoint.report;

import dev.aiendpoint.exchange.CircuitState;
import dev.aiendpoint.sample.OperationClass;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.LongStream;

/**
 * What is known of a run under way, at one moment. Immutable.
 *
 * @param elapsed since the start of the run
 * @param remainingSeconds planned time that is left; absent when the plan has no fixed end
 * @param phase the current phase, empty when the plan has none
 * @param users active users
 * @param usersTarget users that the plan wants now
 * @param requestsPerSecond since the line before
 * @param p95Millis of served requests
 * @param errors samples with an error outcome so far
 * @param samples samples so far, without CONTROL
 * @param cacheHits answers from a cache so far
 * @param cacheLookups answers that told hit or miss so far
 * @param circuit the circuit's state; absent where nobody watches it
 * @param mix samples by operation class so far; absent while all are of one class
 */
public record ProgressFacts(
    Duration elapsed,
    OptionalLong remainingSeconds,
    String phase,
    int users,
    OptionalInt usersTarget,
    OptionalDouble requestsPerSecond,
    OptionalDouble p95Millis,
    long errors,
    long samples,
    long cacheHits,
    long cacheLookups,
    Optional<CircuitState> circuit,
    Optional<Mix> mix) {

  /** Samples by operation class. */
  public record Mix(long read, long ai, long write) {

    /**
     * The mix of what was counted by operation class; absent while all of it is of one class, since
     * that is no mix.
     */
    public static Optional<Mix> of(Map<OperationClass, Long> counts) {
      Mix mix =
          new Mix(
              counts.getOrDefault(OperationClass.READ, 0L),
              counts.getOrDefault(OperationClass.AI, 0L),
              counts.getOrDefault(OperationClass.WRITE, 0L));
      long classes = LongStream.of(mix.read, mix.ai, mix.write).filter(count -> count > 0).count();
      return classes < 2 ? Optional.empty() : Optional.of(mix);
    }
  }
}
