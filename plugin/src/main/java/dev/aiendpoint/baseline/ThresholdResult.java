package dev.aiendpoint.baseline;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One threshold held against a run.
 *
 * @param id the threshold's id
 * @param check the check as written, such as {@code p95(elapsed) < 5 s}
 * @param scope the selection in words, such as {@code labels AI explanation*, phases normal, peak};
 *     {@code all samples} without one
 * @param observed the figure, in {@code unit}; absent when it is unknown
 * @param unit {@code ms}, {@code %}, {@code pp}, {@code /s} or empty for counts and plain numbers
 * @param limit the limit in {@code unit}; absent for checks that have no single number
 * @param target the target in {@code unit}, absent without one
 * @param samples number of samples that the figure stands on
 * @param verdict PASS, WARN, FAIL, NO_DATA or NOT_DECIDABLE
 * @param message one sentence that stands alone: limit, observed, n, and the likely cause
 * @param threshold what was held against the run; empty when no baseline holds it
 */
public record ThresholdResult(
    String id,
    String check,
    String scope,
    OptionalDouble observed,
    String unit,
    OptionalDouble limit,
    OptionalDouble target,
    long samples,
    VerdictWord verdict,
    String message,
    Optional<Threshold> threshold) {

  /** A result of something else than a baseline's threshold. */
  public ThresholdResult(
      String id,
      String check,
      String scope,
      OptionalDouble observed,
      String unit,
      OptionalDouble limit,
      OptionalDouble target,
      long samples,
      VerdictWord verdict,
      String message) {
    this(
        id,
        check,
        scope,
        observed,
        unit,
        limit,
        target,
        samples,
        verdict,
        message,
        Optional.empty());
  }
}
