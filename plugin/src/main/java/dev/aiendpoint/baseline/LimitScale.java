package dev.aiendpoint.baseline;

import dev.aiendpoint.phase.LoadScale;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A setting of the run that a limit grows and shrinks with, so that a plan run with fewer users, or
 * in a shorter time, is held to what its profile then implies.
 */
public enum LimitScale {
  /** With {@code users.scale}. */
  USERS("users", LoadScale.USERS_SETTING),
  /** With {@code duration.scale}. */
  DURATION("duration", LoadScale.DURATION_SETTING);

  private final String word;
  private final String setting;

  LimitScale(String word, String setting) {
    this.word = word;
    this.setting = setting;
  }

  static Optional<LimitScale> ofWord(String word) {
    return Arrays.stream(values()).filter(scale -> scale.word.equals(word)).findFirst();
  }

  static List<String> words() {
    return Arrays.stream(values()).map(scale -> scale.word).toList();
  }

  /** True when the check's figure grows with the setting, and its limit is one value. */
  boolean fits(Check check) {
    Metric metric = check.metric();
    boolean grows =
        switch (this) {
          case USERS ->
              metric instanceof Metric.MaxUsers
                  || metric instanceof Metric.Throughput
                  || metric instanceof Metric.Count;
          case DURATION -> metric instanceof CircuitMetric.Time;
        };
    return grows && isOneValue(check.limit().comparison());
  }

  /** What {@link #fits} asks for, in words. */
  String fitting() {
    return switch (this) {
      case USERS ->
          "absent where the limit is no <, <=, > or >= on max(users), throughput or a count: other"
              + " figures do not grow with the users";
      case DURATION ->
          "absent where the limit is no <, <=, > or >= on a circuit's time: latencies do not grow"
              + " with the run's length";
    };
  }

  /** True for a comparison with one value, in one direction. */
  private static boolean isOneValue(Comparison comparison) {
    return comparison instanceof Comparison.Bound bound && bound.operator().isOrder();
  }

  /** The check as it counts in a run with these settings; itself where nothing is scaled. */
  Check scaled(Check check, Map<String, String> settings) {
    Limit limit = scaled(check.limit(), check.metric(), settings);
    String metric =
        check.text().substring(0, check.text().length() - check.limit().text().length());
    return limit == check.limit() ? check : new Check(metric + limit.text(), check.metric(), limit);
  }

  Limit scaled(Limit limit, Metric metric, Map<String, String> settings) {
    double factor = factor(settings);
    if (factor == 1 || !(limit.comparison() instanceof Comparison.Bound bound)) {
      return limit;
    }
    double value = bound.value() * factor;
    if (metric instanceof Metric.MaxUsers) {
      // A load profile rounds each of its levels; there is no part of a user to ask for.
      value = Math.floor(value);
    }
    String unit = metric.dimension().unit();
    return new Limit(
        bound.operator().sign()
            + " "
            + FigureFormat.figure(value, unit)
            + " ("
            + FigureFormat.figure(bound.value(), unit)
            + " at "
            + setting
            + " "
            + FigureFormat.figure(factor, "")
            + ")",
        new Comparison.Bound(bound.operator(), value));
  }

  /** A setting that is no number has refused the run elsewhere. */
  private double factor(Map<String, String> settings) {
    try {
      return Double.parseDouble(settings.getOrDefault(setting, "1"));
    } catch (NumberFormatException e) {
      return 1;
    }
  }
}
