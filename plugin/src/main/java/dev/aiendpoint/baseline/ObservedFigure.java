package dev.aiendpoint.baseline;

/**
 * The figure of one threshold in the promoted run.
 *
 * @param value the figure, in {@code unit}
 * @param unit unit of the metric's dimension
 * @param samples how many samples it stood on
 * @param metric the metric as its check wrote it then, such as {@code p95(elapsed)}
 * @param scope the selection in words, as in {@code verdict.json}
 */
public record ObservedFigure(
    double value, String unit, long samples, String metric, String scope) {}
