package dev.aiendpoint.advice;

import dev.aiendpoint.baseline.RunVerdict;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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

  /** Issues in order of weight; one that several thresholds show is told once. */
  public static List<Advice> advise(RunVerdict run) {
    Map<String, Advice> byIssue = new LinkedHashMap<>();
    RULES.stream()
        .flatMap(rule -> rule.apply(run).stream())
        .forEach(advice -> byIssue.merge(advice.issue(), advice, Advice::and));
    return List.copyOf(byIssue.values());
  }
}
