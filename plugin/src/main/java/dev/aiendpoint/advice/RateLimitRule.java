package dev.aiendpoint.advice;

import dev.aiendpoint.baseline.Metric;
import dev.aiendpoint.baseline.Part;
import dev.aiendpoint.baseline.RunVerdict;
import dev.aiendpoint.exchange.Outcome;
import dev.aiendpoint.stats.RunSnapshot;
import dev.aiendpoint.stats.Scope;
import dev.aiendpoint.stats.Summary;
import java.util.List;
import java.util.Set;

/** More requests rate-limited than the baseline accepts: which labels and phases. */
final class RateLimitRule implements AdviceRule {

  private static final Scope LIMITED = Scope.ALL.withOutcomes(Set.of(Outcome.RATE_LIMITED));

  @Override
  public List<Advice> apply(RunVerdict run) {
    RunSnapshot figures = run.figures();
    Summary all = figures.select(Scope.ALL);
    long limited = all.outcomes().getOrDefault(Outcome.RATE_LIMITED, 0L);
    List<Missed> missed = Missed.of(run, RateLimitRule::isAboutLimits);
    if (limited == 0 || missed.isEmpty()) {
      return List.of();
    }
    List<String> phases = Figures.phases(figures, LIMITED);
    return List.of(
        new Advice(
            "The service rate-limited more requests than the baseline accepts.",
            missed.get(0).words()
                + "; "
                + limited
                + " of "
                + all.samples()
                + " requests, of "
                + String.join(", ", Figures.labels(figures, LIMITED))
                + (phases.isEmpty() ? "" : "; phases " + String.join(", ", phases)),
            "Raise the limit, or give the run more test users so that no user exceeds it."));
  }

  private static boolean isAboutLimits(Metric metric) {
    return metric instanceof Metric.Rate rate
        && rate.of() instanceof Part.OfOutcomes outcomes
        && outcomes.outcomes().contains(Outcome.RATE_LIMITED);
  }
}
