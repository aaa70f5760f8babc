package dev.aiendpoint.advice;

import dev.aiendpoint.baseline.RunVerdict;
import java.util.List;

/** Asks every rule about a run. A new rule is a class here and a line in {@link #RULES}. */
public final class Advisor {

  /** What spoils other figures comes first. */
  private static final List<AdviceRule> RULES =
      List.of(
          new UnauthorizedRule(),
          new UnreachableRule(),
          new ErrorRateRule(),
          new RateLimitRule(),
          new SlowPercentileRule(),
          new LowHitRateRule(),
          new CircuitNeverOpenedRule(),
          new CircuitNotClosedRule(),
          new FallbackRule(),
          new MixRule(),
          new TooFewSamplesRule());

  private Advisor() {}

  public static List<Advice> advise(RunVerdict run) {
    return RULES.stream().flatMap(rule -> rule.apply(run).stream()).distinct().toList();
  }
}
