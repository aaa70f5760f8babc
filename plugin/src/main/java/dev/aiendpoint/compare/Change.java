package dev.aiendpoint.compare;

import java.util.OptionalDouble;

/**
 * One figure of two runs.
 *
 * @param series operation class or label
 * @param figure what it is, such as {@code p95 elapsed}
 * @param unit {@code ms}, {@code %} or {@code /s}
 * @param before the figure of the run that is compared with
 * @param after the figure of the run
 * @param change in percent of {@code before}, of a rate in percentage points
 * @param low lower end of the 95 % interval of the change
 * @param high upper end
 * @param samples the fewer of both runs; where nothing is left, those before
 * @param word the decision
 */
public record Change(
    String series,
    String figure,
    String unit,
    OptionalDouble before,
    OptionalDouble after,
    OptionalDouble change,
    OptionalDouble low,
    OptionalDouble high,
    long samples,
    Word word) {}
