package dev.aiendpoint.promote;

import dev.aiendpoint.baseline.Comparison;
import dev.aiendpoint.baseline.Dimension;
import dev.aiendpoint.baseline.FigureFormat;
import dev.aiendpoint.baseline.Limit;
import dev.aiendpoint.baseline.Metric;
import dev.aiendpoint.baseline.Operator;
import dev.aiendpoint.baseline.Threshold;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * The rule by which a limit is narrowed towards an observed figure: a quarter of the figure is left
 * as a margin, at least 20 ms of a duration and 2 percentage points of a rate, rounded to 2 digits
 * away from the figure; never looser than before, never past the target.
 *
 * <p>Only upper limits on durations, lower limits on throughput, and both on rates tell something
 * of the service. The rest states the plan, and stays.
 */
final class TighterLimit {

  private static final double MARGIN = 0.25;
  private static final double LEAST_MILLIS = 20;
  private static final double LEAST_POINTS = 2;
  private static final int DIGITS = 2;

  private TighterLimit() {}

  /**
   * @param threshold one that the run met
   * @param observed its figure
   * @return the limit as a check writes it; empty when it stays
   */
  static Optional<String> of(Threshold threshold, double observed) {
    if (!(threshold.check().limit().comparison() instanceof Comparison.Bound old)
        || !isAboutTheService(threshold, old.operator())
        || observed <= 0) {
      return Optional.empty();
    }
    boolean upper = isUpper(old.operator());
    double margin = Math.max(MARGIN * observed, least(threshold.check().metric().dimension()));
    double limit = rounded(upper ? observed + margin : observed - margin, upper);
    Optional<Double> allowed = notPastTheTarget(threshold, old.operator(), limit);
    return allowed
        .filter(value -> value > 0 && (upper ? value < old.value() : value > old.value()))
        .map(value -> text(old.operator(), value, threshold));
  }

  private static boolean isAboutTheService(Threshold threshold, Operator operator) {
    if (threshold.scale().isPresent() || !isUpper(operator) && !isLower(operator)) {
      return false;
    }
    Metric metric = threshold.check().metric();
    if (metric instanceof Metric.Percentile || metric instanceof Metric.Extreme) {
      return isUpper(operator);
    }
    return metric instanceof Metric.Rate
        || metric instanceof Metric.Throughput && isLower(operator);
  }

  private static boolean isUpper(Operator operator) {
    return operator == Operator.LESS || operator == Operator.AT_MOST;
  }

  private static boolean isLower(Operator operator) {
    return operator == Operator.GREATER || operator == Operator.AT_LEAST;
  }

  private static double least(Dimension dimension) {
    return switch (dimension) {
      case TIME -> LEAST_MILLIS;
      case PERCENT -> LEAST_POINTS;
      default -> 0;
    };
  }

  private static double rounded(double value, boolean up) {
    return BigDecimal.valueOf(value)
        .round(new MathContext(DIGITS, up ? RoundingMode.CEILING : RoundingMode.FLOOR))
        .doubleValue();
  }

  /** The target itself where the limit would pass it; empty where that cannot be told. */
  private static Optional<Double> notPastTheTarget(
      Threshold threshold, Operator operator, double limit) {
    Optional<Limit> target = threshold.target();
    if (target.isEmpty()) {
      return Optional.of(limit);
    }
    // Only of the same sign, or '<= 3 s' would be wished for where '< 3 s' is the limit.
    if (!(target.get().comparison() instanceof Comparison.Bound wish)
        || wish.operator() != operator) {
      return Optional.empty();
    }
    return Optional.of(
        isUpper(operator) ? Math.max(limit, wish.value()) : Math.min(limit, wish.value()));
  }

  private static String text(Operator operator, double value, Threshold threshold) {
    return operator.sign()
        + " "
        + FigureFormat.figure(value, threshold.check().metric().dimension().unit());
  }
}
