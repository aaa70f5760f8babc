package dev.aiendpoint.baseline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiendpoint.exchange.CacheStatus;
import dev.aiendpoint.exchange.Outcome;
import dev.aiendpoint.sample.SampleColumn;
import dev.aiendpoint.stats.RunRecorder;
import dev.aiendpoint.stats.TestSample;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class BaselineEvaluatorTest {

  private static final String TARGET = "http://127.0.0.1:1";

  private final RunRecorder recorder = new RunRecorder(0);

  /**
   * 100 samples: 60 reads of 100 ms, 20 generated of 3 s, 10 cached of 50 ms, 6 fallbacks, 3 server
   * errors, 1 refused write; and 50 CONTROL samples of 9 s that count nowhere.
   */
  private void recordARun() {
    TestSample.of("CONTROL fault").elapsed(9_000).users(500).recordIn(recorder, 50);
    TestSample.of("READ home").phase("normal").users(7).start(0).recordIn(recorder, 60);
    TestSample.of("AI chat")
        .phase("peak")
        .start(10_000)
        .elapsed(3_000)
        .outcome(Outcome.GENERATED)
        .cache(CacheStatus.MISS)
        .ttft(400)
        .tokens(100, 10)
        .cost(2)
        .users(20)
        .recordIn(recorder, 20);
    TestSample.of("AI chat")
        .phase("peak")
        .elapsed(50)
        .outcome(Outcome.CACHED)
        .cache(CacheStatus.HIT)
        .recordIn(recorder, 10);
    TestSample.of("AI chat")
        .phase("peak")
        .elapsed(7_000)
        .failed(Outcome.FALLBACK, "200", "stand-in text")
        .recordIn(recorder, 6);
    TestSample.of("READ details")
        .phase("peak")
        .elapsed(8_000)
        .failed(Outcome.SERVER_ERROR, "503", "health is degraded: database: refused")
        .recordIn(recorder, 3);
    TestSample.of("WRITE save")
        .phase("normal")
        .failed(Outcome.RATE_LIMITED, "429", "slow down")
        .recordIn(recorder, 1);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "'check': 'p95(elapsed) < 5 s'; PASS; 3000; 90; failures never enter the percentiles",
        "'check': 'p95(elapsed) < 5 s', 'target': '< 2 s'; WARN; 3000; 90; target missed",
        "'check': 'p95(elapsed) < 2.5 s', 'tolerance': '20 %'; WARN; 3000; 90; within tolerance",
        "'check': 'p95(elapsed) < 2.4 s', 'tolerance': '20 %'; FAIL; 3000; 90; past the tolerance",
        "'check': 'p95(elapsed) < 2.5 s'; FAIL; 3000; 90; limit missed",
        "'check': 'p50(elapsed) < 200 ms', 'labels': 'AI*', 'cache': 'HIT', 'minSamples': 10; PASS; 50; 10; by cache status",
        "'check': 'max(elapsed) <= 7 s', 'outcomes': 'FALLBACK', 'minSamples': 6; PASS; 7000; 6; by outcome",
        "'check': 'min(ttft) > 1 ms'; PASS; 400; 20; min",
        "'check': 'mean(elapsed) between 710 ms and 750 ms'; PASS; 738.8888888888889; 90; mean",
        "'check': 'rate(errors) < 3 %'; FAIL; 3; 100; only errors, neither fallback nor refusal",
        "'check': 'rate(errors) <= 3 %'; PASS; 3; 100; percent is exact",
        "'check': 'rate(success) >= 90 %'; PASS; 90; 100; fallback is no success",
        "'check': 'rate(outcome=FALLBACK,RATE_LIMITED) == 7 %'; PASS; 7; 100; several outcomes",
        "'check': 'rate(cache=HIT) > 30 %'; PASS; 33.333333333333336; 30; hits of hits and misses",
        "'check': 'rate(cache=MISS) < 30 %'; FAIL; 66.66666666666667; 30; misses",
        "'check': 'rate(cache=UNKNOWN) < 80 %'; PASS; 70; 100; unknown of all",
        "'check': 'rate(cache=HIT) > 30 %', 'minSamples': 31; NO_DATA; 33.333333333333336; 30; look-ups count, not samples",
        "'check': 'count(samples) >= 100'; PASS; 100; 100; CONTROL does not count",
        "'check': 'count(errors) <= 2'; FAIL; 3; 100; count",
        "'check': 'count(success) >= 90'; PASS; 90; 100; count of successes",
        "'check': 'count(outcome=FALLBACK) >= 1', 'phases': 'peak'; PASS; 6; 39; count of an outcome by phase",
        "'check': 'count(cache=HIT) >= 11'; FAIL; 10; 100; count of a cache status",
        "'check': 'share(AI) within 36 % +- 2 pp'; PASS; 36; 100; share of READ, AI and WRITE",
        "'check': 'share(WRITE) within 10 % +- 2 pp'; FAIL; 1; 100; share of writes",
        "'check': 'share(READ d*) within 5 % +- 1 pp', 'labels': 'READ*'; PASS; 4.761904761904762; 63; share of a label in scope",
        "'check': 'share(AI buy) > 1 %'; FAIL; 0; 100; nobody did it",
        "'check': 'throughput >= 7 /s'; PASS; 7.6923076923076925; 100; over 13 s",
        "'check': 'max(users) >= 20'; PASS; 20; 100; CONTROL does not count",
        "'check': 'max(users) >= 150'; FAIL; 20; 100; too few users",
        "'check': 'sum(cost) <= 40'; PASS; 40; 20; cost",
        "'check': 'sum(tokens_in) <= 1999'; FAIL; 2000; 20; tokens in",
        "'check': 'sum(tokens_out) == 200'; PASS; 200; 20; tokens out",
        "'check': 'p95(elapsed) < 10 s', 'operations': 'CONTROL'; PASS; 9000; 50; CONTROL when asked for",
        "'check': 'p95(elapsed) < 5 s', 'minSamples': 90; PASS; 3000; 90; exactly enough samples",
        "'check': 'p95(elapsed) < 5 s', 'minSamples': 91; NO_DATA; 3000; 90; one sample too few",
        "'check': 'p95(elapsed) < 5 s', 'labels': 'AI nothing*'; NO_DATA; ; 0; no such label",
        "'check': 'rate(errors) < 1 %', 'phases': 'stress'; NO_DATA; ; 0; no such phase",
        "'check': 'count(errors) == 0', 'phases': 'stress'; NO_DATA; 0; 0; nothing was counted",
        "'check': 'p95(elapsed) < 1 s', 'labels': 'WRITE*', 'minSamples': 1; NO_DATA; ; 0; all refused",
        "'check': 'rate(errors) < 1 %', 'labels': 'WRITE*'; NO_DATA; 0; 1; fewer than the default of 20",
        "'check': 'count(errors) <= 2', 'labels': 'READ details'; FAIL; 3; 3; few samples, but past healing",
        "'check': 'count(errors) >= 4', 'labels': 'READ details'; NO_DATA; 3; 3; few samples, more could heal",
        "'check': 'p95(tpot) < 1 s'; NO_DATA; ; 0; nobody reports it",
      })
  void shouldDecide(String threshold, VerdictWord word, Double observed, long samples, String why) {
    recordARun();
    ThresholdResult result = evaluate(threshold);
    assertThat(result.verdict()).as(why + ": " + result.message()).isEqualTo(word);
    assertThat(result.samples()).isEqualTo(samples);
    if (observed == null) {
      assertThat(result.observed()).isEmpty();
    } else {
      assertThat(result.observed()).hasValue(observed);
    }
  }

  @ParameterizedTest(name = "{1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'check': 'p95(elapsed) < 5 s'|limit < 5 s, observed 3 s (n = 90)",
        "'check': 'p95(elapsed) < 5 s', 'target': '< 4 s'|limit < 5 s, target < 4 s, observed 3 s (n = 90)",
        "'check': 'p95(elapsed) < 5 s', 'target': '< 2 s'|limit < 5 s met, target < 2 s missed, observed 3 s (n = 90)",
        "'check': 'p95(elapsed) < 2.5 s', 'tolerance': '20 %'|limit < 2.5 s missed within the tolerance of 20 %, observed 3 s (n = 90)",
        "'check': 'p95(elapsed) < 2 s', 'phases': 'peak,normal'|limit < 2 s, observed 3 s (n = 90, phases peak, normal)",
        "'check': 'rate(cache=HIT) > 50 %', 'labels': 'AI c*'|limit > 50 %, observed 33.3 % (n = 30, labels AI c*)",
        "'check': 'rate(errors) < 1 %'|limit < 1 %, observed 3 % (n = 100): 3 of 100 requests were SERVER_ERROR (503): health is degraded: database: refused",
        "'check': 'count(errors) == 0', 'operations': 'READ'|limit == 0, observed 3 (n = 63, operations READ): 3 of 63 READ requests were SERVER_ERROR (503): health is degraded: database: refused",
        "'check': 'rate(success) >= 99 %', 'labels': 'AI*'|limit >= 99 %, observed 83.3 % (n = 36, labels AI*): 6 of 36 AI requests were FALLBACK (200): AI answered only with fallback content: is its provider up, is its circuit open?",
        "'check': 'rate(outcome=GENERATED) > 99 %', 'labels': 'READ details', 'minSamples': 3|limit > 99 %, observed 0 % (n = 3, labels READ details): every READ request was SERVER_ERROR (503): health is degraded: database: refused",
        "'check': 'rate(outcome=RATE_LIMITED) < 1 %', 'labels': 'WRITE*', 'minSamples': 1|limit < 1 %, observed 100 % (n = 1, labels WRITE*): every WRITE request was RATE_LIMITED (429): slow down: lower the load or raise the limit",
        "'check': 'p95(elapsed) < 1 s', 'labels': 'AI nothing*'|0 samples, 20 needed: no sample has a label like AI nothing*; labels seen: CONTROL fault, READ home, AI chat, READ details, WRITE save",
        "'check': 'p95(elapsed) < 1 s', 'phases': 'stress'|0 samples, 20 needed: no such sample started in stress; phases seen: normal, peak",
        "'check': 'p95(elapsed) < 1 s', 'operations': 'OTHER'|0 samples, 20 needed: no sample is of operation class OTHER",
        "'check': 'p95(elapsed) < 1 s', 'labels': 'WRITE*'|0 samples, 20 needed: every WRITE request was RATE_LIMITED (429): slow down: lower the load or raise the limit",
        "'check': 'p95(tpot) < 1 s'|0 samples, 20 needed: no successful answer has tpot: only streamed, generated answers do",
        "'check': 'rate(cache=HIT) > 1 %', 'labels': 'READ home'|0 samples, 20 needed: no answer says whether it came from a cache: does the response profile fit?",
        "'check': 'sum(cost) < 1', 'labels': 'READ home'|0 samples, 20 needed: no answer reports cost: does the response profile fit?",
        "'check': 'p95(elapsed) < 1 s', 'labels': 'AI*', 'cache': 'BYPASS'|0 samples, 20 needed: cache statuses seen: HIT 10, MISS 20, UNKNOWN 6",
        "'check': 'p95(elapsed) < 1 s', 'labels': 'READ home', 'outcomes': 'CACHED'|0 samples, 20 needed: outcomes seen: SERVED 60",
        "'check': 'p95(elapsed) < 5 s', 'labels': 'READ h*', 'minSamples': 99|60 samples, 99 needed (labels READ h*): the run was too short, or minSamples is too high",
      })
  void shouldSayLimitFigureCountAndCause(String threshold, String message) {
    recordARun();
    assertThat(evaluate(threshold).message()).isEqualTo(message);
  }

  static Stream<Arguments> refusals() {
    return Stream.of(
        cause(
            Outcome.UNAUTHORIZED,
            "401",
            "Unauthorized",
            "every AI request was UNAUTHORIZED (401): pass sessions=… or auth.bearer=…"),
        cause(
            Outcome.CONNECTION_ERROR,
            "Non HTTP response code: java.net.ConnectException",
            "Connection refused",
            "every AI request was CONNECTION_ERROR: Connection refused: nothing answers at "
                + TARGET
                + ": is the system up, is base.url right?"),
        cause(
            Outcome.FALLBACK,
            "200",
            "suspended",
            "every AI request was FALLBACK (200): AI answered only with fallback content: is its"
                + " provider up, is its circuit open?"),
        cause(
            Outcome.CLIENT_ERROR,
            "404",
            "no such match",
            "every AI request was CLIENT_ERROR (404): no such match: is base.url right, does the"
                + " path exist?"),
        cause(Outcome.CLIENT_ERROR, "400", "bad", "every AI request was CLIENT_ERROR (400): bad"),
        cause(
            Outcome.SERVER_ERROR,
            "503",
            "health is degraded: database: refused",
            "every AI request was SERVER_ERROR (503): health is degraded: database: refused"),
        cause(
            Outcome.SERVED,
            "200",
            "status was 'degraded'",
            "every AI request was ASSERTION_FAILED (200): status was 'degraded'"),
        cause(
            Outcome.TIMEOUT,
            "",
            "",
            "every AI request was TIMEOUT: no complete answer within the deadline"),
        cause(
            Outcome.CIRCUIT_REJECTED,
            "503",
            "",
            "every AI request was CIRCUIT_REJECTED (503): the circuit breaker of the target is open"),
        cause(
            Outcome.BUDGET_EXHAUSTED,
            "503",
            "over",
            "every AI request was BUDGET_EXHAUSTED (503): over: the spending limit of the target is"
                + " used up"));
  }

  private static Arguments cause(Outcome outcome, String code, String text, String expected) {
    return Arguments.of(outcome, code, text, expected);
  }

  @ParameterizedTest(name = "{0}: {3}")
  @MethodSource("refusals")
  void shouldNeverPassWhenEveryRequestFailed(
      Outcome outcome, String code, String text, String cause) {
    TestSample.of("AI explanation").failed(outcome, code, text).recordIn(recorder, 500);
    TestSample.of("READ home").recordIn(recorder, 500);

    ThresholdResult result =
        evaluate("'check': 'p95(elapsed) < 5 s', 'labels': 'AI explanation*', 'minSamples': 50");

    assertThat(result.verdict()).isEqualTo(VerdictWord.NO_DATA);
    assertThat(result.message()).isEqualTo("0 samples, 50 needed: " + cause);
  }

  @Test
  void shouldNameTheCauseWhenMostButNotAllFailed() {
    TestSample.of("AI chat").failed(Outcome.UNAUTHORIZED, "401", "").recordIn(recorder, 37);
    TestSample.of("AI chat").recordIn(recorder, 3);
    assertThat(evaluate("'check': 'p95(elapsed) < 5 s', 'labels': 'AI*'").message())
        .isEqualTo(
            "3 samples, 20 needed: 37 of 40 AI requests were UNAUTHORIZED (401): pass sessions=…"
                + " or auth.bearer=…");
  }

  @Test
  void shouldHaveNoDataWhenNothingWasRecorded() {
    for (String check :
        List.of(
            "p95(elapsed) < 5 s",
            "rate(errors) < 1 %",
            "count(errors) == 0",
            "count(samples) < 9",
            "share(AI) < 50 %",
            "throughput > 1 /s",
            "max(users) < 5",
            "sum(cost) < 1")) {
      ThresholdResult result = evaluate("'minSamples': 1, 'check': '" + check + "'");
      assertThat(result.verdict()).as(check).isEqualTo(VerdictWord.NO_DATA);
      assertThat(result.message()).isEqualTo("0 samples, 1 needed: no sample was recorded");
    }
  }

  @Test
  void shouldCarryNumbersInTheMetricsUnit() {
    recordARun();
    ThresholdResult time = evaluate("'check': 'p95(elapsed) < 5 s', 'target': '< 4 s'");
    assertThat(time.unit()).isEqualTo("ms");
    assertThat(time.limit()).hasValue(5_000);
    assertThat(time.target()).hasValue(4_000);
    assertThat(time.check()).isEqualTo("p95(elapsed) < 5 s");
    assertThat(time.scope()).isEqualTo("all samples");
    ThresholdResult share =
        evaluate("'check': 'share(AI) within 36 % +- 2 pp', 'phases': 'normal, peak'");
    assertThat(share.unit()).isEqualTo("%");
    assertThat(share.limit()).isEmpty();
    assertThat(share.scope()).isEqualTo("phases normal, peak");
  }

  @Test
  void shouldLeaveOutAndSayWhenAConditionDoesNotHold() {
    recordARun();
    Baseline baseline =
        TestBaseline.of(
            "'check': 'rate(errors) < 5 %'",
            "'check': 'rate(errors) < 5 %', 'when': 'smoke.ai=on'",
            "'check': 'p95(ttft) < 5 s', 'when': 'smoke.ai=on'",
            "'check': 'rate(errors) < 5 %', 'when': 'smoke.ai!=on'",
            "'check': 'rate(errors) < 5 %', 'when': 'unheard=of'");
    Evaluation off = evaluate(baseline, Map.of("smoke.ai", "off"));
    assertThat(off.results()).extracting(ThresholdResult::id).containsExactly("t1", "t4");
    assertThat(off.leftOut())
        .containsExactly(
            "t2, t3: only when smoke.ai=on, and smoke.ai is 'off'",
            "t5: only when unheard=of, and unheard is not set");
    assertThat(evaluate(baseline, Map.of("smoke.ai", "ON")).results())
        .extracting(ThresholdResult::id)
        .containsExactly("t1", "t2", "t3");
  }

  private static Evaluation evaluate(Baseline baseline, Map<String, String> settings) {
    return BaselineEvaluator.evaluate(
        baseline, new RunRecorder(0).snapshot(), EvaluationContext.live(settings, TARGET));
  }

  @ParameterizedTest(name = "{0}: {2}")
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "'check': 'p95(icl) < 5 s'; PHASE; only a live run can decide it",
        "'check': 'p95(ttft) < 5 s'; PHASE; lacks the column ai_ttft_ms",
        "'check': 'p95(elapsed) < 5 s', 'phases': 'peak'; TTFT_MS; lacks the column ai_phase",
        "'check': 'p95(elapsed) < 5 s', 'cache': 'HIT'; PHASE; lacks the column ai_cache",
        "'check': 'rate(outcome=FALLBACK) < 5 %'; PHASE; lacks the column ai_outcome",
        "'check': 'rate(cache=HIT) > 5 %', 'outcomes': 'CACHED'; PHASE; lacks the column ai_outcome, ai_cache",
        "'check': 'sum(cost) < 5'; PHASE; lacks the column ai_cost",
      })
  void shouldNotDecideWhenAResultFileLacksWhatItNeeds(
      String threshold, SampleColumn only, String message) {
    recordARun();
    EvaluationContext stock = EvaluationContext.offline(Map.of(), EnumSet.of(only), "");
    ThresholdResult result =
        BaselineEvaluator.evaluate(TestBaseline.of(threshold), recorder.snapshot(), stock)
            .results()
            .get(0);
    assertThat(result.verdict()).isEqualTo(VerdictWord.NOT_DECIDABLE);
    assertThat(result.message()).contains(message);
    assertThat(evaluate(threshold).verdict()).isNotEqualTo(VerdictWord.NOT_DECIDABLE);
  }

  @Test
  void shouldDecideTheSameOfflineAsLiveWhenTheColumnsAreThere() {
    recordARun();
    Baseline baseline =
        TestBaseline.of(
            "'check': 'p95(elapsed) < 5 s', 'phases': 'peak'",
            "'check': 'rate(cache=HIT) > 50 %'",
            "'check': 'sum(cost) < 5'");
    EvaluationContext offline =
        EvaluationContext.offline(Map.of(), Set.of(SampleColumn.values()), TARGET);
    EvaluationContext live = EvaluationContext.live(Map.of(), TARGET);
    assertThat(BaselineEvaluator.evaluate(baseline, recorder.snapshot(), offline))
        .isEqualTo(BaselineEvaluator.evaluate(baseline, recorder.snapshot(), live));
  }

  private ThresholdResult evaluate(String threshold) {
    return BaselineEvaluator.evaluate(
            TestBaseline.of(threshold),
            recorder.snapshot(),
            EvaluationContext.live(Map.of(), TARGET))
        .results()
        .get(0);
  }
}
