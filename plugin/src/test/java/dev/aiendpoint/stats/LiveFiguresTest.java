package dev.aiendpoint.stats;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiendpoint.exchange.CacheStatus;
import dev.aiendpoint.exchange.Outcome;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Figures that rest on more than a result file holds, and goodput. */
class LiveFiguresTest {

  private static final RequestObjective CHAT =
      new RequestObjective(
          List.of("AI chat*"),
          Map.of(TimingMetric.ELAPSED, 5_000.0, TimingMetric.TTFT, 800.0),
          "AI chat*: elapsed 5 s, ttft 800 ms");
  private static final RequestObjective REST =
      new RequestObjective(List.of(), Map.of(TimingMetric.ELAPSED, 1_000.0), "elapsed 1 s");

  private final RunRecorder recorder = new RunRecorder(new Goodput(List.of(CHAT, REST)));

  private Summary all() {
    return recorder.snapshot().select(Scope.ALL);
  }

  private void record(TestSample sample, LiveFacts facts, int times) {
    for (int i = 0; i < times; i++) {
      recorder.record(sample.build(), facts);
    }
  }

  private static LiveFacts intended(double millis) {
    return LiveFacts.NONE.withFromIntended(OptionalDouble.of(millis));
  }

  private static LiveFacts tokens(TokenSource source, int chunks) {
    return new LiveFacts(new long[0], OptionalDouble.empty(), Optional.of(source), chunks);
  }

  @Test
  void shouldKeepTheTimeFromTheIntendedStartBesideTheRawOne() {
    record(TestSample.of("READ home").elapsed(100), intended(100), 90);
    record(TestSample.of("READ home").elapsed(100), intended(4_100), 10);
    record(TestSample.of("READ home").elapsed(100), LiveFacts.NONE, 50);

    Distribution corrected = all().timing(TimingMetric.FROM_INTENDED);
    assertThat(corrected.count()).isEqualTo(100);
    assertThat(corrected.percentile(50)).hasValue(100);
    assertThat(corrected.max()).hasValue(4_100);
    assertThat(all().timing(TimingMetric.ELAPSED).max()).hasValue(100);
    assertThat(all().timing(TimingMetric.ELAPSED).count()).isEqualTo(150);
  }

  @Test
  void shouldCountCacheHitsFromTheIntendedStartButNoFailures() {
    record(TestSample.of("AI x").outcome(Outcome.CACHED).cache(CacheStatus.HIT), intended(7), 3);
    record(TestSample.of("AI x").failed(Outcome.SERVER_ERROR, "500", "no"), intended(9_000), 5);

    assertThat(all().timing(TimingMetric.FROM_INTENDED).count()).isEqualTo(3);
    assertThat(all().timing(TimingMetric.FROM_INTENDED).max()).hasValue(7);
  }

  @Test
  void shouldHaveNothingFromAnIntendedStartWithoutArrivals() {
    record(TestSample.of("READ home"), LiveFacts.NONE, 5);

    assertThat(all().timing(TimingMetric.FROM_INTENDED).count()).isZero();
    assertThat(all().timing(TimingMetric.FROM_INTENDED).percentile(95)).isEmpty();
  }

  @ParameterizedTest(name = "{5}")
  @CsvSource({
    "AI chat,        GENERATED,    4000, 700, true,  kept both",
    "AI chat,        GENERATED,    5000, 800, true,  exactly at both",
    "AI chat,        GENERATED,    5001, 700, false, too long as a whole",
    "AI chat,        GENERATED,    4000, 801, false, begun too late",
    "AI chat,        GENERATED,    4000,    , false, does not tell when it began",
    "AI chat,        FALLBACK,       20,  10, false, substitute content",
    "AI chat,        SERVER_ERROR,   20,    , false, failed",
    "AI explanation, CACHED,         20,    , true,  the rest has one objective",
    "AI explanation, RATE_LIMITED,   20,    , false, refused",
    "AI explanation, GENERATED,    1001,    , false, too long"
  })
  void shouldCountAnAttemptAsGoodOnlyWhenItMetEveryObjective(
      String label, Outcome outcome, long elapsed, Double ttft, boolean good, String why) {
    TestSample sample = TestSample.of(label).outcome(outcome).elapsed(elapsed);
    record(ttft == null ? sample : sample.ttft(ttft), LiveFacts.NONE, 1);

    assertThat(all().goodputAttempts()).as(why).isEqualTo(1);
    assertThat(all().goodputMet()).as(why).isEqualTo(good ? 1 : 0);
  }

  @Test
  void shouldCountNoGoodputOfOtherOperationsNorOfAssertionsThatFailed() {
    record(TestSample.of("READ home").elapsed(1), LiveFacts.NONE, 3);
    record(
        TestSample.of("AI x").elapsed(1).failed(Outcome.SERVED, "200", "wrong"), LiveFacts.NONE, 2);

    assertThat(all().goodputAttempts()).isEqualTo(2);
    assertThat(all().goodputMet()).isZero();
  }

  @Test
  void shouldHaveNoGoodputUnlessItIsDeclared() {
    RunRecorder undeclared = new RunRecorder();
    undeclared.record(TestSample.of("AI x").elapsed(1).build());

    assertThat(undeclared.snapshot().select(Scope.ALL).goodputAttempts()).isZero();
    assertThat(undeclared.snapshot().goodput().isDeclared()).isFalse();
  }

  @ParameterizedTest(name = "{3}: {0} reported, {1} counted")
  @CsvSource({"3, 0, usage", "0, 2, chunks", "3, 2, mixed", "0, 0, "})
  void shouldSayWhereTokensComeFrom(int reported, int counted, String source) {
    TestSample sample = TestSample.of("AI x").outcome(Outcome.GENERATED).tokens(5, 10);
    record(sample, tokens(TokenSource.USAGE, 10), reported);
    record(sample, tokens(TokenSource.CHUNKS, 10), counted);

    assertThat(all().tokenEvidence().source()).isEqualTo(Optional.ofNullable(source));
  }

  @ParameterizedTest(name = "{0} tokens in {1} chunks")
  @CsvSource({"100, 100, false", "125, 100, false", "126, 100, true", "40, 100, false"})
  void shouldMarkFiguresByTokenAsEstimatesWhenTokensComeInBunches(
      long tokens, int chunks, boolean estimate) {
    record(
        TestSample.of("AI x").outcome(Outcome.GENERATED).tokens(5, tokens),
        tokens(TokenSource.USAGE, chunks),
        2);

    assertThat(all().tokenEvidence().tokensPerChunk()).hasValue(tokens / (double) chunks);
    assertThat(all().tokenEvidence().makesEstimates()).isEqualTo(estimate);
  }

  @Test
  void shouldMarkFiguresByTokenAsEstimatesWhenTokensWereCounted() {
    record(
        TestSample.of("AI x").outcome(Outcome.GENERATED).tokens(5, 10),
        tokens(TokenSource.CHUNKS, 10),
        1);

    assertThat(all().tokenEvidence().makesEstimates()).isTrue();
    assertThat(all().tokenEvidence().tokensPerChunk()).isEmpty();
  }

  @Test
  void shouldLeaveCacheHitsAndWholeAnswersOutOfTokensPerChunk() {
    record(
        TestSample.of("AI x").outcome(Outcome.CACHED).cache(CacheStatus.HIT).tokens(5, 500),
        tokens(TokenSource.USAGE, 1),
        1);
    record(
        TestSample.of("AI x").outcome(Outcome.GENERATED).tokens(5, 500),
        tokens(TokenSource.USAGE, 0),
        1);

    assertThat(all().tokenEvidence().tokensPerChunk()).isEmpty();
  }
}
