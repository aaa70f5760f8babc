package dev.aiendpoint.stats;

import java.util.List;
import java.util.OptionalDouble;
import org.HdrHistogram.Histogram;

/** One distribution made of the parts that a scope selects. Immutable. */
final class MergedDistribution implements Distribution {

  private final int perMilli;
  private final Histogram histogram;
  private final long min;
  private final long max;
  private final double sum;

  private MergedDistribution(int perMilli, Histogram histogram, long min, long max, double sum) {
    this.perMilli = perMilli;
    this.histogram = histogram;
    this.min = min;
    this.max = max;
    this.sum = sum;
  }

  static MergedDistribution of(TimingMetric metric, List<FrozenDurations> parts) {
    return new MergedDistribution(
        TimeUnitRatio.of(metric).perMilli(),
        histogram(parts),
        parts.stream().mapToLong(FrozenDurations::min).min().orElse(0),
        parts.stream().mapToLong(FrozenDurations::max).max().orElse(0),
        parts.stream().mapToDouble(FrozenDurations::sum).sum());
  }

  static Histogram histogram(List<FrozenDurations> parts) {
    Histogram merged = new Histogram(TimeUnitRatio.DIGITS);
    merged.setAutoResize(true);
    parts.forEach(part -> part.addTo(merged));
    return merged;
  }

  @Override
  public long count() {
    return histogram.getTotalCount();
  }

  @Override
  public OptionalDouble percentile(double percentile) {
    // A bucket answers with its upper end, which may lie beyond the largest value there was.
    return figure(Math.min(histogram.getValueAtPercentile(percentile), max));
  }

  @Override
  public long countAtOrBelow(double millis) {
    long value = (long) Math.floor(millis * perMilli);
    return value < 0 || count() == 0
        ? 0
        : histogram.getCountBetweenValues(0, Math.min(value, histogram.getMaxValue()));
  }

  @Override
  public OptionalDouble min() {
    return figure(min);
  }

  @Override
  public OptionalDouble mean() {
    return figure(sum / count());
  }

  @Override
  public OptionalDouble max() {
    return figure(max);
  }

  private OptionalDouble figure(double value) {
    return count() == 0 ? OptionalDouble.empty() : OptionalDouble.of(value / perMilli);
  }
}
