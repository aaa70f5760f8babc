package dev.aiendpoint.baseline;

import static dev.aiendpoint.baseline.VerdictWord.NO_DATA;
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

  private static final String NAMED =
      """
      {"plan": "test", "thresholds": [
        {"id": "lists", "check": "rate(success) == 100 %", "labels": "CONTROL lists",
         "minSamples": 1, "precondition": "held, other"},
        {"id": "held", "check": "rate(success) == 100 %", "labels": "CONTROL held", "minSamples": 1},
        {"id": "good", "check": "rate(success) >= 0.1 %", "minSamples": 1},
        {"id": "other", "check": "rate(errors) < 99 %", "minSamples": 1}]}
      """;

  private List<ThresholdResult> results() throws Exception {
    return results(FILE);
  }

  private List<ThresholdResult> results(String file) throws Exception {
    return BaselineEvaluator.evaluate(
            BaselineReader.read("test", file),
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
  void shouldLeaveOnlyTheNamedOnesUnmeasured() throws Exception {
    record("AI chat", Outcome.GENERATED, 5);
    for (int i = 0; i < 3; i++) {
      TestSample.of("CONTROL lists").failed(Outcome.CLIENT_ERROR, "404", "none").recordIn(run, 1);
    }

    List<ThresholdResult> results = results(NAMED);
    assertThat(results)
        .extracting(ThresholdResult::verdict)
        .containsExactly(
            VerdictWord.NO_DATA, VerdictWord.NO_DATA, VerdictWord.PASS, VerdictWord.NO_DATA);
    assertThat(results.get(0).message()).contains("CLIENT_ERROR (404)");
    assertThat(results.get(1).message())
        .startsWith("not measured, since lists does not hold (")
        .contains("404");
  }

  @Test
  void shouldKeepABreachThatWasSeenAllTheSame() throws Exception {
    record("AI chat", Outcome.GENERATED, 5);
    record("CONTROL lists", Outcome.SERVED, 2);
    TestSample.of("CONTROL lists").failed(Outcome.CLIENT_ERROR, "404", "none").recordIn(run, 1);
    record("CONTROL held", Outcome.SERVED, 4);
    assertThat(results(NAMED).get(1).verdict()).as("a part is not all").isEqualTo(NO_DATA);

    record("CONTROL held", Outcome.ASSERTION_FAILED, 1);

    assertThat(results(NAMED).get(1).verdict()).isEqualTo(VerdictWord.FAIL);
  }

  @Test
  void shouldLeaveNothingMeasuredWhereNobodySawIt() throws Exception {
    record("AI chat", Outcome.GENERATED, 5);

    assertThat(results()).extracting(ThresholdResult::verdict).containsOnly(VerdictWord.NO_DATA);
  }
}
