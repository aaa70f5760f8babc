package dev.aiendpoint.stats;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.HdrHistogram.Histogram;

/** One recorder a metric, created with the first value: most samples have no tokens to time. */
final class DurationRecorders {

  private static final TimingMetric[] METRICS = TimingMetric.values();

  private final AtomicReferenceArray<DurationRecorder> recorders =
      new AtomicReferenceArray<>(METRICS.length);

  private final Recording recording;

  DurationRecorders(Recording recording) {
    this.recording = recording;
  }

  void record(TimingMetric metric, double millis) {
    DurationRecorder recorder = recorders.get(metric.ordinal());
    (recorder == null ? create(metric) : recorder).record(millis);
  }

  private DurationRecorder create(TimingMetric metric) {
    recorders.compareAndSet(
        metric.ordinal(), null, new DurationRecorder(TimeUnitRatio.of(metric), recording));
    return recorders.get(metric.ordinal());
  }

  Map<TimingMetric, FrozenDurations> freeze(Histogram scratch) {
    Map<TimingMetric, FrozenDurations> frozen = new EnumMap<>(TimingMetric.class);
    for (TimingMetric metric : METRICS) {
      DurationRecorder recorder = recorders.get(metric.ordinal());
      if (recorder != null) {
        frozen.put(metric, recorder.freeze(scratch));
      }
    }
    return frozen;
  }

  long footprintBytes() {
    long bytes = 0;
    for (int i = 0; i < METRICS.length; i++) {
      bytes += recorders.get(i) == null ? 0 : recorders.get(i).footprintBytes();
    }
    return bytes;
  }
}
