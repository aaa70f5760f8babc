package dev.aiendpoint.baseline;

import dev.aiendpoint.stats.RunSnapshot;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Holds a baseline against the figures of a run. A pure decision: same figures, same result, live
 * and offline.
 *
 * <p>FAIL: past the limit and its tolerance. NO_DATA: fewer samples than {@code minSamples}, or no
 * figure; unless the figure is past a limit that no further sample could bring it back from; or a
 * limit relative to a promoted run that there is not. WARN: past the limit within the tolerance, or
 * the target missed. NOT_DECIDABLE: a result file lacks what the threshold needs. Else PASS. Where
 * a precondition is missed, all are NO_DATA; where one cannot be decided, so is none.
 */
public final class BaselineEvaluator {

  private final RunSnapshot run;
  private final EvaluationContext context;
  private final LikelyCause causes;

  private BaselineEvaluator(RunSnapshot run, EvaluationContext context) {
    this.run = run;
    this.context = context;
    this.causes = new LikelyCause(run, context.target());
  }

  public static Evaluation evaluate(Baseline baseline, RunSnapshot run, EvaluationContext given) {
    EvaluationContext context = given.forBaseline(baseline);
    List<ThresholdResult> results = new ArrayList<>();
    Map<String, List<String>> leftOut = new LinkedHashMap<>();
    ObservedLimit observed = new ObservedLimit(baseline, context);
    for (Threshold threshold : baseline.thresholds()) {
      Optional<String> reason = reasonToLeaveOut(threshold, context);
      if (reason.isPresent()) {
        leftOut.computeIfAbsent(reason.get(), key -> new ArrayList<>()).add(threshold.id());
      } else {
        results.add(
            new BaselineEvaluator(run, context)
                .evaluate(threshold.scaled(context.settings()), observed));
      }
    }
    ImpliedArrivalCheck.of(baseline, run, context)
        .ifPresent(threshold -> results.add(evaluate(threshold, run, context)));
    return new Evaluation(
        Preconditions.applied(baseline, results),
        leftOut.entrySet().stream()
            .map(entry -> String.join(", ", entry.getValue()) + ": " + entry.getKey())
            .toList());
  }

  /** One threshold, whatever its condition says. */
  static ThresholdResult evaluate(Threshold threshold, RunSnapshot run, EvaluationContext context) {
    return new BaselineEvaluator(run, context).evaluate(threshold);
  }

  /** Why a threshold does not count; empty when it does. */
  static Optional<String> reasonToLeaveOut(Threshold threshold, EvaluationContext context) {
    return threshold
        .when()
        .filter(condition -> !condition.holds(context.settings()))
        .map(
            condition ->
                "only when "
                    + condition.text()
                    + ", and "
                    + condition.contradiction(context.settings()));
  }

  /** A relative limit that is unknown is nothing to pass. */
  private ThresholdResult evaluate(Threshold threshold, ObservedLimit observed) {
    Optional<String> unknown = observed.obstacle(threshold);
    if (unknown.isEmpty() || Decidability.obstacle(threshold, run, context).isPresent()) {
      return evaluate(unknown.isEmpty() ? observed.resolved(threshold) : threshold);
    }
    Observation observation = threshold.observe(run);
    return result(
        threshold,
        observation,
        VerdictWord.NO_DATA,
        new ThresholdMessage(threshold).noLimit(observation, unknown.get()));
  }

  private ThresholdResult evaluate(Threshold threshold) {
    Optional<String> obstacle = Decidability.obstacle(threshold, run, context);
    if (obstacle.isPresent()) {
      return result(
          threshold,
          new Observation(OptionalDouble.empty(), 0),
          VerdictWord.NOT_DECIDABLE,
          obstacle.get());
    }
    Observation observation = threshold.observe(run);
    VerdictWord word = word(threshold, observation);
    return result(threshold, observation, word, message(threshold, observation, word));
  }

  private static VerdictWord word(Threshold threshold, Observation observation) {
    if (observation.value().isEmpty()) {
      return VerdictWord.NO_DATA;
    }
    double value = observation.value().getAsDouble();
    if (threshold.isBrokenForGood(value)) {
      return VerdictWord.FAIL;
    }
    if (observation.samples() < threshold.minSamples()) {
      return VerdictWord.NO_DATA;
    }
    if (!threshold.check().limit().comparison().accepts(value)) {
      return threshold.isBroken(value) ? VerdictWord.FAIL : VerdictWord.WARN;
    }
    return threshold.target().map(wish -> wish.comparison().accepts(value)).orElse(true)
        ? VerdictWord.PASS
        : VerdictWord.WARN;
  }

  private String message(Threshold threshold, Observation observation, VerdictWord word) {
    ThresholdMessage message = new ThresholdMessage(threshold);
    double value = observation.value().orElse(Double.NaN);
    long samples = observation.samples();
    return switch (word) {
      case PASS -> message.passed(observation);
      case WARN ->
          threshold.check().limit().comparison().accepts(value)
              ? message.targetMissed(observation)
              : message.tolerated(observation);
      case FAIL -> message.failed(observation, causes.ofBreach(threshold, value));
      case NO_DATA, NOT_DECIDABLE -> message.noData(samples, causes.ofNoData(threshold));
    };
  }

  private static ThresholdResult result(
      Threshold threshold, Observation observation, VerdictWord word, String message) {
    return new ThresholdResult(
        threshold.id(),
        threshold.check().text(),
        ScopeText.of(threshold.scope()),
        // 1 or 0 would say less than the message's words.
        observation.words().isPresent() ? OptionalDouble.empty() : observation.value(),
        threshold.check().metric().dimension().unit(),
        threshold.check().limit().comparison().number(),
        threshold.target().map(wish -> wish.comparison().number()).orElse(OptionalDouble.empty()),
        observation.samples(),
        word,
        message,
        Optional.of(threshold));
  }
}
