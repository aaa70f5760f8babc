package dev.aiendpoint.baseline;

import java.util.List;

/**
 * A baseline held against a run.
 *
 * @param results every threshold that counted, in file order
 * @param leftOut which thresholds did not count and why; one text a condition
 */
public record Evaluation(List<ThresholdResult> results, List<String> leftOut) {

  public Evaluation {
    results = List.copyOf(results);
    leftOut = List.copyOf(leftOut);
  }
}
