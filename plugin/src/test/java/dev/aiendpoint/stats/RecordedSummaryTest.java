package dev.aiendpoint.stats;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiendpoint.exchange.CacheStatus;
import dev.aiendpoint.exchange.Outcome;
import dev.aiendpoint.sample.OperationClass;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RecordedSummaryTest {

  private final RunRecorder recorder = new RunRecorder(0);

  @BeforeEach
  void recordARun() {
    TestSample.of("CONTROL sign in").start(0).recordIn(recorder, 3);
    TestSample.of("READ home").phase("normal").start(1_000).users(5).recordIn(recorder, 10);
    TestSample.of("AI explain")
        .phase("normal")
        .start(2_000)
        .elapsed(3_000)
        .outcome(Outcome.GENERATED)
        .cache(CacheStatus.MISS)
        .ttft(400)
        .tokens(100, 20)
        .cost(1.5)
        .recordIn(recorder, 4);
    TestSample.of("AI explain")
        .phase("peak")
        .start(5_900)
        .elapsed(100)
        .users(9)
        .outcome(Outcome.CACHED)
        .cache(CacheStatus.HIT)
        .ttft(10)
        .recordIn(recorder, 6);
    TestSample.of("AI chat")
        .phase("peak")
        .start(5_000)
        .elapsed(20)
        .failed(Outcome.RATE_LIMITED, "429", "slow down")
        .recordIn(recorder, 2);
  }

  static Stream<Arguments> scopes() {
    return Stream.of(
        Arguments.of("all but CONTROL", Scope.ALL, 22),
        Arguments.of("by label", Scope.ofLabels("AI*"), 12),
        Arguments.of("by one of several labels", Scope.ofLabels("AI chat", "READ *"), 12),
        Arguments.of("a star does not select CONTROL", Scope.ofLabels("*"), 22),
        Arguments.of("CONTROL by its first word", Scope.ofLabels("CONTROL*"), 3),
        Arguments.of("CONTROL and others", Scope.ofLabels("CONTROL sign in", "READ*"), 13),
        Arguments.of(
            "a star beside CONTROL does not select all of CONTROL",
            Scope.ofLabels("CONTROL x", "*"),
            22),
        Arguments.of("CONTROL by operation", Scope.ofOperation(OperationClass.CONTROL), 3),
        Arguments.of("by phase", Scope.ALL.withPhases(Set.of("peak")), 8),
        Arguments.of("by outcome", Scope.ALL.withOutcomes(Set.of(Outcome.RATE_LIMITED)), 2),
        Arguments.of("by cache status", Scope.ALL.withCaches(Set.of(CacheStatus.HIT)), 6),
        Arguments.of(
            "by label and operation",
            Scope.ofLabels("READ*").withOperations(Set.of(OperationClass.AI)),
            0),
        Arguments.of("nothing there", Scope.ofLabels("WRITE*"), 0));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("scopes")
  void shouldCountWhatTheScopeSelects(String name, Scope scope, long samples) {
    assertThat(recorder.snapshot().select(scope).samples()).isEqualTo(samples);
  }

  static Stream<Arguments> timings() {
    Scope ai = Scope.ofLabels("AI*");
    return Stream.of(
        Arguments.of("elapsed counts only successes", Scope.ALL, TimingMetric.ELAPSED, 20),
        Arguments.of(
            "failures have their own elapsed",
            ai.withOutcomes(Set.of(Outcome.RATE_LIMITED)),
            TimingMetric.ELAPSED,
            2),
        Arguments.of("ttft leaves out cache hits", ai, TimingMetric.TTFT, 4),
        Arguments.of(
            "ttft of hits when asked for",
            ai.withCaches(Set.of(CacheStatus.HIT)),
            TimingMetric.TTFT,
            6),
        Arguments.of("a metric nobody reports", ai, TimingMetric.TPOT, 0));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("timings")
  void shouldNeverMixServedAndFailedTimings(
      String name, Scope scope, TimingMetric metric, long count) {
    assertThat(recorder.snapshot().select(scope).timing(metric).count()).isEqualTo(count);
  }

  @Test
  void shouldLeaveFiguresAbsentWhenUnknown() {
    Summary read = recorder.snapshot().select(Scope.ofLabels("READ*"));
    assertThat(read.tokensIn()).isEmpty();
    assertThat(read.cost()).isEmpty();
    assertThat(read.hitRate()).isEmpty();
    assertThat(read.timing(TimingMetric.TTFT).percentile(95)).isEmpty();
    assertThat(read.timing(TimingMetric.TTFT).mean()).isEmpty();

    Summary none = recorder.snapshot().select(Scope.ofLabels("WRITE*"));
    assertThat(none.errorRate()).isEmpty();
    assertThat(none.firstStartMillis()).isEmpty();
    assertThat(none.throughput()).isEmpty();
    assertThat(none.maxUsers()).isZero();
  }

  @Test
  void shouldSumTokensAndCostOverSamplesThatReportThem() {
    Summary ai = recorder.snapshot().select(Scope.ofLabels("AI*"));
    assertThat(ai.tokensIn()).hasValue(400);
    assertThat(ai.tokensOut()).hasValue(80);
    assertThat(ai.samplesWithTokensOut()).isEqualTo(4);
    assertThat(ai.cost()).hasValue(6);
    assertThat(ai.samplesWithCost()).isEqualTo(4);
  }

  @Test
  void shouldTellUsersTimesAndThroughput() {
    Summary all = recorder.snapshot().select(Scope.ALL);
    assertThat(all.maxUsers()).isEqualTo(9);
    assertThat(all.firstStartMillis()).hasValue(1_000);
    assertThat(all.lastEndMillis()).hasValue(6_000);
    assertThat(all.throughput()).hasValue(22 / 5.0);
    assertThat(recorder.snapshot().labels())
        .containsExactly("CONTROL sign in", "READ home", "AI explain", "AI chat");
    assertThat(recorder.snapshot().phases()).containsExactly("normal", "peak");
  }

  @Test
  void shouldPoolGapsByLabelAndBySample() {
    recorder.recordGaps("AI stream", new long[] {1_000_000, 3_500_000});
    recorder.record(
        TestSample.of("AI stream").phase("peak").outcome(Outcome.GENERATED).build(),
        LiveFacts.ofGaps(new long[] {2_000_000}));
    recorder.record(
        TestSample.of("AI stream").phase("peak").failed(Outcome.STREAM_ERROR, "200", "cut").build(),
        LiveFacts.ofGaps(new long[] {90_000_000}));

    RunSnapshot run = recorder.snapshot();
    Distribution all = run.select(Scope.ofLabels("AI stream")).timing(TimingMetric.ICL);
    assertThat(all.count()).isEqualTo(3);
    assertThat(all.max()).hasValue(3.5);
    Scope peak = Scope.ofLabels("AI stream").withPhases(Set.of("peak"));
    assertThat(run.select(peak).timing(TimingMetric.ICL).max()).hasValue(2);
    assertThat(run.select(Scope.ofLabels("READ*")).timing(TimingMetric.ICL).count()).isZero();
  }

  @Test
  void shouldNotChangeWhenMoreIsRecorded() {
    RunSnapshot before = recorder.snapshot();
    TestSample.of("READ home").elapsed(9_999).recordIn(recorder, 50);
    assertThat(before.select(Scope.ALL).samples()).isEqualTo(22);
    assertThat(before.select(Scope.ALL).timing(TimingMetric.ELAPSED).max()).hasValue(3_000);
    assertThat(List.of(before.labels().size(), before.phases().size())).containsExactly(4, 2);
  }
}
