package dev.aiendpoint.report;

import dev.aiendpoint.baseline.RunVerdict;
import dev.aiendpoint.baseline.ThresholdResult;
import dev.aiendpoint.baseline.VerdictWord;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Says in a sentence what a run's verdict stands on. */
public final class Headline {

  private Headline() {}

  public static String of(RunVerdict run) {
    List<ThresholdResult> results = run.thresholds();
    if (results.isEmpty()) {
      return "No threshold was held against this run.";
    }
    List<String> parts = new ArrayList<>();
    add(parts, results, VerdictWord.FAIL, "failed");
    add(parts, results, VerdictWord.NO_DATA, "had no data");
    add(parts, results, VerdictWord.WARN, "warned");
    add(parts, results, VerdictWord.NOT_DECIDABLE, "could not be decided");
    if (parts.isEmpty()) {
      return results.size() == 1
          ? "The threshold is met."
          : "All " + results.size() + " thresholds are met.";
    }
    return "Of "
        + results.size()
        + (results.size() == 1 ? " threshold, " : " thresholds, ")
        + String.join(", ", parts)
        + "; "
        + count(results, VerdictWord.PASS)
        + " passed.";
  }

  /** What did not pass, worst first. */
  public static List<ThresholdResult> notPassed(RunVerdict run) {
    return run.thresholds().stream()
        .filter(result -> result.verdict() != VerdictWord.PASS)
        .sorted(Comparator.comparing(ThresholdResult::verdict).reversed())
        .toList();
  }

  /** Reasons that neither a threshold nor the headline tells already. */
  public static List<String> otherReasons(RunVerdict run) {
    return run.reasons().stream()
        .filter(reason -> !reason.matches("(the threshold is|all \\d+ thresholds are) met"))
        .filter(
            reason ->
                run.thresholds().stream()
                    .noneMatch(
                        result -> reason.startsWith(result.verdict() + " " + result.id() + ":")))
        .toList();
  }

  private static void add(
      List<String> parts, List<ThresholdResult> results, VerdictWord word, String verb) {
    long count = count(results, word);
    if (count > 0) {
      parts.add(count + " " + verb);
    }
  }

  private static long count(List<ThresholdResult> results, VerdictWord word) {
    return results.stream().filter(result -> result.verdict() == word).count();
  }
}
