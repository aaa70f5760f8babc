package dev.aiendpoint.report;

import dev.aiendpoint.exchange.CircuitState;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

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
 * @param mix samples by operation class so far; absent where the plan declares no mix
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
  public record Mix(long read, long ai, long write) {}
}
