package dev.aiendpoint.stats;

import java.util.Arrays;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramIterationValue;

/**
 * A distribution at a moment: only the values that occurred, which takes a small part of the memory
 * of a histogram. Immutable.
 */
final class FrozenDurations {

  private final TimeUnitRatio ratio;
  private final long[] values;
  private final long[] counts;
  private final long count;
  private final long min;
  private final long max;
  private final long sum;

  private FrozenDurations(
      TimeUnitRatio ratio, long[] values, long[] counts, long min, long max, long sum) {
    this.ratio = ratio;
    this.values = values;
    this.counts = counts;
    this.count = Arrays.stream(counts).sum();
    this.min = min;
    this.max = max;
    this.sum = sum;
  }

  static FrozenDurations of(
      TimeUnitRatio ratio, Histogram histogram, long min, long max, long sum) {
    long[] values = new long[64];
    long[] counts = new long[64];
    int size = 0;
    for (HistogramIterationValue step : histogram.recordedValues()) {
      if (size == values.length) {
        values = Arrays.copyOf(values, 2 * size);
        counts = Arrays.copyOf(counts, 2 * size);
      }
      values[size] = step.getValueIteratedTo();
      counts[size++] = step.getCountAddedInThisIterationStep();
    }
    return new FrozenDurations(
        ratio, Arrays.copyOf(values, size), Arrays.copyOf(counts, size), min, max, sum);
  }

  /** Adds every value to a histogram of the same precision: nothing is lost. */
  void addTo(Histogram histogram) {
    for (int i = 0; i < values.length; i++) {
      histogram.recordValueWithCount(values[i], counts[i]);
    }
  }

  TimeUnitRatio ratio() {
    return ratio;
  }

  long count() {
    return count;
  }

  long min() {
    return min;
  }

  long max() {
    return max;
  }

  long sum() {
    return sum;
  }
}
