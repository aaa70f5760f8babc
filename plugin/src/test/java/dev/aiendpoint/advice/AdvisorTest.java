package dev.aiendpoint.advice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiendpoint.baseline.Baseline;
import dev.aiendpoint.baseline.BaselineEvaluator;
import dev.aiendpoint.baseline.BaselineReader;
import dev.aiendpoint.baseline.EvaluationContext;
import dev.aiendpoint.baseline.RunFacts;
import dev.aiendpoint.baseline.RunVerdict;
import dev.aiendpoint.baseline.VerdictBuilder;
import dev.aiendpoint.exchange.CacheStatus;
import dev.aiendpoint.exchange.Outcome;
import dev.aiendpoint.stats.RunRecorder;
import dev.aiendpoint.stats.TestSample;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AdvisorTest {

  private static final Instant START = Instant.EPOCH;

  private final RunRecorder recorder = new RunRecorder(0);

  @Test
  void shouldSayNothingWhenAllIsWell() throws Exception {
    TestSample.of("READ home").elapsed(10).recordIn(recorder, 50);
    assertThat(advise("p95(elapsed) < 1 s")).isEmpty();
  }

  @Test
  void shouldNameTheLabelAndThePhaseThatAreSlow() throws Exception {
    TestSample.of("READ home").phase("night").elapsed(10).recordIn(recorder, 50);
    TestSample.of("READ home").phase("peak").elapsed(20).recordIn(recorder, 50);
    TestSample.of("READ search").phase("peak").elapsed(3000).recordIn(recorder, 50);
    TestSample.of("CONTROL probe").phase("peak").elapsed(9000).recordIn(recorder, 50);

    Advice advice = advise("p95(elapsed) < 1 s").get(0);
    assertThat(advice.issue()).isEqualTo("READ search is too slow, most of all in phase peak.");
    assertThat(advice.evidence())
        .contains("FAIL only (p95(elapsed) < 1 s)", "READ search P95 3 s (n = 50)", "phase peak");
  }

  @Test
  void shouldNotNameAPartOfFewSamples() throws Exception {
    TestSample.of("READ home").elapsed(2000).recordIn(recorder, 50);
    TestSample.of("READ rare").elapsed(9000).recordIn(recorder, 3);
    assertThat(advise("p95(elapsed) < 1 s").get(0).issue()).startsWith("READ home is too slow");
  }

  @Test
  void shouldNameTheLabelsThatMiss() throws Exception {
    TestSample.of("AI explanation").cache(CacheStatus.MISS).recordIn(recorder, 40);
    TestSample.of("AI explanation").cache(CacheStatus.HIT).recordIn(recorder, 10);
    TestSample.of("AI popular").cache(CacheStatus.HIT).recordIn(recorder, 9);
    TestSample.of("AI popular").cache(CacheStatus.MISS).recordIn(recorder, 1);

    Advice advice = advise("rate(cache=HIT) > 50 %").get(0);
    assertThat(advice.issue()).contains("most of all AI explanation");
    assertThat(advice.evidence())
        .contains("AI explanation missed 40 of 50, hit rate 20 %")
        .contains("AI popular missed 1 of 10, hit rate 90 %");
  }

  @Test
  void shouldAskWhetherTheCacheIsOnWhenNothingHits() throws Exception {
    TestSample.of("AI explanation").cache(CacheStatus.MISS).recordIn(recorder, 40);
    assertThat(advise("rate(cache=HIT) > 50 %").get(0).recommendation())
        .contains("that the cache is on");
  }

  @Test
  void shouldAskForSessionsWhenRequestsWereUnauthorized() throws Exception {
    TestSample.of("AI chat").failed(Outcome.UNAUTHORIZED, "401", "sign in").recordIn(recorder, 30);
    TestSample.of("READ home").recordIn(recorder, 30);

    Advice advice = advise("rate(errors) < 1 %").get(0);
    assertThat(advice.evidence()).isEqualTo("30 of 60 requests, of AI chat");
    assertThat(advice.recommendation()).contains("sessions=<file>");
  }

  @Test
  void shouldAskForTheAddressWhenNobodyAnswers() throws Exception {
    TestSample.of("READ home")
        .failed(Outcome.CONNECTION_ERROR, "Non HTTP", "refused")
        .recordIn(recorder, 30);
    assertThat(advise("rate(errors) < 1 %").get(0).recommendation()).contains("base.url");
  }

  @Test
  void shouldTellWhatTheFailuresOfTheWorstLabelSaid() throws Exception {
    TestSample.of("WRITE save").failed(Outcome.SERVER_ERROR, "500", "disk").recordIn(recorder, 9);
    TestSample.of("READ home").failed(Outcome.SERVER_ERROR, "500", "other").recordIn(recorder, 2);
    TestSample.of("READ home").recordIn(recorder, 90);

    assertThat(advise("rate(errors) < 1 %").get(0).evidence())
        .contains("WRITE save: 9 of 9 failed; most often SERVER_ERROR: disk (n = 9)");
  }

  @Test
  void shouldTellWhereRequestsWereRateLimited() throws Exception {
    TestSample.of("AI chat")
        .phase("peak")
        .failed(Outcome.RATE_LIMITED, "429", "slow down")
        .recordIn(recorder, 30);
    TestSample.of("AI chat").phase("normal").recordIn(recorder, 30);

    assertThat(advise("rate(outcome=RATE_LIMITED) < 10 %").get(0).evidence())
        .contains("30 of 60 requests, of AI chat; phases peak");
    assertThat(advise("rate(errors) < 1 %")).isEmpty();
  }

  @Test
  void shouldDistinguishABreakerThatIsOffFromALoadThatHarmsNothing() throws Exception {
    TestSample.of("AI chat").outcome(Outcome.GENERATED).recordIn(recorder, 30);
    assertThat(advise("count(circuit.opened) >= 1").get(0).issue())
        .contains("nothing failed that could have opened it");

    TestSample.of("AI chat").failed(Outcome.SERVER_ERROR, "503", "no").recordIn(recorder, 30);
    assertThat(advise("count(circuit.opened) >= 1").get(0).issue())
        .contains("never opened although requests failed");
  }

  @Test
  void shouldTellAMixThatIsNotThePlannedOne() throws Exception {
    TestSample.of("AI chat").recordIn(recorder, 30);
    TestSample.of("READ home").recordIn(recorder, 30);
    assertThat(advise("share(AI) within 30 % +- 2 pp").get(0).issue()).contains("The mix");
  }

  @Test
  void shouldAskForALongerRunWhenSamplesAreTooFew() throws Exception {
    TestSample.of("READ home").recordIn(recorder, 3);
    assertThat(advise("p95(elapsed) < 1 s").get(0).evidence()).isEqualTo("only (n = 3)");
  }

  @Test
  void shouldWonderAboutFallbackWithoutAnOpenCircuit() throws Exception {
    TestSample.of("AI chat").outcome(Outcome.FALLBACK).recordIn(recorder, 5);
    TestSample.of("AI chat").outcome(Outcome.GENERATED).recordIn(recorder, 45);
    assertThat(advise("p95(elapsed) < 1 s").get(0).evidence()).isEqualTo("5 of 50 AI requests");
  }

  private List<Advice> advise(String check) throws Exception {
    Baseline baseline =
        BaselineReader.read(
            "test.json",
            "{\"plan\": \"test\", \"thresholds\": [{\"id\": \"only\", \"check\": \""
                + check
                + "\"}]}");
    RunVerdict verdict =
        VerdictBuilder.build(
            baseline,
            BaselineEvaluator.evaluate(
                baseline, recorder.snapshot(), EvaluationContext.live(Map.of(), "here")),
            recorder.snapshot(),
            new RunFacts("here", START, START.plusSeconds(9), "KRW", List.of()));
    return Advisor.advise(verdict);
  }
}
