package dev.aiendpoint.promote;

import dev.aiendpoint.baseline.Baseline;
import dev.aiendpoint.baseline.BaselineReader;
import dev.aiendpoint.baseline.Comparison;
import dev.aiendpoint.baseline.FigureFormat;
import dev.aiendpoint.baseline.ObservedFigure;
import dev.aiendpoint.baseline.ObservedRun;
import dev.aiendpoint.baseline.Threshold;
import dev.aiendpoint.baseline.VerdictWord;
import dev.aiendpoint.json.InvalidFileException;
import dev.aiendpoint.json.JsonText;
import dev.aiendpoint.phase.LoadScale;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A run taken into a baseline file.
 *
 * @param text the new content of the file
 * @param observed what was written
 * @param changes of limits, old and new, one line each
 */
public record Promotion(String text, ObservedRun observed, List<String> changes) {

  public Promotion {
    changes = List.copyOf(changes);
  }

  /**
   * @param file name of the baseline file, for messages
   * @param text its content
   * @param run the run
   * @param commit of the repository, where there is one
   * @param force whether a run that was not accepted may be promoted
   * @param tighten whether limits are narrowed
   * @throws InvalidFileException when the baseline is not valid
   * @throws PromotionRefusedException with every reason
   */
  public static Promotion of(
      String file,
      String text,
      FinishedRun run,
      Optional<String> commit,
      boolean force,
      boolean tighten)
      throws InvalidFileException, PromotionRefusedException {
    Baseline baseline = BaselineReader.read(file, text);
    refuseIfAny(reasons(file, baseline, run, force, tighten));
    ObservedRun observed =
        new ObservedRun(
            run.endedAt(),
            commit,
            run.target(),
            run.samples(),
            run.scale().orElseThrow(),
            figures(baseline, run));
    if (observed.figures().isEmpty()) {
      refuseIfAny(List.of("the run has no figure to promote"));
    }
    List<String> changes = new ArrayList<>();
    JsonText json = JsonText.of(text);
    if (tighten) {
      json = tightened(json, baseline, run, changes);
    }
    json = json.withMember("observed", ObservedText.of(observed, json));
    // What is written must be what the next run can read.
    BaselineReader.read(file, json.toString());
    return new Promotion(json.toString(), observed, changes);
  }

  private static void refuseIfAny(List<String> reasons) throws PromotionRefusedException {
    if (!reasons.isEmpty()) {
      throw new PromotionRefusedException(reasons);
    }
  }

  private static List<String> reasons(
      String file, Baseline baseline, FinishedRun run, boolean force, boolean tighten) {
    List<String> reasons = new ArrayList<>();
    if (!baseline.plan().equals(run.plan())) {
      return List.of(
          "the run is of the plan '" + run.plan() + "', " + file + " of '" + baseline.plan() + "'");
    }
    if (!run.verdict().isAccepted() && !force) {
      reasons.add(
          "the run's verdict is "
              + run.verdict()
              + ": a run that was not accepted is no measure; --force takes it all the same");
    }
    if (run.scale().isEmpty()) {
      reasons.add(
          "the run does not tell its duration.scale and users.scale, so nothing could be held"
              + " against its figures");
    } else if (tighten && !run.scale().get().equals(LoadScale.FULL)) {
      reasons.add(
          "limits are tightened only by a run at duration.scale 1 and users.scale 1, and this one"
              + " had "
              + FigureFormat.figure(run.scale().get().duration(), "")
              + " and "
              + FigureFormat.figure(run.scale().get().users(), ""));
    }
    baseline.thresholds().forEach(threshold -> difference(threshold, run).ifPresent(reasons::add));
    return reasons;
  }

  /** Why the run was not held against this threshold as it is now. */
  private static Optional<String> difference(Threshold threshold, FinishedRun run) {
    FinishedRun.Result result = run.results().get(threshold.id());
    if (result == null) {
      return threshold.when().isPresent()
          ? Optional.empty()
          : Optional.of("the run was not held against the threshold '" + threshold.id() + "'");
    }
    String now = threshold.checkAt(run.scale().orElse(LoadScale.FULL));
    boolean sameCheck =
        threshold.check().limit().comparison() instanceof Comparison.OfObserved relative
            ? result
                .check()
                .startsWith(threshold.check().metricText() + " " + relative.operator().sign() + " ")
            : result.check().equals(now);
    if (!sameCheck) {
      return Optional.of(
          "the run was held against '"
              + threshold.id()
              + "': "
              + result.check()
              + ", which is now "
              + now);
    }
    return result.scope().equals(threshold.scopeText())
        ? Optional.empty()
        : Optional.of(
            "the run was held against '"
                + threshold.id()
                + "' of "
                + result.scope()
                + ", which is now of "
                + threshold.scopeText());
  }

  private static Map<String, ObservedFigure> figures(Baseline baseline, FinishedRun run) {
    Map<String, ObservedFigure> figures = new LinkedHashMap<>();
    for (Threshold threshold : baseline.thresholds()) {
      FinishedRun.Result result = run.results().get(threshold.id());
      if (result != null
          && result.observed().isPresent()
          && result.samples() >= threshold.minSamples()) {
        figures.put(
            threshold.id(),
            new ObservedFigure(
                result.observed().getAsDouble(),
                result.unit(),
                result.samples(),
                threshold.check().metricText(),
                threshold.scopeText()));
      }
    }
    return figures;
  }

  private static JsonText tightened(
      JsonText json, Baseline baseline, FinishedRun run, List<String> changes) {
    JsonText changed = json;
    for (int i = 0; i < baseline.thresholds().size(); i++) {
      Threshold threshold = baseline.thresholds().get(i);
      FinishedRun.Result result = run.results().get(threshold.id());
      boolean met =
          result != null
              && result.observed().isPresent()
              && result.samples() >= threshold.minSamples()
              && (result.verdict() == VerdictWord.PASS || result.verdict() == VerdictWord.WARN)
              && threshold.check().limit().comparison().accepts(result.observed().getAsDouble());
      Optional<String> limit =
          met ? TighterLimit.of(threshold, result.observed().getAsDouble()) : Optional.empty();
      if (limit.isPresent()) {
        changed = withLimit(changed, "/thresholds/" + i + "/check", threshold, limit.get());
        changes.add(
            threshold.id()
                + "  "
                + threshold.check().limit().text()
                + " -> "
                + limit.get()
                + "  (observed "
                + FigureFormat.figure(result.observed().getAsDouble(), result.unit())
                + ", n = "
                + result.samples()
                + ")");
      }
    }
    return changed;
  }

  private static JsonText withLimit(
      JsonText json, String pointer, Threshold threshold, String limit) {
    String literal = json.literal(pointer).orElseThrow();
    String old = threshold.check().limit().text();
    int at = literal.lastIndexOf(old);
    // A check that is written with escapes is written anew.
    return json.with(
        pointer,
        at < 0
            ? JsonText.quoted(threshold.check().metricText() + " " + limit)
            : literal.substring(0, at) + limit + literal.substring(at + old.length()));
  }
}
