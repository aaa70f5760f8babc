package dev.aiendpoint.baseline;

import dev.aiendpoint.stats.RunSnapshot;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Decides while a test runs whether a breach should stop it: at once when no further sample can
 * heal it, else when it has lasted as long as the threshold's rule says. For one thread.
 */
public final class AbortWatch {

  private final List<Threshold> watched;
  private final EvaluationContext context;
  private final Map<String, Long> brokenSinceNanos = new HashMap<>();

  public AbortWatch(Baseline baseline, EvaluationContext given) {
    this.context = given.forBaseline(baseline);
    ObservedLimit observed = new ObservedLimit(baseline, context);
    this.watched =
        baseline.thresholds().stream()
            .filter(threshold -> threshold.abort().isPresent())
            .filter(threshold -> BaselineEvaluator.reasonToLeaveOut(threshold, context).isEmpty())
            .map(threshold -> threshold.scaled(context.settings()))
            // Without a limit nothing can be broken; the verdict will say so.
            .filter(threshold -> observed.obstacle(threshold).isEmpty())
            .map(observed::resolved)
            .toList();
  }

  /** False when no threshold can stop the test, so that nobody needs to take snapshots. */
  public boolean isNeeded() {
    return !watched.isEmpty();
  }

  /**
   * Looks at the run as it is now.
   *
   * @param nowNanos now on the monotonic clock
   * @return why the test should stop; empty to go on
   */
  public Optional<String> observe(RunSnapshot run, long nowNanos) {
    Optional<String> reason = Optional.empty();
    for (Threshold threshold : watched) {
      Optional<String> now = reasonToStop(threshold, run, nowNanos);
      reason = reason.isPresent() ? reason : now;
    }
    return reason;
  }

  private Optional<String> reasonToStop(Threshold threshold, RunSnapshot run, long nowNanos) {
    Observation observation = threshold.observe(run);
    if (observation.value().isEmpty()) {
      return healed(threshold);
    }
    double value = observation.value().getAsDouble();
    if (threshold.isBrokenForGood(value)) {
      return Optional.of(reason(threshold, run, "for good"));
    }
    if (observation.samples() < threshold.minSamples()
        || threshold.check().metric().onlyGrows()
        || !threshold.isBroken(value)) {
      return healed(threshold);
    }
    long since = brokenSinceNanos.computeIfAbsent(threshold.id(), id -> nowNanos);
    long lastedNanos = nowNanos - since;
    return lastedNanos >= threshold.abort().orElseThrow().after().toNanos()
        ? Optional.of(reason(threshold, run, "for " + FigureFormat.figure(lastedNanos / 1e6, "ms")))
        : Optional.empty();
  }

  private Optional<String> healed(Threshold threshold) {
    brokenSinceNanos.remove(threshold.id());
    return Optional.empty();
  }

  private String reason(Threshold threshold, RunSnapshot run, String howLong) {
    return "stopped early: "
        + threshold.id()
        + " is broken "
        + howLong
        + ": "
        + threshold.check().text()
        + ": "
        + BaselineEvaluator.evaluate(threshold, run, context).message();
  }
}
