package dev.aiendpoint.promote;

import dev.aiendpoint.baseline.VerdictWord;
import dev.aiendpoint.phase.LoadScale;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What the {@code verdict.json} of a run tells whoever promotes it.
 *
 * @param plan name of the plan
 * @param verdict the run's word
 * @param endedAt end of the run
 * @param target what was tested
 * @param samples all samples
 * @param scale empty when the file does not tell it
 * @param results by threshold id
 */
public record FinishedRun(
    String plan,
    VerdictWord verdict,
    Instant endedAt,
    String target,
    long samples,
    Optional<LoadScale> scale,
    Map<String, Result> results) {

  /**
   * One threshold held against the run.
   *
   * @param check as it counted in the run
   * @param scope the selection in words
   * @param observed the figure, absent when unknown
   * @param unit of the figure
   * @param samples how many it stands on
   * @param verdict its word
   */
  public record Result(
      String check,
      String scope,
      OptionalDouble observed,
      String unit,
      long samples,
      VerdictWord verdict) {}

  public FinishedRun {
    results = new LinkedHashMap<>(results);
  }
}
