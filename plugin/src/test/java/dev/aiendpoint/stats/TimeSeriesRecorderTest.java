package dev.aiendpoint.stats;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiendpoint.exchange.CacheStatus;
import dev.aiendpoint.exchange.Outcome;
import dev.aiendpoint.sample.OperationClass;
import dev.aiendpoint.sample.Sample;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TimeSeriesRecorderTest {

  private static final long SECOND = 1_700_000_000_000L;
  private static final long ROW_MILLIS =
      TimeSeriesRecorder.MAX_POINTS * TimeSeriesRecorder.FIRST_LENGTH_MILLIS;

  private final TimeSeriesRecorder recorder = new TimeSeriesRecorder();

  @Test
  void shouldBeEmptyWhenNothingWasRecorded() {
    assertThat(recorder.freeze()).isEqualTo(TimeSeries.EMPTY);
  }

  @Test
  void shouldCountWhereASampleEndedAndLeaveEmptyIntervalsOut() {
    record(read().start(SECOND + 30).elapsed(50).users(4));
    record(read().start(SECOND + 90).elapsed(9).users(3));
    record(read().start(SECOND).elapsed(750).users(7));

    TimeSeries series = recorder.freeze();
    assertThat(series.originMillis()).isEqualTo(SECOND);
    assertThat(series.intervalMillis()).isEqualTo(100);
    assertThat(series.points()).hasSize(2);
    assertThat(series.points().get(0).startMillis()).isEqualTo(SECOND);
    assertThat(series.points().get(0).users()).isEqualTo(4);
    assertThat(series.points().get(0).all().samples()).isEqualTo(2);
    assertThat(series.points().get(1).startMillis()).isEqualTo(SECOND + 700);
    assertThat(series.points().get(1).users()).isEqualTo(7);
  }

  @Test
  void shouldTellOutcomesCachesAndLatencyByOperationClass() {
    record(read().start(SECOND).elapsed(3).cache(CacheStatus.MISS));
    record(read().start(SECOND).elapsed(5).cache(CacheStatus.HIT).outcome(Outcome.CACHED));
    record(ai().start(SECOND).elapsed(70).outcome(Outcome.FALLBACK));
    record(ai().start(SECOND).elapsed(4).failed(Outcome.SERVER_ERROR, "500", "no"));

    TimePoint point = recorder.freeze().points().get(0);
    assertThat(point.operations()).containsOnlyKeys(OperationClass.READ, OperationClass.AI);
    TimeFigures read = point.of(OperationClass.READ);
    assertThat(read.outcomes()).isEqualTo(Map.of(Outcome.SERVED, 1L, Outcome.CACHED, 1L));
    assertThat(read.hits()).isEqualTo(1);
    assertThat(read.misses()).isEqualTo(1);
    assertThat(read.latency().percentile(100)).hasValue(5);
    assertThat(read.errors()).isZero();
    TimeFigures ai = point.of(OperationClass.AI);
    assertThat(ai.errors()).isEqualTo(1);
    assertThat(ai.latency().count()).as("no answer was served").isZero();
    assertThat(ai.latency().percentile(95)).isEmpty();
    assertThat(point.all().samples()).isEqualTo(4);
    assertThat(point.of(OperationClass.WRITE)).isEqualTo(TimeFigures.NONE);
  }

  @Test
  void shouldMergeNeighboursAndLoseNothingWhenTheRunOutgrowsTheIntervals() {
    for (long at = 0; at <= ROW_MILLIS; at += 100) {
      record(read().start(SECOND + at).elapsed(0).users((int) (at / 100)));
    }

    TimeSeries series = recorder.freeze();
    assertThat(series.intervalMillis()).isEqualTo(200);
    assertThat(series.points()).hasSize(301);
    assertThat(series.points().get(0).all().samples()).isEqualTo(2);
    assertThat(series.points().get(0).users()).isEqualTo(1);
    assertThat(series.points().get(300).all().samples()).isEqualTo(1);
    assertThat(series.points().get(300).startMillis()).isEqualTo(SECOND + ROW_MILLIS);
  }

  @Test
  void shouldStayBoundedInALongRun() {
    int minutes = 7 * 24 * 60;
    for (long minute = 0; minute < minutes; minute++) {
      record(read().start(SECOND + minute * 60_000).elapsed(minute % 500));
    }

    TimeSeries series = recorder.freeze();
    assertThat(series.points()).hasSizeBetween(300, TimeSeriesRecorder.MAX_POINTS);
    assertThat(samples(series)).isEqualTo(minutes);
    assertThat(series.points().stream().mapToLong(p -> p.all().latency().count()).sum())
        .isEqualTo(minutes);
  }

  @Test
  void shouldKeepASampleOfAClockThatWasSetBackOrFarAhead() {
    record(read().start(SECOND));
    record(read().start(SECOND - 3_600_000));
    record(read().start(SECOND + 365L * 24 * 3_600_000));

    TimeSeries series = recorder.freeze();
    assertThat(series.points()).hasSize(2);
    assertThat(series.points().get(0).all().samples()).isEqualTo(2);
  }

  @Test
  void shouldLoseNothingWhenThreadsCountWhileItGrows() {
    IntStream.range(0, 8)
        .parallel()
        .forEach(
            thread -> {
              // 100 s: one doubling. A second one is a minute away in a run, and only milliseconds
              // here, too soon for whoever still counts in the first row.
              for (int i = 0; i < 5_000; i++) {
                record(ai().start(SECOND + i * 20L).cache(CacheStatus.HIT));
              }
            });

    TimeSeries series = recorder.freeze();
    assertThat(series.intervalMillis()).isEqualTo(200);
    assertThat(samples(series)).isEqualTo(40_000);
    assertThat(series.points().stream().mapToLong(p -> p.all().hits()).sum()).isEqualTo(40_000);
  }

  @Test
  void shouldCoarsenToAWholeMultipleWithoutLosingACount() {
    for (int i = 0; i < 25; i++) {
      record(read().start(SECOND + i * 100L).elapsed(0));
    }

    TimeSeries coarse = recorder.freeze().coarsened(950);
    assertThat(coarse.intervalMillis()).isEqualTo(1000);
    assertThat(coarse.points().stream().map(p -> p.all().samples()).toList())
        .containsExactly(10L, 10L, 5L);
    assertThat(coarse.coarsened(10)).isSameAs(coarse);
  }

  @Test
  void shouldBePartOfARunWithoutControl() {
    RunRecorder run = new RunRecorder();
    ai().start(SECOND).cache(CacheStatus.HIT).recordIn(run, 3);
    ai().start(SECOND + 700).cache(CacheStatus.MISS).recordIn(run, 1);
    ai().start(SECOND).cache(CacheStatus.BYPASS).recordIn(run, 1);
    read().start(SECOND).cache(CacheStatus.MISS).recordIn(run, 2);
    TestSample.of("CONTROL matches").start(SECOND).cache(CacheStatus.MISS).recordIn(run, 2);

    RunSnapshot snapshot = run.snapshot();
    assertThat(samples(snapshot.timeSeries())).isEqualTo(7);
    assertThat(snapshot.hitRateOverTime())
        .containsOnlyKeys(OperationClass.AI, OperationClass.READ)
        .containsEntry(OperationClass.AI, List.of(new HitRatePoint(SECOND, 1000, 3, 1)));
  }

  private static TestSample read() {
    return TestSample.of("READ matches");
  }

  private static TestSample ai() {
    return TestSample.of("AI explanation");
  }

  private void record(TestSample draft) {
    Sample sample = draft.build();
    recorder.record(sample, sample.operation());
  }

  private static long samples(TimeSeries series) {
    return series.points().stream().mapToLong(point -> point.all().samples()).sum();
  }
}
