package dev.aiendpoint.baseline;

import java.util.List;
import java.util.Optional;
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
    Optional<ThresholdResult> missed =
        results.stream()
            .filter(result -> preconditions.contains(result.id()))
            .filter(
                result ->
                    result.verdict() == VerdictWord.FAIL || result.verdict() == VerdictWord.NO_DATA)
            .findFirst();
    return missed.isEmpty()
        ? results
        : results.stream()
            .map(result -> notMeasured(result, missed.get(), meaning(baseline, missed.get())))
            .toList();
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

  private static ThresholdResult notMeasured(
      ThresholdResult result, ThresholdResult missed, String meaning) {
    return new ThresholdResult(
        result.id(),
        result.check(),
        result.scope(),
        result.observed(),
        result.unit(),
        result.limit(),
        result.target(),
        result.samples(),
        VerdictWord.NO_DATA,
        result.id().equals(missed.id())
            ? result.message() + meaning
            : "not measured, since " + missed.id() + " does not hold (" + result.message() + ")");
  }
}
