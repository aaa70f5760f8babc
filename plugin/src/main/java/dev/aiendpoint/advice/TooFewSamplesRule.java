package dev.aiendpoint.advice;

import dev.aiendpoint.baseline.RunVerdict;
import dev.aiendpoint.baseline.ThresholdResult;
import dev.aiendpoint.baseline.VerdictWord;
import java.util.List;
import java.util.stream.Collectors;

/** Thresholds for which there were some samples, but not enough. */
final class TooFewSamplesRule implements AdviceRule {

  @Override
  public List<Advice> apply(RunVerdict run) {
    List<ThresholdResult> few =
        run.thresholds().stream()
            .filter(result -> result.verdict() == VerdictWord.NO_DATA && result.samples() > 0)
            .toList();
    return few.isEmpty()
        ? List.of()
        : List.of(
            new Advice(
                "Some thresholds had too few samples to say anything.",
                few.stream()
                    .map(result -> result.id() + " (n = " + result.samples() + ")")
                    .collect(Collectors.joining(", ")),
                "Run longer or with more users (duration.scale, users.scale)."));
  }
}
