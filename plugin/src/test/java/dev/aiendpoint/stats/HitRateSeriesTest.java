package dev.aiendpoint.stats;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiendpoint.exchange.CacheStatus;
import dev.aiendpoint.sample.OperationClass;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HitRateSeriesTest {

  private static final long START = 1_700_000_000_400L;
  private static final long SECOND = 1_700_000_000_000L;

  private final HitRateSeries series = new HitRateSeries();

  @Test
  void shouldHaveNoPointWhenNothingWasLookedUp() {
    assertThat(series.freeze()).isEmpty();
  }

  @Test
  void shouldCountBySecondAndLeaveEmptySecondsOut() {
    series.record(START, true);
    series.record(START + 599, false);
    series.record(START + 600, true);
    series.record(START + 3_000, false);

    assertThat(series.freeze())
        .containsExactly(
            new HitRatePoint(SECOND, 1000, 1, 1),
            new HitRatePoint(SECOND + 1000, 1000, 1, 0),
            new HitRatePoint(SECOND + 3000, 1000, 0, 1));
    assertThat(series.freeze().get(0).hitRate()).isEqualTo(0.5);
  }

  @Test
  void shouldMergeNeighboursAndLoseNothingWhenTheRunOutgrowsTheIntervals() {
    for (int second = 0; second <= 600; second++) {
      series.record(SECOND + second * 1000L, second % 2 == 0);
    }

    List<HitRatePoint> points = series.freeze();
    assertThat(points).hasSize(301);
    assertThat(points.get(0)).isEqualTo(new HitRatePoint(SECOND, 2000, 1, 1));
    assertThat(points.get(300)).isEqualTo(new HitRatePoint(SECOND + 600_000, 2000, 1, 0));
  }

  @Test
  void shouldStayBoundedInALongRun() {
    for (long minute = 0; minute < 7 * 24 * 60; minute++) {
      series.record(SECOND + minute * 60_000, true);
    }

    List<HitRatePoint> points = series.freeze();
    assertThat(points).hasSizeBetween(300, HitRateSeries.MAX_POINTS);
    assertThat(points.stream().mapToLong(HitRatePoint::hits).sum()).isEqualTo(7 * 24 * 60);
  }

  @Test
  void shouldKeepASampleOfAClockThatWasSetBackOrFarAhead() {
    series.record(SECOND, true);
    series.record(SECOND - 3_600_000, false);
    series.record(SECOND + 365L * 24 * 3_600_000, true);

    List<HitRatePoint> points = series.freeze();
    assertThat(points).hasSize(2);
    assertThat(points.get(0).hits()).isEqualTo(1);
    assertThat(points.get(0).misses()).isEqualTo(1);
  }

  @Test
  void shouldLoseNothingWhenThreadsCountWhileItGrows() {
    IntStream.range(0, 8)
        .parallel()
        .forEach(
            thread -> {
              for (int second = 0; second < 5_000; second++) {
                series.record(SECOND + second * 1000L, thread % 2 == 0);
              }
            });

    List<HitRatePoint> points = series.freeze();
    assertThat(points.stream().mapToLong(HitRatePoint::hits).sum()).isEqualTo(20_000);
    assertThat(points.stream().mapToLong(HitRatePoint::misses).sum()).isEqualTo(20_000);
  }

  @Test
  void shouldBePartOfARunByOperationClassWithoutControl() {
    RunRecorder run = new RunRecorder();
    TestSample.of("AI explanation").start(SECOND).cache(CacheStatus.HIT).recordIn(run, 3);
    TestSample.of("AI chat").start(SECOND).cache(CacheStatus.BYPASS).recordIn(run, 1);
    TestSample.of("READ matches").start(SECOND).cache(CacheStatus.MISS).recordIn(run, 2);
    TestSample.of("CONTROL matches").start(SECOND).cache(CacheStatus.MISS).recordIn(run, 2);

    assertThat(run.snapshot().hitRateOverTime())
        .containsOnlyKeys(OperationClass.AI, OperationClass.READ)
        .containsEntry(OperationClass.AI, List.of(new HitRatePoint(SECOND, 1000, 3, 0)));
  }
}
