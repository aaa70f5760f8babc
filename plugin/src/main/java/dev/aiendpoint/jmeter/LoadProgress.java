package dev.aiendpoint.jmeter;

import dev.aiendpoint.phase.PhaseProgress;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.apache.jmeter.threads.JMeterContextService;

/**
 * Where the load of a run stands at one moment, over all of its thread groups.
 *
 * @param phase current phase, empty when no group has phases
 * @param users active threads
 * @param usersTarget threads that the plan wants now; absent when a group has no phases
 * @param left until the last phased group's planned end
 */
record LoadProgress(String phase, int users, OptionalInt usersTarget, Optional<Duration> left) {

  static LoadProgress now() {
    List<PhaseProgress> groups = PhasedThreadGroup.active();
    return new LoadProgress(
        groups.stream().map(PhaseProgress::phase).distinct().collect(Collectors.joining("+")),
        JMeterContextService.getNumberOfThreads(),
        groups.isEmpty()
            ? OptionalInt.empty()
            : OptionalInt.of(groups.stream().mapToInt(PhaseProgress::targetUsers).sum()),
        groups.stream().map(PhaseProgress::timeLeft).max(Comparator.naturalOrder()));
  }

  OptionalLong remainingSeconds() {
    return left.isEmpty() ? OptionalLong.empty() : OptionalLong.of(left.get().toSeconds());
  }
}
