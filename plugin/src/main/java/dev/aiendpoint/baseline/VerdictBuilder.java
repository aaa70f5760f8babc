package dev.aiendpoint.baseline;

import dev.aiendpoint.stats.RunRecorder;
import dev.aiendpoint.stats.RunSnapshot;
import dev.aiendpoint.stats.Scope;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes the verdict of a run from its thresholds' results: the worst word, and the reasons, most
 * important first: what ended the run, then FAIL, NO_DATA, NOT_DECIDABLE and WARN in file order,
 * then what was left out on purpose.
 */
public final class VerdictBuilder {

  private static final List<VerdictWord> BY_WEIGHT =
      List.of(VerdictWord.FAIL, VerdictWord.NO_DATA, VerdictWord.NOT_DECIDABLE, VerdictWord.WARN);

  private VerdictBuilder() {}

  public static RunVerdict build(
      Baseline baseline, Evaluation evaluation, RunSnapshot run, RunFacts facts) {
    VerdictWord word =
        VerdictWord.worst(evaluation.results().stream().map(ThresholdResult::verdict).toList());
    return new RunVerdict(
        baseline.plan(),
        word,
        reasons(evaluation, run, facts),
        facts.target(),
        facts.startedAt(),
        facts.endedAt(),
        evaluation.results(),
        run,
        facts.currency(),
        facts.origin());
  }

  private static List<String> reasons(Evaluation evaluation, RunSnapshot run, RunFacts facts) {
    List<ThresholdResult> results = evaluation.results();
    List<String> reasons = new ArrayList<>(facts.events());
    if (run.select(Scope.ALL).samples() == 0) {
      reasons.add("no sample was recorded, so nothing was tested");
    }
    if (results.stream().allMatch(result -> result.verdict() == VerdictWord.NOT_DECIDABLE)) {
      reasons.add("no threshold was decided");
    }
    for (VerdictWord word : BY_WEIGHT) {
      results.stream()
          .filter(result -> result.verdict() == word)
          .forEach(
              result ->
                  reasons.add(
                      word + " " + result.id() + ": " + result.check() + ": " + result.message()));
    }
    long met = results.stream().filter(result -> result.verdict() == VerdictWord.PASS).count();
    if (met > 0 && met == results.size()) {
      reasons.add(met == 1 ? "the threshold is met" : "all " + met + " thresholds are met");
    }
    evaluation.leftOut().forEach(text -> reasons.add("left out: " + text));
    if (run.labelsOverflowed()) {
      reasons.add(
          "more than "
              + RunRecorder.MAX_GROUPS
              + " pairs of label and phase: the rest stands under '… (more labels)', where"
              + " thresholds by label do not see it");
    }
    return List.copyOf(reasons);
  }
}
