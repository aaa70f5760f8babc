package dev.aiendpoint.stats;

import dev.aiendpoint.sample.OperationClass;
import dev.aiendpoint.sample.Sample;
import java.util.ArrayList;
import java.util.List;

/**
 * Counts samples over time in at most {@value #MAX_POINTS} intervals of equal length: a tenth of a
 * second at first, and twice as long each time that the run outgrows them, so that memory does not
 * grow with the run (some 0.4 MB an operation class, twice). Wait-free for any number of threads
 * but for the moments of doubling; nothing is allocated for a sample once its class was seen.
 *
 * <p>Doubling starts a coarser row of intervals beside the finer one instead of moving counts, so
 * that whoever is still counting in the finer one is not lost. The finer one is taken over at the
 * next doubling, at least a minute later.
 */
final class TimeSeriesRecorder {

  static final int MAX_POINTS = 600;
  static final long FIRST_LENGTH_MILLIS = 100;

  private TimeIntervals previous;
  private volatile TimeIntervals current;

  void record(Sample sample, OperationClass operation) {
    long endMillis = sample.endMillis();
    TimeIntervals intervals = current;
    if (intervals == null || !intervals.reach(endMillis)) {
      intervals = extended(endMillis);
    }
    intervals.count(sample, operation, endMillis);
  }

  private synchronized TimeIntervals extended(long endMillis) {
    if (current == null) {
      // Whole seconds, so that merged intervals begin with them.
      current = new TimeIntervals(Math.floorDiv(endMillis, 1000L) * 1000L, FIRST_LENGTH_MILLIS);
    }
    if (!current.reach(endMillis)) {
      long length = current.lengthMillis();
      while ((endMillis - current.originMillis()) / length >= MAX_POINTS) {
        length *= 2;
      }
      TimeIntervals coarser = new TimeIntervals(current.originMillis(), length);
      if (previous != null) {
        previous.addTo(coarser);
      }
      previous = current;
      current = coarser;
    }
    return current;
  }

  synchronized TimeSeries freeze() {
    if (current == null) {
      return TimeSeries.EMPTY;
    }
    TimeIntervals all = new TimeIntervals(current.originMillis(), current.lengthMillis());
    current.addTo(all);
    if (previous != null) {
      previous.addTo(all);
    }
    List<TimePoint> points = new ArrayList<>();
    for (int i = 0; i < MAX_POINTS; i++) {
      all.freeze(i).ifPresent(points::add);
    }
    return new TimeSeries(all.originMillis(), all.lengthMillis(), points);
  }
}
