package dev.aiendpoint.cache;

import dev.aiendpoint.sample.OperationClass;
import dev.aiendpoint.stats.HitRatePoint;
import dev.aiendpoint.stats.RunSnapshot;
import dev.aiendpoint.stats.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

/**
 * All that a run tells about a cache: the one source of the verdict's {@code cache} block, of the
 * reports and of the AI Cache Tracker. Without CONTROL samples. Immutable.
 *
 * @param total all samples
 * @param saved all labels together
 * @param labels the labels of which an answer told about a cache, in order of first appearance
 * @param phases the phases in which an answer told about a cache, in order of first appearance
 * @param overTime hits and misses over time by operation class
 */
public record CacheReport(
    CacheFigures total,
    CacheSaving saved,
    List<OfLabel> labels,
    List<OfPhase> phases,
    Map<OperationClass, List<HitRatePoint>> overTime) {

  /**
   * The figures of one label.
   *
   * @param phases the same by phase; empty when the plan has no phases
   */
  public record OfLabel(
      String label, CacheFigures figures, CacheSaving saved, List<OfPhase> phases) {}

  /**
   * The figures of one phase.
   *
   * @param firstStartMillis start of the phase's earliest sample of the selection, epoch
   *     milliseconds
   */
  public record OfPhase(String phase, CacheFigures figures, OptionalLong firstStartMillis) {}

  /** The report of everything that was recorded up to the snapshot. */
  public static CacheReport of(RunSnapshot run) {
    List<OfLabel> labels = new ArrayList<>();
    for (String label : run.labels()) {
      CacheFigures figures = CacheFigures.of(run, Scope.ofLabels(label));
      if (figures.isTold() && OperationClass.ofLabel(label) != OperationClass.CONTROL) {
        labels.add(
            new OfLabel(
                label,
                figures,
                CacheSaving.ofLabel(run, label, figures),
                phases(run, Scope.ofLabels(label))));
      }
    }
    return new CacheReport(
        CacheFigures.of(run, Scope.ALL),
        CacheSaving.sum(labels.stream().map(OfLabel::saved).toList()),
        List.copyOf(labels),
        phases(run, Scope.ALL),
        run.hitRateOverTime());
  }

  private static List<OfPhase> phases(RunSnapshot run, Scope scope) {
    List<OfPhase> phases = new ArrayList<>();
    for (String phase : run.phases()) {
      Scope within = scope.withPhases(Set.of(phase));
      CacheFigures figures = CacheFigures.of(run, within);
      if (figures.isTold()) {
        phases.add(new OfPhase(phase, figures, run.select(within).firstStartMillis()));
      }
    }
    return List.copyOf(phases);
  }
}
