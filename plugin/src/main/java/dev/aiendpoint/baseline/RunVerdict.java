package dev.aiendpoint.baseline;

import dev.aiendpoint.stats.RunSnapshot;
import java.time.Instant;
import java.util.List;

/**
 * A run's verdict and the figures it stands on: what every report is written from.
 *
 * @param plan name of the plan, such as {@code smoke-test}
 * @param verdict the run's word
 * @param reasons why, most important first; also what was left out on purpose
 * @param target what was tested, such as {@code http://127.0.0.1:41234 (embedded stand-in)}
 * @param startedAt start of the run
 * @param endedAt end of the run
 * @param thresholds every threshold of the baseline, in its order
 * @param figures everything recorded
 * @param currency currency of costs, empty when the profile has no prices
 * @param origin how the run came about
 */
public record RunVerdict(
    String plan,
    VerdictWord verdict,
    List<String> reasons,
    String target,
    Instant startedAt,
    Instant endedAt,
    List<ThresholdResult> thresholds,
    RunSnapshot figures,
    String currency,
    RunOrigin origin) {

  /** A run of which nobody knows how it came about. */
  public RunVerdict(
      String plan,
      VerdictWord verdict,
      List<String> reasons,
      String target,
      Instant startedAt,
      Instant endedAt,
      List<ThresholdResult> thresholds,
      RunSnapshot figures,
      String currency) {
    this(
        plan,
        verdict,
        reasons,
        target,
        startedAt,
        endedAt,
        thresholds,
        figures,
        currency,
        RunOrigin.UNKNOWN);
  }
}
