package dev.aiendpoint.baseline;

import dev.aiendpoint.stats.Goodput;
import java.util.List;
import java.util.Optional;

/**
 * A baseline file: what a run of a plan must reach.
 *
 * @param plan name of the plan
 * @param profile name of the response profile it was made for, empty when it names none
 * @param description what it is for, empty when the author gave none
 * @param goodput what each AI request must achieve, for goodput to be counted
 * @param thresholds in file order, at least one
 * @param observed the promoted run; empty when none was promoted
 */
public record Baseline(
    String plan,
    String profile,
    String description,
    Goodput goodput,
    List<Threshold> thresholds,
    Optional<ObservedRun> observed) {

  public Baseline {
    thresholds = List.copyOf(thresholds);
  }

  /** Label patterns of each group of endpoints whose circuit a threshold is about. */
  public List<List<String>> circuitGroups() {
    return thresholds.stream()
        .filter(threshold -> threshold.check().metric() instanceof CircuitMetric)
        .map(threshold -> threshold.scope().labels())
        .filter(labels -> !labels.isEmpty())
        .distinct()
        .toList();
  }
}
