package dev.aiendpoint.budget;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiendpoint.baseline.Evaluation;
import dev.aiendpoint.baseline.ThresholdResult;
import dev.aiendpoint.baseline.VerdictWord;
import dev.aiendpoint.exchange.Outcome;
import dev.aiendpoint.stats.RunRecorder;
import dev.aiendpoint.stats.TestSample;
import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class BudgetEvaluatorTest {

  private static final ThresholdResult MET =
      new ThresholdResult(
          "met",
          "p95(elapsed) < 5 s",
          "all samples",
          OptionalDouble.of(1),
          "ms",
          OptionalDouble.of(5000),
          OptionalDouble.empty(),
          9,
          VerdictWord.PASS,
          "fine");

  private final RunRecorder run = new RunRecorder();
  private final BudgetWatch watch = new BudgetWatch(new Budget(300, "KRW"));

  private void record(TestSample sample) {
    run.record(sample.build());
    watch.record(sample.build());
  }

  private static TestSample generated() {
    return TestSample.of("AI chat").outcome(Outcome.GENERATED);
  }

  private Evaluation evaluate() {
    return BudgetEvaluator.add(new Evaluation(List.of(MET), List.of()), watch, run.snapshot());
  }

  private ThresholdResult budget() {
    List<ThresholdResult> results = evaluate().results();
    assertThat(results).hasSize(2);
    return results.get(1);
  }

  @Test
  void shouldPassWhenLessWasSpent() {
    record(generated().cost(120));

    ThresholdResult result = budget();

    assertThat(result.verdict()).isEqualTo(VerdictWord.PASS);
    assertThat(result.message()).isEqualTo("limit < 300 KRW, observed 120 KRW (n = 1)");
    assertThat(result.observed()).hasValue(120);
    assertThat(result.unit()).isEqualTo("KRW");
  }

  @Test
  void shouldNeverLetARunPassThatWasCutShort() {
    record(generated().cost(299));
    record(generated().cost(1.2));

    assertThat(budget().verdict()).isEqualTo(VerdictWord.NO_DATA);
    assertThat(budget().message())
        .startsWith("limit < 300 KRW, observed 300.2 KRW (n = 2): the run was cut short");
    assertThat(VerdictWord.worst(List.of(MET.verdict(), budget().verdict())).isAccepted())
        .isFalse();
  }

  @Test
  void shouldHaveNoDataWhenNoGeneratedAnswerToldItsCost() {
    record(generated());
    record(TestSample.of("AI explanation"));

    assertThat(budget().verdict()).isEqualTo(VerdictWord.NO_DATA);
    assertThat(budget().observed()).isEmpty();
    assertThat(budget().message()).contains("none of 2 generated answers");
  }

  @Test
  void shouldWarnWhenSomeGeneratedAnswersToldNoCost() {
    record(generated().cost(100));
    record(generated());

    assertThat(budget().verdict()).isEqualTo(VerdictWord.WARN);
    assertThat(budget().message()).contains("generated answers told neither");
  }

  @Test
  void shouldLeaveTheBudgetOutInTheOpenWhenNothingWasGenerated() {
    record(TestSample.of("READ health"));

    Evaluation evaluation = evaluate();

    assertThat(evaluation.results()).containsExactly(MET);
    assertThat(evaluation.leftOut())
        .containsExactly("run-budget: no answer was generated, so nothing was spent");
  }

  @Test
  void shouldSayAmountTimeAndPhaseOfAStop() {
    Instant start = Instant.parse("2026-11-02T09:30:00Z");
    record(generated().cost(312.5).phase("stress").start(start.toEpochMilli()).elapsed(4210));

    assertThat(BudgetEvaluator.reason(watch, watch.reached().orElseThrow(), start))
        .isEqualTo(
            "stopped early: the AI cost reached the budget of 300 KRW: 313 KRW after 4.21 s,"
                + " in phase stress, at 2026-11-02T09:30:04Z");
  }
}
