package dev.aiendpoint.advice;

import dev.aiendpoint.baseline.RunVerdict;
import dev.aiendpoint.exchange.Outcome;
import dev.aiendpoint.stats.RunSnapshot;
import dev.aiendpoint.stats.Scope;
import dev.aiendpoint.stats.Summary;
import java.util.List;
import java.util.Set;

/** Requests that were UNAUTHORIZED measured the sign-in, and nothing behind it. */
final class UnauthorizedRule implements AdviceRule {

  @Override
  public List<Advice> apply(RunVerdict run) {
    RunSnapshot figures = run.figures();
    Summary all = figures.select(Scope.ALL);
    long refused = all.outcomes().getOrDefault(Outcome.UNAUTHORIZED, 0L);
    if (refused == 0) {
      return List.of();
    }
    List<String> labels =
        Figures.labels(figures, Scope.ALL.withOutcomes(Set.of(Outcome.UNAUTHORIZED)));
    return List.of(
        new Advice(
            "Requests were UNAUTHORIZED: what they should have tested was not tested.",
            refused + " of " + all.samples() + " requests, of " + String.join(", ", labels),
            "Pass valid sessions with sessions=<file>, or a token with auth.bearer=<token>, and run"
                + " again before reading anything else in this report."));
  }
}
