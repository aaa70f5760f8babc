package dev.aiendpoint.budget;

import dev.aiendpoint.baseline.Evaluation;
import dev.aiendpoint.baseline.FigureFormat;
import dev.aiendpoint.baseline.ThresholdResult;
import dev.aiendpoint.baseline.VerdictWord;
import dev.aiendpoint.exchange.Outcome;
import dev.aiendpoint.sample.OperationClass;
import dev.aiendpoint.sample.SampleColumn;
import dev.aiendpoint.stats.RunSnapshot;
import dev.aiendpoint.stats.Scope;
import dev.aiendpoint.stats.Summary;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * What a budget means for a verdict, as one more threshold with the id {@value #ID}. A run that
 * reached its budget is NO_DATA at best: it was cut short, so what the plan says was not measured.
 * So is a run whose answers cost something, none of which told how much. An answer in part untold
 * is a WARN, since the sum is then a lower bound.
 */
public final class BudgetEvaluator {

  public static final String ID = "run-budget";

  private BudgetEvaluator() {}

  /** The thresholds' evaluation with the budget's result as the last one. */
  public static Evaluation add(Evaluation evaluation, BudgetWatch watch, RunSnapshot run) {
    List<ThresholdResult> results = new ArrayList<>(evaluation.results());
    List<String> leftOut = new ArrayList<>(evaluation.leftOut());
    if (watch.priced() == 0 && generated(run, false) == 0) {
      leftOut.add(ID + ": no answer was generated, so nothing was spent");
    } else {
      results.add(result(watch, run));
    }
    return new Evaluation(results, leftOut);
  }

  /** For a result file without costs: nobody can tell whether the budget was held. */
  public static Evaluation addUndecidable(Evaluation evaluation, BudgetWatch watch) {
    List<ThresholdResult> results = new ArrayList<>(evaluation.results());
    results.add(
        new ThresholdResult(
            ID,
            "cost < " + watch.budget().text(),
            "all samples, CONTROL included",
            OptionalDouble.empty(),
            watch.budget().currency(),
            OptionalDouble.of(watch.budget().amount()),
            OptionalDouble.empty(),
            0,
            VerdictWord.NOT_DECIDABLE,
            "the result file lacks the column " + SampleColumn.COST.variable()));
    return new Evaluation(results, evaluation.leftOut());
  }

  private static ThresholdResult result(BudgetWatch watch, RunSnapshot run) {
    Budget budget = watch.budget();
    long untold = generated(run, true);
    VerdictWord word = VerdictWord.PASS;
    String message =
        "limit < "
            + budget.text()
            + ", observed "
            + budget.beside(watch.spent())
            + " (n = "
            + watch.priced()
            + ")";
    if (watch.reached().isPresent()) {
      word = VerdictWord.NO_DATA;
      message +=
          ": the run was cut short, so it is no measure of the plan: raise budget, or shorten the"
              + " run with duration.scale";
    } else if (watch.priced() == 0) {
      word = VerdictWord.NO_DATA;
      message =
          "limit < "
              + budget.text()
              + ", not measured: none of "
              + untold
              + " generated answers told its cost or its tokens";
    } else if (untold > 0) {
      word = VerdictWord.WARN;
      message +=
          ": "
              + untold
              + " generated answers told neither cost nor tokens, so more was spent than this";
    }
    return new ThresholdResult(
        ID,
        "cost < " + budget.text(),
        "all samples, CONTROL included",
        watch.priced() == 0 ? OptionalDouble.empty() : OptionalDouble.of(watch.spent()),
        budget.currency(),
        OptionalDouble.of(budget.amount()),
        OptionalDouble.empty(),
        watch.priced(),
        word,
        message);
  }

  /** Answers that must have cost something: all of them, or those that do not say how much. */
  private static long generated(RunSnapshot run, boolean untoldOnly) {
    Summary generated = run.select(Scope.ALL.withOutcomes(Set.of(Outcome.GENERATED)));
    // An answer of an AI request without any evidence is no free one either.
    Summary unclear =
        run.select(Scope.ofOperation(OperationClass.AI).withOutcomes(Set.of(Outcome.SERVED)));
    return count(generated, untoldOnly) + count(unclear, untoldOnly);
  }

  private static long count(Summary summary, boolean untoldOnly) {
    return summary.samples() - (untoldOnly ? summary.samplesWithCost() : 0);
  }

  /** Why the run ended early: amount, time and phase. */
  public static String reason(BudgetWatch watch, BudgetReached reached, Instant startedAt) {
    Instant at = Instant.ofEpochMilli(reached.atMillis());
    return "stopped early: the AI cost reached the budget of "
        + watch.budget().text()
        + ": "
        + watch.budget().beside(reached.spent())
        + " after "
        + FigureFormat.figure(Math.max(0, startedAt.until(at, ChronoUnit.MILLIS)), "ms")
        + (reached.phase().isEmpty() ? "" : ", in phase " + reached.phase())
        + ", at "
        + at.truncatedTo(ChronoUnit.SECONDS);
  }
}
