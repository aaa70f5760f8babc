package dev.aiendpoint.stats;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The objectives of a run's AI requests, by which goodput is counted: the share and the rate of
 * attempts that met every objective of theirs, failures in the denominator. Of several objectives
 * the first that is about a label decides; a label that none is about counts in no goodput.
 */
public record Goodput(List<RequestObjective> objectives) {

  /** No objective was declared, so there is no goodput. */
  public static final Goodput UNDECLARED = new Goodput(List.of());

  public Goodput {
    objectives = List.copyOf(objectives);
  }

  public boolean isDeclared() {
    return !objectives.isEmpty();
  }

  /** Every duration that some objective names. */
  public Set<TimingMetric> timings() {
    Set<TimingMetric> timings = EnumSet.noneOf(TimingMetric.class);
    objectives.forEach(objective -> timings.addAll(objective.mostMillis().keySet()));
    return timings;
  }

  Optional<RequestObjective> of(String label) {
    return objectives.stream().filter(objective -> objective.isAbout(label)).findFirst();
  }
}
