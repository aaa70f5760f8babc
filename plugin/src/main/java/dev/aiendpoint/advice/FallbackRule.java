package dev.aiendpoint.advice;

import dev.aiendpoint.baseline.RunVerdict;
import dev.aiendpoint.exchange.Outcome;
import dev.aiendpoint.sample.OperationClass;
import dev.aiendpoint.stats.Scope;
import dev.aiendpoint.stats.Summary;
import java.util.List;
import java.util.Set;

/** Fallback content without an open circuit: users got a substitute and nobody was told why. */
final class FallbackRule implements AdviceRule {

  private static final double WORTH_A_WORD = 0.01;

  @Override
  public List<Advice> apply(RunVerdict run) {
    Summary ai = run.figures().select(Scope.ofOperation(OperationClass.AI));
    long fallback = ai.outcomes().getOrDefault(Outcome.FALLBACK, 0L);
    boolean opened = !run.figures().circuit().openings(Set.of()).isEmpty();
    return fallback == 0 || opened || fallback < WORTH_A_WORD * ai.samples()
        ? List.of()
        : List.of(
            new Advice(
                "AI requests were answered with fallback content although no circuit was seen to"
                    + " open.",
                fallback + " of " + ai.samples() + " AI requests",
                "Check the AI provider's errors and limits at the time of the run."));
  }
}
