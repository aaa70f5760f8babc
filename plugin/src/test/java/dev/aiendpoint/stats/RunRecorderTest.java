package dev.aiendpoint.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.aiendpoint.exchange.CacheStatus;
import dev.aiendpoint.exchange.Outcome;
import dev.aiendpoint.sample.OperationClass;
import dev.aiendpoint.sample.Sample;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunRecorderTest {

  private final RunRecorder recorder = new RunRecorder(0);

  @Test
  void shouldCountExactlyWhenManyThreadsRecord() throws Exception {
    int threads = 8;
    int each = 20_000;
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    List<Future<?>> running = new ArrayList<>();
    for (int t = 0; t < threads; t++) {
      int seed = t;
      running.add(
          pool.submit(
              () -> {
                Random random = new Random(seed);
                for (int i = 0; i < each; i++) {
                  recorder.record(
                      TestSample.of("AI chat " + i % 10)
                          .phase(i % 2 == 0 ? "normal" : "peak")
                          .elapsed(random.nextInt(60_000))
                          .cache(i % 4 == 0 ? CacheStatus.HIT : CacheStatus.MISS)
                          .tokens(10, 1)
                          .cost(0.1)
                          .build());
                  if (i % 1_000 == 0) {
                    recorder.snapshot();
                  }
                }
              }));
    }
    for (Future<?> one : running) {
      one.get();
    }
    pool.shutdown();

    Summary all = recorder.snapshot().select(Scope.ALL);
    assertThat(all.samples()).isEqualTo(160_000);
    assertThat(all.timing(TimingMetric.ELAPSED).count()).isEqualTo(160_000);
    assertThat(all.caches()).containsEntry(CacheStatus.HIT, 40_000L);
    assertThat(all.tokensIn()).hasValue(1_600_000);
    assertThat(all.cost()).hasValue(16_000.0);
    assertThat(recorder.snapshot().labels()).hasSize(10);
    assertThat(recorder.snapshot().select(Scope.ALL.withPhases(Set.of("peak"))).samples())
        .isEqualTo(80_000);
  }

  @Test
  void shouldLoseNothingWhenThreadsMeetNewLabelsAtTheSameTime() throws Exception {
    int threads = 8;
    CyclicBarrier together = new CyclicBarrier(threads);
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    List<Future<?>> running = new ArrayList<>();
    for (int t = 0; t < threads; t++) {
      running.add(
          pool.submit(
              () -> {
                for (int i = 0; i < 400; i++) {
                  if (i % 20 == 0) {
                    together.await();
                  }
                  recorder.record(TestSample.of("AI match " + i).build());
                }
                return null;
              }));
    }
    for (Future<?> one : running) {
      one.get();
    }
    pool.shutdown();
    assertThat(recorder.snapshot().select(Scope.ALL).samples()).isEqualTo(3_200);
    assertThat(((RecordedRun) recorder.snapshot()).groups()).hasSize(400);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 1, 50, 90, 95, 99, 99.9, 100})
  void shouldGivePercentilesWithinAThousandthOfTheSortedValues(double percentile) {
    Random random = new Random(7);
    long[] values = new long[20_000];
    for (int i = 0; i < values.length; i++) {
      values[i] = Math.round(Math.exp(6 + 1.2 * random.nextGaussian()));
      TestSample.of("AI chat").elapsed(values[i]).recordIn(recorder, 1);
    }
    Arrays.sort(values);
    int rank = (int) Math.max(1, Math.ceil(percentile / 100 * values.length));
    double exact = values[rank - 1];

    double observed =
        recorder
            .snapshot()
            .select(Scope.ALL)
            .timing(TimingMetric.ELAPSED)
            .percentile(percentile)
            .getAsDouble();

    assertThat(observed).isCloseTo(exact, within(exact * 0.001));
  }

  @Test
  void shouldKeepMinMeanAndMaxExact() {
    for (long elapsed : new long[] {3, 5_001, 70_003}) {
      TestSample.of("READ home").elapsed(elapsed).recordIn(recorder, 1);
    }
    Distribution elapsed = recorder.snapshot().select(Scope.ALL).timing(TimingMetric.ELAPSED);
    assertThat(elapsed.min()).hasValue(3);
    assertThat(elapsed.mean()).hasValue(75_007 / 3.0);
    assertThat(elapsed.max()).hasValue(70_003);
    assertThat(elapsed.percentile(100)).hasValue(70_003);
  }

  @Test
  void shouldKeepFractionsOfAMillisecondOfTokenTimings() {
    TestSample.of("AI chat").tpot(0.137).ttft(1.25).recordIn(recorder, 1);
    Summary all = recorder.snapshot().select(Scope.ALL);
    assertThat(all.timing(TimingMetric.TPOT).max()).hasValue(0.137);
    assertThat(all.timing(TimingMetric.TTFT).percentile(50)).hasValue(1.25);
  }

  @Test
  void shouldNotGrowWithTheNumberOfSamples() {
    record(20_000, new Random(1));
    long before = recorder.footprintBytes();
    record(300_000, new Random(2));
    assertThat(recorder.footprintBytes()).isEqualTo(before).isLessThan(500_000);
  }

  @Test
  void shouldNotAllocateWhenEverythingWasSeenBefore() {
    Sample sample = TestSample.of("AI chat").phase("peak").ttft(20).tpot(2).tokens(1, 2).build();
    LiveFacts facts = LiveFacts.ofGaps(new long[] {1_000_000, 2_000_000});
    var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    for (int i = 0; i < 20_000; i++) {
      recorder.record(sample, facts);
    }
    long before = threads.getCurrentThreadAllocatedBytes();
    for (int i = 0; i < 100_000; i++) {
      recorder.record(sample, facts);
    }
    assertThat((threads.getCurrentThreadAllocatedBytes() - before) / 100_000.0).isLessThan(1);
  }

  private void record(int times, Random random) {
    for (int i = 0; i < times; i++) {
      TestSample.of("AI chat")
          .elapsed(random.nextInt(8_000))
          .ttft(random.nextInt(900))
          .recordIn(recorder, 1);
    }
  }

  @Test
  void shouldKeepFurtherLabelsTogetherWhenThereAreTooMany() {
    for (int i = 0; i < RunRecorder.MAX_GROUPS - 1; i++) {
      TestSample.of("AI match " + i).recordIn(recorder, 1);
    }
    TestSample.of("READ home").recordIn(recorder, 1);
    assertThat(recorder.snapshot().labelsOverflowed()).isFalse();

    TestSample.of("AI one more").recordIn(recorder, 2);
    TestSample.of("match 7").recordIn(recorder, 3);
    TestSample.of("match 8").phase("new").recordIn(recorder, 4);
    TestSample.of("AI match 5").recordIn(recorder, 1);

    RunSnapshot run = recorder.snapshot();
    assertThat(run.labelsOverflowed()).isTrue();
    assertThat(run.labels()).hasSize(1002).endsWith("AI (more labels)", "OTHER (more labels)");
    assertThat(run.select(Scope.ofLabels("OTHER (more labels)")).samples()).isEqualTo(7);
    assertThat(run.select(Scope.ofLabels("AI match 5")).samples()).isEqualTo(2);
    assertThat(run.select(Scope.ofOperation(OperationClass.AI)).samples()).isEqualTo(1002);
    assertThat(run.phases()).containsExactly("(more phases)");
  }

  @Test
  void shouldCountAsAssertionFailedWhenAServedSampleFailed() {
    TestSample.of("READ health")
        .failed(Outcome.SERVED, "200", "status was degraded")
        .recordIn(recorder, 2);
    TestSample.of("READ health")
        .failed(Outcome.SERVER_ERROR, "503", "degraded")
        .recordIn(recorder, 1);
    assertThat(recorder.snapshot().select(Scope.ALL).outcomes())
        .containsOnly(
            java.util.Map.entry(Outcome.ASSERTION_FAILED, 2L),
            java.util.Map.entry(Outcome.SERVER_ERROR, 1L));
  }

  @Test
  void shouldTellTopFailuresByKind() {
    for (int i = 0; i < 7; i++) {
      TestSample.of("READ health")
          .failed(Outcome.SERVER_ERROR, "503", "database: no answer in " + i + " ms")
          .recordIn(recorder, 1);
    }
    TestSample.of("AI chat")
        .failed(Outcome.UNAUTHORIZED, "401", "Unauthorized")
        .recordIn(recorder, 3);
    assertThat(recorder.snapshot().topFailures(Scope.ALL))
        .containsExactly(
            new RunSnapshot.Failure(Outcome.SERVER_ERROR, "503", "database: no answer in 0 ms", 7),
            new RunSnapshot.Failure(Outcome.UNAUTHORIZED, "401", "Unauthorized", 3));
    assertThat(recorder.snapshot().topFailures(Scope.ofOperation(OperationClass.AI))).hasSize(1);
    assertThat(
            recorder.snapshot().topFailures(Scope.ALL.withOutcomes(Set.of(Outcome.UNAUTHORIZED))))
        .hasSize(1);
  }

  @Test
  void shouldCountFailuresWithoutMessageWhenThereAreTooManyKinds() {
    for (int i = 0; i < 500; i++) {
      String unique = "x".repeat(i);
      TestSample.of("READ home").failed(Outcome.CLIENT_ERROR, "400", unique).recordIn(recorder, 1);
    }
    assertThat(recorder.snapshot().topFailures(Scope.ALL).get(0))
        .isEqualTo(
            new RunSnapshot.Failure(
                Outcome.CLIENT_ERROR, "400", "(other messages)", 500 - FailureTally.MAX_KINDS));
  }

  @Test
  void shouldSummariseIntervalsForTheProgressLine() {
    TestSample.of("READ home").elapsed(40).users(3).phase("peak").recordIn(recorder, 19);
    TestSample.of("READ home").elapsed(900).users(4).phase("peak").recordIn(recorder, 1);
    TestSample.of("AI chat")
        .cache(CacheStatus.HIT)
        .outcome(Outcome.CACHED)
        .elapsed(40)
        .users(4)
        .phase("peak")
        .recordIn(recorder, 1);
    TestSample.of("AI chat")
        .cache(CacheStatus.MISS)
        .failed(Outcome.TIMEOUT, "", "late")
        .elapsed(60_000)
        .users(5)
        .phase("peak")
        .recordIn(recorder, 1);
    TestSample.of("CONTROL fault").recordIn(recorder, 5);

    IntervalSnapshot first = recorder.interval(2_000_000_000L);
    assertThat(first.samples()).isEqualTo(22);
    assertThat(first.requestsPerSecond()).isEqualTo(11);
    assertThat(first.p95Millis()).hasValue(40);
    assertThat(first.errorsSoFar()).isEqualTo(1);
    assertThat(first.cacheHitsSoFar()).isEqualTo(1);
    assertThat(first.cacheLookupsSoFar()).isEqualTo(2);
    assertThat(first.users()).isEqualTo(5);
    assertThat(first.phase()).isEqualTo("peak");

    TestSample.of("READ home").elapsed(80).recordIn(recorder, 1);
    IntervalSnapshot second = recorder.interval(3_000_000_000L);
    assertThat(second.requestsPerSecond()).isEqualTo(1);
    assertThat(second.p95Millis()).hasValue(80);
    assertThat(second.samplesSoFar()).isEqualTo(23);
    assertThat(recorder.interval(4_000_000_000L).p95Millis()).isEmpty();
  }
}
