package dev.aiendpoint.baseline;

import dev.aiendpoint.phase.LoadScale;
import dev.aiendpoint.stats.RunSnapshot;
import dev.aiendpoint.stats.Scope;
import java.util.Map;
import java.util.Optional;

/**
 * One limit of a baseline.
 *
 * @param id unique in its baseline
 * @param description what it is for, empty when the author gave none
 * @param check metric and limit
 * @param target a stricter wish; missing it is a warning
 * @param scope the samples it is about
 * @param minSamples with fewer samples it is NO_DATA, from 1
 * @param tolerancePercent a limit missed by no more than this part of itself is a warning; 0 for
 *     none
 * @param abort when a breach stops the test; empty for never
 * @param when under which it counts; empty for always
 * @param scale what the limit and the target grow and shrink with; empty for nothing
 * @param precondition what was not measured unless this holds
 */
public record Threshold(
    String id,
    String description,
    Check check,
    Optional<Limit> target,
    Scope scope,
    long minSamples,
    double tolerancePercent,
    Optional<AbortRule> abort,
    Optional<Condition> when,
    Optional<LimitScale> scale,
    Precondition precondition) {

  /** Samples that a threshold needs unless it says otherwise. */
  public static final long DEFAULT_MIN_SAMPLES = 20;

  /** A threshold whose limit is the same in every run. */
  public Threshold(
      String id,
      String description,
      Check check,
      Optional<Limit> target,
      Scope scope,
      long minSamples,
      double tolerancePercent,
      Optional<AbortRule> abort,
      Optional<Condition> when) {
    this(
        id,
        description,
        check,
        target,
        scope,
        minSamples,
        tolerancePercent,
        abort,
        when,
        Optional.empty(),
        Precondition.OF_NONE);
  }

  /** The threshold as it counts in a run with these settings. */
  Threshold scaled(Map<String, String> settings) {
    return scale
        .map(
            factor ->
                new Threshold(
                    id,
                    description,
                    factor.scaled(check, settings),
                    target.map(wish -> factor.scaled(wish, check.metric(), settings)),
                    scope,
                    minSamples,
                    tolerancePercent,
                    abort,
                    when,
                    Optional.empty(),
                    precondition))
        .orElse(this);
  }

  /** The threshold with another check. */
  Threshold withCheck(Check other) {
    return new Threshold(
        id,
        description,
        other,
        target,
        scope,
        minSamples,
        tolerancePercent,
        abort,
        when,
        scale,
        precondition);
  }

  /** The check as a verdict shows it, of a run at this scale. */
  public String checkAt(LoadScale load) {
    Map<String, String> settings =
        Map.of(
            LoadScale.USERS_SETTING, Double.toString(load.users()),
            LoadScale.DURATION_SETTING, Double.toString(load.duration()));
    return scaled(settings).check().text();
  }

  /** The selection in words, as a verdict shows it. */
  public String scopeText() {
    return ScopeText.of(scope);
  }

  /** The figure now. */
  Observation observe(RunSnapshot run) {
    return check.metric().observe(run, scope);
  }

  /** True when the value is so far past the limit that not even the tolerance accepts it. */
  boolean isBroken(double value) {
    return !check.limit().comparison().accepts(value)
        && !check
            .limit()
            .comparison()
            .range(tolerancePercent)
            .map(range -> range.contains(value))
            .orElse(false);
  }

  /** True when it is broken and no further sample can heal it. */
  boolean isBrokenForGood(double value) {
    return check.metric().onlyGrows()
        && isBroken(value)
        && check
            .limit()
            .comparison()
            .range(tolerancePercent)
            .map(range -> range.isAbove(value))
            .orElse(false);
  }
}
