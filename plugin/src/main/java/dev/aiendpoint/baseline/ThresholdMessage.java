package dev.aiendpoint.baseline;

import java.util.Optional;

/** The sentence that a threshold's result carries; it stands alone. */
final class ThresholdMessage {

  private final Threshold threshold;

  ThresholdMessage(Threshold threshold) {
    this.threshold = threshold;
  }

  /** {@code limit < 5 s, observed 6.2 s (n = 1204, phases normal, peak)}. */
  String passed(Observation observation) {
    String target = threshold.target().map(wish -> ", target " + wish.text()).orElse("");
    return limit() + target + observed(observation);
  }

  String targetMissed(Observation observation) {
    return limit()
        + " met, target "
        + threshold.target().map(Limit::text).orElse("")
        + " missed"
        + observed(observation);
  }

  String tolerated(Observation observation) {
    return limit()
        + " missed within the tolerance of "
        + FigureFormat.figure(threshold.tolerancePercent(), "%")
        + observed(observation);
  }

  String failed(Observation observation, Optional<String> cause) {
    return limit() + observed(observation) + because(cause);
  }

  /** {@code 0 samples, 50 needed: every AI request was UNAUTHORIZED (401): …}. */
  String noData(long samples, Optional<String> cause) {
    String counted =
        samples + (samples == 1 ? " sample, " : " samples, ") + threshold.minSamples() + " needed";
    return cause.isPresent()
        ? counted + because(cause)
        : counted
            + " ("
            + ScopeText.of(threshold.scope())
            + "): the run was too short, or minSamples is too high";
  }

  /** {@code no limit, observed 512 ms (n = 321): the baseline has no observed figures: …}. */
  String noLimit(Observation observation, String because) {
    return observation.value().isEmpty()
        ? "no limit, and no figure: " + because
        : "no limit" + observed(observation) + ": " + because;
  }

  private String limit() {
    return "limit " + threshold.check().limit().text();
  }

  private String observed(Observation observation) {
    double value = observation.value().orElse(Double.NaN);
    String unit = threshold.check().metric().dimension().unit();
    double limit = threshold.check().limit().comparison().number().orElse(value);
    return ", observed "
        + observation.words().orElseGet(() -> FigureFormat.besides(limit, value, unit))
        + " "
        + ScopeText.withCount(threshold.scope(), observation.samples());
  }

  private static String because(Optional<String> cause) {
    return cause.map(text -> ": " + text).orElse("");
  }
}
