package dev.aiendpoint.baseline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiendpoint.exchange.Outcome;
import dev.aiendpoint.stats.RunRecorder;
import dev.aiendpoint.stats.TestSample;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class VerdictBuilderTest {

  private static final String PASS = "'check': 'p95(elapsed) < 5 s'";
  private static final String WARN = "'check': 'p95(elapsed) < 5 s', 'target': '< 50 ms'";
  private static final String FAIL = "'check': 'rate(errors) < 1 %'";
  private static final String NO_DATA = "'check': 'p95(ttft) < 5 s'";
  private static final String OFF = "'check': 'p95(ttft) < 5 s', 'when': 'smoke.canary=on'";

  private final RunRecorder recorder = new RunRecorder(0);

  @Test
  void shouldNameReasonsMostImportantFirst() {
    record();
    RunVerdict verdict = build(List.of("stopped by hand"), PASS, WARN, NO_DATA, OFF, FAIL);
    assertThat(verdict.verdict()).isEqualTo(VerdictWord.FAIL);
    assertThat(verdict.reasons())
        .containsExactly(
            "stopped by hand",
            "FAIL t5: rate(errors) < 1 %: limit < 1 %, observed 16.7 % (n = 30): 5 of 30 requests"
                + " were SERVER_ERROR (503): boom",
            "NO_DATA t3: p95(ttft) < 5 s: 0 samples, 20 needed: no successful answer has ttft: only"
                + " streamed, generated answers do",
            "WARN t2: p95(elapsed) < 5 s: limit < 5 s met, target < 50 ms missed, observed 100 ms"
                + " (n = 25)",
            "left out: t4: only when smoke.canary=on, and smoke.canary is not set");
    assertThat(verdict.thresholds()).hasSize(4);
    assertThat(verdict.plan()).isEqualTo("test");
    assertThat(verdict.currency()).isEqualTo("KRW");
  }

  @Test
  void shouldPassWhenEveryThresholdIsMet() {
    record();
    RunVerdict verdict = build(List.of(), PASS, PASS);
    assertThat(verdict.verdict()).isEqualTo(VerdictWord.PASS);
    assertThat(verdict.reasons()).containsExactly("all 2 thresholds are met");
  }

  @Test
  void shouldWarnWhenAWarningIsTheWorst() {
    record();
    assertThat(build(List.of(), PASS, WARN).verdict()).isEqualTo(VerdictWord.WARN);
  }

  @Test
  void shouldHaveNoDataWhenEveryThresholdIsLeftOut() {
    record();
    RunVerdict verdict = build(List.of(), OFF);
    assertThat(verdict.verdict()).isEqualTo(VerdictWord.NO_DATA);
    assertThat(verdict.reasons())
        .containsExactly(
            "no threshold was decided",
            "left out: t1: only when smoke.canary=on, and smoke.canary is not set");
  }

  @Test
  void shouldHaveNoDataWhenNothingRan() {
    RunVerdict verdict = build(List.of(), PASS);
    assertThat(verdict.verdict()).isEqualTo(VerdictWord.NO_DATA);
    assertThat(verdict.reasons().get(0)).isEqualTo("no sample was recorded, so nothing was tested");
  }

  @Test
  void shouldMentionLabelsThatCouldNotBeToldApart() {
    for (int i = 0; i <= RunRecorder.MAX_GROUPS; i++) {
      TestSample.of("READ page " + i).recordIn(recorder, 1);
    }
    assertThat(build(List.of(), PASS).reasons())
        .last()
        .asString()
        .startsWith("more than 1000 pairs of label and phase");
  }

  private void record() {
    TestSample.of("READ home").recordIn(recorder, 25);
    TestSample.of("READ home").failed(Outcome.SERVER_ERROR, "503", "boom").recordIn(recorder, 5);
  }

  private RunVerdict build(List<String> events, String... thresholds) {
    Baseline baseline = TestBaseline.of(thresholds);
    var run = recorder.snapshot();
    Evaluation evaluation =
        BaselineEvaluator.evaluate(baseline, run, EvaluationContext.live(Map.of(), "here"));
    return VerdictBuilder.build(
        baseline,
        evaluation,
        run,
        new RunFacts("here", Instant.EPOCH, Instant.EPOCH.plusSeconds(9), "KRW", events));
  }
}
