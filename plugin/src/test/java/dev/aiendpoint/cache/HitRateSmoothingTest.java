package dev.aiendpoint.cache;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiendpoint.stats.HitRatePoint;
import java.util.List;
import org.junit.jupiter.api.Test;

class HitRateSmoothingTest {

  private static final List<HitRatePoint> POINTS =
      List.of(
          new HitRatePoint(10_000, 2000, 1, 0),
          new HitRatePoint(12_000, 2000, 0, 3),
          new HitRatePoint(20_000, 2000, 5, 5));

  @Test
  void shouldKeepPointsThatAreLongEnough() {
    assertThat(HitRateSmoothing.merge(POINTS, 2000)).isEqualTo(POINTS);
    assertThat(HitRateSmoothing.merge(POINTS, 0)).isEqualTo(POINTS);
    assertThat(HitRateSmoothing.merge(List.of(), 1000)).isEmpty();
  }

  @Test
  void shouldMergeNeighboursIntoWholeMultiples() {
    assertThat(HitRateSmoothing.merge(POINTS, 3000))
        .containsExactly(
            new HitRatePoint(10_000, 4000, 1, 3), new HitRatePoint(18_000, 4000, 5, 5));
  }
}
