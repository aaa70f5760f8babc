package dev.aiendpoint.baseline;

import dev.aiendpoint.sample.SampleColumn;
import dev.aiendpoint.stats.RunSnapshot;
import dev.aiendpoint.stats.Scope;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Decides whether the figures of a run can tell a threshold at all. */
final class Decidability {

  private Decidability() {}

  /** Why they cannot; empty when they can. */
  static Optional<String> obstacle(
      Threshold threshold, RunSnapshot run, EvaluationContext context) {
    if (context.mode() == EvaluationContext.Mode.LIVE) {
      return Optional.empty();
    }
    if (!threshold.check().metric().isInResultFiles()) {
      return Optional.of(
          "no result file holds "
              + threshold.check().metric().liveOnly()
              + ": only a live run can decide it");
    }
    if (threshold.check().metric().needsThreadCounts() && !context.hasThreadCounts()) {
      return Optional.of("the result file lacks the column allThreads");
    }
    Set<SampleColumn> missing = needed(threshold, run);
    missing.removeAll(context.columns());
    return missing.isEmpty()
        ? Optional.empty()
        : Optional.of(
            missing.stream()
                .map(SampleColumn::variable)
                .collect(Collectors.joining(", ", "the result file lacks the column ", "")));
  }

  private static Set<SampleColumn> needed(Threshold threshold, RunSnapshot run) {
    Set<SampleColumn> needed = EnumSet.noneOf(SampleColumn.class);
    needed.addAll(threshold.check().metric().columns());
    if (threshold.check().metric().part().filter(Part.Goodput.class::isInstance).isPresent()) {
      run.goodput().timings().forEach(timing -> needed.addAll(Metric.columnsOf(timing)));
    }
    Scope scope = threshold.scope();
    if (!scope.phases().isEmpty()) {
      needed.add(SampleColumn.PHASE);
    }
    if (!scope.outcomes().isEmpty()) {
      needed.add(SampleColumn.OUTCOME);
    }
    if (!scope.caches().isEmpty()) {
      needed.add(SampleColumn.CACHE);
    }
    return needed;
  }
}
