package dev.aiendpoint.advice;

import dev.aiendpoint.baseline.Metric;
import dev.aiendpoint.baseline.RunVerdict;
import dev.aiendpoint.baseline.Threshold;
import dev.aiendpoint.baseline.ThresholdResult;
import dev.aiendpoint.baseline.VerdictWord;
import java.util.List;
import java.util.function.Predicate;

/**
 * A threshold whose limit or target a run missed.
 *
 * @param result how it came out
 * @param threshold what was asked
 */
record Missed(ThresholdResult result, Threshold threshold) {

  /** Those about a kind of metric, FAIL before WARN. */
  static List<Missed> of(RunVerdict run, Predicate<Metric> metric) {
    return run.thresholds().stream()
        .filter(
            result -> result.verdict() == VerdictWord.FAIL || result.verdict() == VerdictWord.WARN)
        .filter(result -> result.threshold().isPresent())
        .map(result -> new Missed(result, result.threshold().get()))
        .filter(missed -> metric.test(missed.threshold().check().metric()))
        .sorted((one, other) -> other.result().verdict().compareTo(one.result().verdict()))
        .toList();
  }

  /** {@code FAIL hit-rate (rate(cache=HIT) > 30 %)}. */
  String words() {
    return result.verdict() + " " + result.id() + " (" + result.check() + ")";
  }
}
