package dev.aiendpoint.baseline;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the thresholds of a run are worth when it was not the test that it should have been: where a
 * precondition is missed, such as a fault that could not be induced, what it is a precondition of
 * was not measured.
 */
final class Preconditions {

  private Preconditions() {}

  static List<ThresholdResult> applied(Baseline baseline, List<ThresholdResult> results) {
    return ofAll(baseline, ofNamed(baseline, results));
  }

  private static List<ThresholdResult> ofNamed(Baseline baseline, List<ThresholdResult> results) {
    List<ThresholdResult> applied = results;
    for (Threshold threshold : baseline.thresholds()) {
      Set<String> ids = threshold.precondition().ids();
      if (!ids.isEmpty()) {
        List<ThresholdResult> own =
            results.stream().filter(result -> result.id().equals(threshold.id())).toList();
        Optional<ThresholdResult> missed = first(own, VerdictWord.FAIL, VerdictWord.NO_DATA);
        if (missed.isPresent()) {
          applied =
              applied.stream().map(result -> withoutNamed(result, missed.get(), ids)).toList();
        }
        Optional<ThresholdResult> unknown = first(own, VerdictWord.NOT_DECIDABLE);
        if (unknown.isPresent()) {
          applied =
              applied.stream()
                  .map(
                      result ->
                          ids.contains(result.id()) ? notDecidable(result, unknown.get()) : result)
                  .toList();
        }
      }
    }
    return applied;
  }

  private static ThresholdResult withoutNamed(
      ThresholdResult result, ThresholdResult missed, Set<String> ids) {
    if (result.id().equals(missed.id())) {
      return with(result, VerdictWord.NO_DATA, result.observed(), result.message());
    }
    // What was measured in part and breaks its limit all the same, such as a save that is lost.
    return !ids.contains(result.id()) || result.verdict() == VerdictWord.FAIL
        ? result
        : with(
            result,
            VerdictWord.NO_DATA,
            result.observed(),
            "not measured, since " + missed.id() + " does not hold (" + missed.message() + ")");
  }

  private static List<ThresholdResult> ofAll(Baseline baseline, List<ThresholdResult> results) {
    Set<String> preconditions =
        baseline.thresholds().stream()
            .filter(threshold -> threshold.precondition().ofAll())
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
