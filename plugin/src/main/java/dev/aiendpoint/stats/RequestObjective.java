package dev.aiendpoint.stats;

import dev.aiendpoint.sample.Sample;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * What one AI request must achieve to count as good.
 *
 * @param labels label patterns, any of which matches; empty for every AI request
 * @param mostMillis the most that each named duration may be, in milliseconds; at least one
 * @param text as its author wrote it, such as {@code AI chat: elapsed 5 s, ttft 2 s}
 */
public record RequestObjective(
    List<String> labels, Map<TimingMetric, Double> mostMillis, String text) {

  private static final TimingMetric[] TIMINGS = TimingMetric.values();

  public RequestObjective {
    labels = List.copyOf(labels);
    mostMillis = Map.copyOf(new EnumMap<>(mostMillis));
  }

  boolean isAbout(String label) {
    return AiLabels.matches(labels, label);
  }

  /** A request without a duration that it must keep to has not kept to it. */
  boolean isMetBy(Sample sample) {
    if (!sample.outcome().isSuccess()) {
      return false;
    }
    // Walking through the map would allocate at each sample.
    for (TimingMetric timing : TIMINGS) {
      Double most = mostMillis.get(timing);
      if (most != null && !isAtMost(most, timing.of(sample))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isAtMost(double most, OptionalDouble millis) {
    return millis.isPresent() && millis.getAsDouble() <= most;
  }
}
