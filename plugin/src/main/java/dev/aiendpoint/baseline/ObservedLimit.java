package dev.aiendpoint.baseline;

import dev.aiendpoint.phase.LoadScale;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;

/**
 * Makes limits that are relative to the promoted run into plain ones. A figure of another metric,
 * selection or scale is no figure to compare with: the threshold then has no limit, and that is
 * NO_DATA, never PASS.
 */
final class ObservedLimit {

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("yyyy-MM-dd").withZone(ZoneOffset.UTC);
  private static final int COMMIT_SHOWN = 9;
  private static final String ADVICE =
      ": promote an accepted run with the command promote, see docs/promote.md";

  private final Optional<ObservedRun> promoted;
  private final Map<String, String> settings;

  ObservedLimit(Baseline baseline, EvaluationContext context) {
    this.promoted = baseline.observed();
    this.settings = context.settings();
  }

  static boolean isRelative(Threshold threshold) {
    return threshold.check().limit().comparison() instanceof Comparison.OfObserved;
  }

  /** Why a relative limit is unknown; empty when it is known, or not relative. */
  Optional<String> obstacle(Threshold threshold) {
    if (!(threshold.check().limit().comparison() instanceof Comparison.OfObserved relative)) {
      return Optional.empty();
    }
    if (promoted.isEmpty()) {
      return Optional.of("the baseline has no observed figures" + ADVICE);
    }
    ObservedFigure figure = promoted.get().figures().get(threshold.id());
    if (figure == null) {
      return Optional.of("the promoted run has no figure for " + threshold.id() + ADVICE);
    }
    String metric = threshold.check().metricText();
    String scope = ScopeText.of(threshold.scope());
    if (!figure.metric().equals(metric) || !figure.scope().equals(scope)) {
      return Optional.of(
          "the promoted figure is "
              + figure.metric()
              + " of "
              + figure.scope()
              + ", not "
              + metric
              + " of "
              + scope
              + ADVICE);
    }
    return otherScale(promoted.get().scale())
        .or(
            () ->
                ComparisonParser.meaninglessness(
                        relative.bound(figure.value()), threshold.check().metric().dimension())
                    .map(
                        rule ->
                            "the promoted figure "
                                + shown(figure.value(), threshold)
                                + " does not make "
                                + rule));
  }

  private Optional<String> otherScale(LoadScale then) {
    LoadScale now = RunOrigin.scaleOf(settings);
    return then.equals(now)
        ? Optional.empty()
        : Optional.of(
            "the promoted run is of "
                + text(then)
                + ", this one of "
                + text(now)
                + ", another load: run at that scale, or promote a run of this one");
  }

  private static String text(LoadScale scale) {
    return LoadScale.DURATION_SETTING
        + " "
        + FigureFormat.figure(scale.duration(), "")
        + " and "
        + LoadScale.USERS_SETTING
        + " "
        + FigureFormat.figure(scale.users(), "");
  }

  /** The threshold with a plain limit; itself when its limit is plain already. */
  Threshold resolved(Threshold threshold) {
    if (!(threshold.check().limit().comparison() instanceof Comparison.OfObserved relative)) {
      return threshold;
    }
    ObservedRun run = promoted.orElseThrow();
    ObservedFigure figure = run.figures().get(threshold.id());
    Comparison.Bound bound = relative.bound(figure.value());
    String text =
        bound.operator().sign()
            + " "
            + shown(bound.value(), threshold)
            + " ("
            + threshold.check().limit().text().substring(bound.operator().sign().length()).strip()
            + ", observed "
            + shown(figure.value(), threshold)
            + ", n = "
            + figure.samples()
            + ", promoted run of "
            + DAY.format(run.date())
            + run.commit().map(commit -> ", commit " + shortened(commit)).orElse("")
            + ")";
    Check check = threshold.check();
    return threshold.withCheck(
        new Check(check.metricText() + " " + text, check.metric(), new Limit(text, bound)));
  }

  private static String shown(double value, Threshold threshold) {
    return FigureFormat.figure(value, threshold.check().metric().dimension().unit());
  }

  private static String shortened(String commit) {
    return commit.length() <= COMMIT_SHOWN ? commit : commit.substring(0, COMMIT_SHOWN);
  }
}
