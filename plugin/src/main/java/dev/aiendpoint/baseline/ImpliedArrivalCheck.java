package dev.aiendpoint.baseline;

import dev.aiendpoint.stats.RunSnapshot;
import dev.aiendpoint.stats.Scope;
import java.util.Optional;

/**
 * The threshold that every run with arrivals has: none may be dropped. What a dropped arrival would
 * have met is in no figure, so such a run looks better than it was. A baseline that has a threshold
 * about dropped arrivals itself says how many are fine, and this one does not count; unless that
 * one is left out.
 */
final class ImpliedArrivalCheck {

  static final String ID = "arrivals-dropped";

  private static final String CHECK = "count(arrivals.dropped) <= 0";

  private ImpliedArrivalCheck() {}

  static Optional<Threshold> of(Baseline baseline, RunSnapshot run, EvaluationContext context) {
    boolean isDeclared =
        baseline.thresholds().stream()
            .filter(threshold -> threshold.check().metric() instanceof ArrivalMetric)
            .anyMatch(
                threshold -> BaselineEvaluator.reasonToLeaveOut(threshold, context).isEmpty());
    boolean hasArrivals = context.hasArrivals() || !run.arrivals().isEmpty();
    return hasArrivals && !isDeclared ? Optional.of(threshold()) : Optional.empty();
  }

  private static Threshold threshold() {
    try {
      return new Threshold(
          ID,
          "The load was what the plan says.",
          CheckParser.parse(CHECK),
          Optional.empty(),
          Scope.ALL,
          1,
          0,
          Optional.empty(),
          Optional.empty());
    } catch (CheckSyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
