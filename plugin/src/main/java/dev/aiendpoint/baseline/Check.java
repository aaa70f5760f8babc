package dev.aiendpoint.baseline;

/**
 * A metric and what it must be.
 *
 * @param text as written, such as {@code p95(elapsed) < 5 s}
 * @param metric the figure
 * @param limit what the figure must be
 */
public record Check(String text, Metric metric, Limit limit) {

  /** The metric as written, such as {@code p95(elapsed)}. */
  public String metricText() {
    String whole = text.stripTrailing();
    return whole.substring(0, whole.length() - limit.text().length()).strip();
  }
}
