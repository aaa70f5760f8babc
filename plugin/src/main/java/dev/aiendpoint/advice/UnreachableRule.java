package dev.aiendpoint.advice;

import dev.aiendpoint.baseline.RunVerdict;
import dev.aiendpoint.exchange.Outcome;
import dev.aiendpoint.stats.Scope;
import dev.aiendpoint.stats.Summary;
import java.util.List;

/**
 * Where most requests found nobody listening, the address or the system is wrong, not its speed.
 */
final class UnreachableRule implements AdviceRule {

  @Override
  public List<Advice> apply(RunVerdict run) {
    Summary all = run.figures().select(Scope.ALL);
    long lost = all.outcomes().getOrDefault(Outcome.CONNECTION_ERROR, 0L);
    return 2 * lost < all.samples() || lost == 0
        ? List.of()
        : List.of(
            new Advice(
                "Most requests found no answer at " + run.target() + ".",
                lost + " of " + all.samples() + " requests were CONNECTION_ERROR",
                "Check base.url, and that the system is up and reachable from the load machine."));
  }
}
