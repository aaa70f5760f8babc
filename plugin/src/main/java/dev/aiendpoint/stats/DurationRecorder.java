package dev.aiendpoint.stats;

import java.util.concurrent.atomic.LongAdder;
import org.HdrHistogram.Histogram;

/**
 * The hot path of one distribution: as many threads as the {@link Recording} allows record, none
 * waits and nothing is allocated once the largest value has been seen. Smallest, largest and sum
 * are exact, everything else has 3 significant digits. Values over a day are kept as a day, which
 * bounds the memory.
 */
final class DurationRecorder {

  private static final double DAY_MILLIS = 24 * 60 * 60 * 1000.0;

  private final TimeUnitRatio ratio;
  private final Histogram histogram;
  private final LongAdder sum = new LongAdder();
  private final LowMark min = new LowMark();
  private final HighMark max = new HighMark(0);

  DurationRecorder(TimeUnitRatio ratio, Recording recording) {
    this.ratio = ratio;
    histogram = recording.histogram();
    histogram.setAutoResize(true);
  }

  void record(double millis) {
    long value = Math.round(Math.min(Math.max(millis, 0), DAY_MILLIS) * ratio.perMilli());
    histogram.recordValue(value);
    sum.add(value);
    min.lower(value);
    max.raise(value);
  }

  /** A copy; {@code scratch} is overwritten and saves an allocation for every distribution. */
  FrozenDurations freeze(Histogram scratch) {
    scratch.reset();
    scratch.add(histogram);
    return FrozenDurations.of(ratio, scratch, min.get(), max.get(), sum.sum());
  }

  long footprintBytes() {
    return histogram.getEstimatedFootprintInBytes();
  }
}
