package dev.aiendpoint.baseline;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the thresholds of a run are worth when it was not the test that it should have been: where a
 * precondition is missed, such as a fault that could not be induced, nothing else was measured.
 */
final class Preconditions {

  private Preconditions() {}

  static List<ThresholdResult> applied(Baseline baseline, List<ThresholdResult> results) {
    Set<String> preconditions =
        baseline.thresholds().stream()
            .filter(Threshold::precondition)
            .map(Threshold::id)
            .collect(Collectors.toSet());
    List<ThresholdResult> decisive =
        results.stream().filter(result -> preconditions.contains(result.id())).toList();
    return first(decisive, VerdictWord.FAIL, VerdictWord.NO_DATA)
        .map(missed -> notMeasured(results, missed, meaning(baseline, missed)))
        .or(
            () ->
                first(decisive, VerdictWord.NOT_DECIDABLE)
                    .map(
                        unknown ->
                            results.stream().map(result -> notDecidable(result, unknown)).toList()))
        .orElse(results);
  }

  private static Optional<ThresholdResult> first(
      List<ThresholdResult> results, VerdictWord... words) {
    return results.stream().filter(result -> List.of(words).contains(result.verdict())).findFirst();
  }

  /** What the author of the baseline says of it. */
  private static String meaning(Baseline baseline, ThresholdResult missed) {
    return baseline.thresholds().stream()
        .filter(threshold -> threshold.id().equals(missed.id()))
        .map(Threshold::description)
        .filter(description -> !description.isEmpty())
        .map(description -> ": " + description)
        .findFirst()
        .orElse("");
  }

  private static List<ThresholdResult> notMeasured(
      List<ThresholdResult> results, ThresholdResult missed, String meaning) {
    return results.stream()
        .map(
            result ->
                with(
                    result,
                    VerdictWord.NO_DATA,
                    result.observed(),
                    result.id().equals(missed.id())
                        ? result.message() + meaning
                        : "not measured, since "
                            + missed.id()
                            + " does not hold ("
                            + result.message()
                            + ")"))
        .toList();
  }

  private static ThresholdResult notDecidable(ThresholdResult result, ThresholdResult unknown) {
    return result.verdict() == VerdictWord.NOT_DECIDABLE
        ? result
        : with(
            result,
            VerdictWord.NOT_DECIDABLE,
            OptionalDouble.empty(),
            "worth nothing unless "
                + unknown.id()
                + " holds, which cannot be decided ("
                + unknown.message()
                + ")");
  }

  private static ThresholdResult with(
      ThresholdResult result, VerdictWord word, OptionalDouble observed, String message) {
    return new ThresholdResult(
        result.id(),
        result.check(),
        result.scope(),
        observed,
        result.unit(),
        result.limit(),
        result.target(),
        result.samples(),
        word,
        message);
  }
}
