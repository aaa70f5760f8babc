package dev.aiendpoint.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.aiendpoint.exchange.Outcome;
import dev.aiendpoint.ratelimit.Announcement;
import dev.aiendpoint.sample.Sample;
import dev.aiendpoint.sample.SampleColumn;
import dev.aiendpoint.stats.RunRecorder;
import dev.aiendpoint.stats.TestSample;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RateLimitThresholdTest {

  private final RunRecorder recorder = new RunRecorder(0);

  private void record(long start, String phase, Outcome outcome, long waitMillis) {
    Sample sample =
        TestSample.of("AI chat").start(start).elapsed(10).phase(phase).outcome(outcome).build();
    recorder.record(sample);
    recorder.recordLimit(
        sample,
        "user",
        waitMillis < 0 ? Optional.empty() : Optional.of(new Announcement(waitMillis, "x")));
  }

  /** In normal a word is kept, in stress one is broken and one kept. */
  private void recordARun() {
    record(0, "normal", Outcome.RATE_LIMITED, 1_000);
    record(2_010, "normal", Outcome.GENERATED, -1);
    record(10_000, "stress", Outcome.RATE_LIMITED, 1_000);
    record(12_000, "stress", Outcome.RATE_LIMITED, 1_000);
    record(15_010, "stress", Outcome.GENERATED, -1);
  }

  private ThresholdResult decide(String threshold, EvaluationContext context) {
    return BaselineEvaluator.evaluate(TestBaseline.of(threshold), recorder.snapshot(), context)
        .results()
        .get(0);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = ';',
      value = {
        "'check': 'count(ratelimit.broken) == 0', 'minSamples': 1; FAIL; observed 1",
        "'check': 'count(ratelimit.broken) == 0', 'minSamples': 1; FAIL; the server had announced",
        "'check': 'count(ratelimit.broken) <= 1', 'minSamples': 3; PASS; (n = 3",
        "'check': 'count(ratelimit.broken) == 0', 'minSamples': 1, 'phases': 'normal'; PASS; observed 0",
        "'check': 'count(ratelimit.broken) <= 9', 'minSamples': 4; NO_DATA; 3 samples, 4 needed",
        "'check': 'count(ratelimit.broken) == 0', 'minSamples': 1, 'labels': 'READ*'; NO_DATA; 0 samples",
        "'check': 'max(ratelimit.length) < 6 s', 'minSamples': 2; PASS; observed 5 s",
        "'check': 'max(ratelimit.length) < 4 s', 'minSamples': 2; FAIL; observed 5 s",
        "'check': 'max(ratelimit.length) < 4 s', 'minSamples': 1, 'phases': 'normal'; PASS; observed 2 s",
      })
  void shouldDecide(String threshold, VerdictWord word, String message) {
    recordARun();
    ThresholdResult result = decide(threshold, EvaluationContext.live(Map.of(), ""));
    assertThat(result.message()).contains(message);
    assertThat(result.verdict()).isEqualTo(word);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({"count(ratelimit.broken) == 0", "max(ratelimit.length) < 1 s"})
  void shouldHaveNoDataWhereNobodyWasRefused(String check) {
    record(0, "normal", Outcome.GENERATED, -1);
    ThresholdResult result =
        decide("'check': '" + check + "', 'minSamples': 1", EvaluationContext.live(Map.of(), ""));
    assertThat(result.verdict()).isEqualTo(VerdictWord.NO_DATA);
    assertThat(result.message()).contains("only ");
  }

  @Test
  void shouldNotDecideFromAResultFile() {
    recordARun();
    ThresholdResult result =
        decide(
            "'check': 'count(ratelimit.broken) == 0'",
            EvaluationContext.offline(Map.of(), EnumSet.allOf(SampleColumn.class), ""));
    assertThat(result.verdict()).isEqualTo(VerdictWord.NOT_DECIDABLE);
    assertThat(result.message()).contains("no result file holds headers of responses");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = ';',
      value = {
        "count(ratelimit.brokn) == 0; ratelimit.broken",
        "count(ratelimit.length) == 0; ratelimit.broken",
        "max(ratelimit.broken) < 1 s; ratelimit.length",
        "max(ratelimit.length) < 1; a time",
      })
  void shouldNameTheKnownFigures(String check, String message) {
    CheckSyntaxException problem =
        catchThrowableOfType(CheckSyntaxException.class, () -> CheckParser.parse(check));
    assertThat(problem).as(check).isNotNull();
    if (!message.equals("a time")) {
      assertThat(problem).hasMessageContaining(message);
    }
  }

  @Test
  void shouldRefuseAScopeOfOutcomes() {
    assertThatThrownBy(
            () ->
                TestBaseline.of(
                    "'check': 'count(ratelimit.broken) == 0', 'outcomes': 'RATE_LIMITED'"))
        .hasStackTraceContaining("refused requests itself");
  }
}
