package dev.aiendpoint.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LatencyBucketsTest {

  @Test
  void shouldPutEveryLatencyIntoTheBucketThatHoldsIt() {
    for (long millis = 0; millis < 2_000_000; millis += 1 + millis / 40) {
      int index = LatencyBuckets.indexOf(millis);
      assertThat(index).isBetween(0, LatencyBuckets.COUNT - 1);
      assertThat(LatencyBuckets.lowerBound(index)).isLessThanOrEqualTo(millis);
      assertThat(LatencyBuckets.lowerBound(index + 1)).isGreaterThan(millis);
    }
  }

  @Test
  void shouldHaveBucketsOfAnEighthAtMost() {
    for (int i = 8; i < LatencyBuckets.COUNT; i++) {
      long low = LatencyBuckets.lowerBound(i);
      assertThat(8 * (LatencyBuckets.lowerBound(i + 1) - low)).isLessThanOrEqualTo(low);
    }
  }

  @Test
  void shouldCountWhatNoBucketIsMadeForAtTheEnds() {
    assertThat(LatencyBuckets.indexOf(-5)).isZero();
    assertThat(LatencyBuckets.indexOf(Long.MAX_VALUE)).isEqualTo(LatencyBuckets.COUNT - 1);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 50, 95, 99, 100})
  void shouldGivePercentilesWithinABucketOfTheSortedValues(double percentile) {
    Random random = new Random(11);
    long[] values = random.doubles(5_000).mapToLong(x -> Math.round(Math.exp(1 + 9 * x))).toArray();
    LatencyBuckets buckets = of(values);
    Arrays.sort(values);
    double exact = values[(int) Math.max(1, Math.ceil(percentile / 100 * 5_000)) - 1];

    assertThat(buckets.count()).isEqualTo(5_000);
    assertThat(buckets.percentile(percentile).getAsDouble())
        .isCloseTo(exact, within(0.5 + exact / 12));
  }

  @Test
  void shouldBeExactForFewMilliseconds() {
    assertThat(of(7, 7, 7).percentile(95)).hasValue(7);
  }

  @Test
  void shouldTellNothingWhenNothingWasCounted() {
    assertThat(LatencyBuckets.NONE.percentile(50)).isEmpty();
    assertThat(of(3).plus(LatencyBuckets.NONE).percentile(50)).hasValue(3);
    assertThat(LatencyBuckets.NONE.plus(of(3)).count()).isEqualTo(1);
  }

  @Test
  void shouldAddDistributionsThatDoNotOverlap() {
    LatencyBuckets sum = of(2, 2, 2).plus(of(900));
    assertThat(sum.count()).isEqualTo(4);
    assertThat(sum.percentile(75)).hasValue(2);
    assertThat(sum.percentile(100).getAsDouble()).isCloseTo(900, within(70.0));
  }

  private static LatencyBuckets of(long... values) {
    long[] counts = new long[LatencyBuckets.COUNT];
    for (long value : values) {
      counts[LatencyBuckets.indexOf(value)]++;
    }
    return LatencyBuckets.of(counts);
  }
}
