package dev.aiendpoint.baseline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiendpoint.exchange.Outcome;
import dev.aiendpoint.sample.SampleColumn;
import dev.aiendpoint.stats.RunRecorder;
import dev.aiendpoint.stats.TestSample;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PreconditionTest {

  private static final String FILE =
      """
      {"plan": "test", "thresholds": [
        {"id": "induced", "check": "count(errors) <= 0", "labels": "CONTROL fault*",
         "minSamples": 2, "precondition": true},
        {"id": "errors", "check": "rate(errors) < 1 %", "minSamples": 1},
        {"id": "good", "check": "rate(success) >= 0.1 %", "minSamples": 1}]}
      """;

  private final RunRecorder run = new RunRecorder(0);

  private List<ThresholdResult> results() throws Exception {
    return BaselineEvaluator.evaluate(
            BaselineReader.read("test", FILE),
            run.snapshot(),
            EvaluationContext.live(Map.of(), "here"))
        .results();
  }

  private void record(String label, Outcome outcome, int times) {
    TestSample sample = TestSample.of(label).start(0).elapsed(10);
    (outcome.isSuccess()
            ? sample.outcome(outcome)
            : sample.failed(outcome, "", "no fault could be induced"))
        .recordIn(run, times);
  }

  @Test
  void shouldJudgeTheOthersWhereItHolds() throws Exception {
    record("CONTROL fault on", Outcome.SERVED, 1);
    record("CONTROL fault off", Outcome.SERVED, 1);
    record("AI chat", Outcome.SERVER_ERROR, 5);
    record("AI chat", Outcome.GENERATED, 5);

    assertThat(results())
        .extracting(ThresholdResult::verdict)
        .containsExactly(VerdictWord.PASS, VerdictWord.FAIL, VerdictWord.PASS);
  }

  @Test
  void shouldLeaveNothingMeasuredWhereItIsMissed() throws Exception {
    record("CONTROL fault on", Outcome.ASSERTION_FAILED, 1);
    record("AI chat", Outcome.SERVER_ERROR, 5);
    record("AI chat", Outcome.GENERATED, 5);

    assertThat(results()).extracting(ThresholdResult::verdict).containsOnly(VerdictWord.NO_DATA);
    assertThat(results().get(0).message()).contains("no fault could be induced");
    assertThat(results().get(1).message())
        .startsWith("not measured, since induced does not hold (");
  }

  @Test
  void shouldDecideNothingWhereItCannotBeDecided() throws Exception {
    record("AI chat", Outcome.GENERATED, 5);
    String file = FILE.replace("count(errors) <= 0", "p95(ttft) < 1 s");

    List<ThresholdResult> results =
        BaselineEvaluator.evaluate(
                BaselineReader.read("test", file),
                run.snapshot(),
                EvaluationContext.offline(Map.of(), Set.of(SampleColumn.OUTCOME), "here"))
            .results();

    assertThat(results)
        .extracting(ThresholdResult::verdict)
        .containsOnly(VerdictWord.NOT_DECIDABLE);
    assertThat(results.get(0).message()).startsWith("the result file lacks the column ai_ttft_ms");
    assertThat(results.get(1).message())
        .startsWith("worth nothing unless induced holds, which cannot be decided (the result file");
    assertThat(results.get(1).observed()).isEmpty();
  }

  @Test
  void shouldLeaveNothingMeasuredWhereNobodySawIt() throws Exception {
    record("AI chat", Outcome.GENERATED, 5);

    assertThat(results()).extracting(ThresholdResult::verdict).containsOnly(VerdictWord.NO_DATA);
  }
}
