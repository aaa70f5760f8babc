package dev.aiendpoint.advice;

import dev.aiendpoint.baseline.Metric;
import dev.aiendpoint.baseline.Part;
import dev.aiendpoint.baseline.RunVerdict;
import dev.aiendpoint.exchange.Outcome;
import dev.aiendpoint.stats.RunSnapshot;
import dev.aiendpoint.stats.Scope;
import dev.aiendpoint.stats.Summary;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** An error rate over its limit: which label fails most, and what it says. */
final class ErrorRateRule implements AdviceRule {

  @Override
  public List<Advice> apply(RunVerdict run) {
    List<Advice> advice = new ArrayList<>();
    for (Missed missed :
        Missed.of(
            run,
            metric -> metric instanceof Metric.Rate rate && rate.of() instanceof Part.Errors)) {
      worst(run.figures(), missed).ifPresent(advice::add);
    }
    return advice;
  }

  private static Optional<Advice> worst(RunSnapshot run, Missed missed) {
    Scope scope = missed.threshold().scope();
    return Figures.labels(run, scope).stream()
        .filter(label -> errors(run.select(of(scope, label))) > 0)
        .max(Comparator.comparingLong(label -> errors(run.select(of(scope, label)))))
        .map(label -> advice(run, missed, label));
  }

  private static Advice advice(RunSnapshot run, Missed missed, String label) {
    Scope scope = of(missed.threshold().scope(), label);
    Summary summary = run.select(scope);
    String said =
        run.topFailures(scope.withOutcomes(failures())).stream()
            .findFirst()
            .map(
                failure ->
                    "; most often "
                        + failure.outcome()
                        + (failure.message().isBlank() ? "" : ": " + failure.message())
                        + " (n = "
                        + failure.count()
                        + ")")
            .orElse("");
    return new Advice(
        "Too many requests failed, most of them of " + label + ".",
        missed.words()
            + "; "
            + label
            + ": "
            + errors(summary)
            + " of "
            + summary.samples()
            + " failed"
            + said,
        "Look for this failure in the service's log at the time of the run, and mend it before"
            + " judging latency.");
  }

  private static Scope of(Scope scope, String label) {
    return scope.withLabels(List.of(label));
  }

  private static Set<Outcome> failures() {
    Set<Outcome> failures = EnumSet.allOf(Outcome.class);
    failures.removeIf(outcome -> !outcome.isError());
    return failures;
  }

  private static long errors(Summary summary) {
    return summary.outcomes().entrySet().stream()
        .filter(entry -> entry.getKey().isError())
        .mapToLong(entry -> entry.getValue())
        .sum();
  }
}
