package dev.aiendpoint.advice;

import dev.aiendpoint.sample.OperationClass;
import dev.aiendpoint.stats.LabelGlob;
import dev.aiendpoint.stats.RunSnapshot;
import dev.aiendpoint.stats.Scope;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Set;

/** Selections and texts that several rules need. */
final class Figures {

  /** A percentile of fewer says nothing about a part of a run. */
  static final long ENOUGH = 10;

  private Figures() {}

  /** The labels, without CONTROL, that a scope selects and that have a sample in it. */
  static List<String> labels(RunSnapshot run, Scope scope) {
    return run.labels().stream()
        .filter(label -> OperationClass.ofLabel(label) != OperationClass.CONTROL)
        .filter(
            label ->
                scope.labels().isEmpty()
                    || scope.labels().stream().anyMatch(glob -> LabelGlob.matches(glob, label)))
        .filter(label -> run.select(scope.withLabels(List.of(label))).samples() > 0)
        .toList();
  }

  /** The phases that a scope selects and that have a sample in it. */
  static List<String> phases(RunSnapshot run, Scope scope) {
    return run.phases().stream()
        .filter(phase -> scope.phases().isEmpty() || scope.phases().contains(phase))
        .filter(phase -> run.select(scope.withPhases(Set.of(phase))).samples() > 0)
        .toList();
  }

  static String millis(double millis) {
    return millis < 1000 ? plain(millis, 0) + " ms" : plain(millis / 1000, 2) + " s";
  }

  static String percent(double share) {
    return plain(100 * share, 1) + " %";
  }

  private static String plain(double figure, int decimals) {
    BigDecimal rounded = BigDecimal.valueOf(figure).setScale(decimals, RoundingMode.HALF_UP);
    return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
  }
}
