package dev.aiendpoint.jmeter;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.apache.jmeter.threads.JMeterContextService;

/**
 * Where the load of a run stands at one moment, over all of its thread groups.
 *
 * @param phase current phase, empty when no group has phases
 * @param users active threads
 * @param usersTarget threads that the plan wants now
 * @param remainingSeconds until the last group's planned end
 */
record LoadProgress(
    String phase, int users, OptionalInt usersTarget, OptionalLong remainingSeconds) {

  static LoadProgress now() {
    return new LoadProgress(
        "", JMeterContextService.getNumberOfThreads(), OptionalInt.empty(), OptionalLong.empty());
  }

  /** Length of the whole load; empty when no group has a planned end. */
  static Optional<Duration> plannedLength() {
    return Optional.empty();
  }
}
