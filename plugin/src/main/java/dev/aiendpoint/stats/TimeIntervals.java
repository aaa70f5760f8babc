package dev.aiendpoint.stats;

import dev.aiendpoint.exchange.CacheStatus;
import dev.aiendpoint.exchange.Outcome;
import dev.aiendpoint.sample.OperationClass;
import dev.aiendpoint.sample.Sample;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicReferenceArray;

/** One row of intervals of a {@link TimeSeriesRecorder}. Wait-free for any number of threads. */
final class TimeIntervals {

  private static final Outcome[] OUTCOMES = Outcome.values();
  private static final OperationClass[] OPERATIONS = OperationClass.values();

  /** Places of an interval's counts: outcomes, hits, misses, buckets of latency. */
  private static final int HITS = OUTCOMES.length;

  private static final int MISSES = HITS + 1;
  private static final int LATENCIES = MISSES + 1;
  private static final int WIDTH = LATENCIES + LatencyBuckets.COUNT;

  private final long originMillis;
  private final long lengthMillis;
  private final AtomicIntegerArray users = new AtomicIntegerArray(TimeSeriesRecorder.MAX_POINTS);

  /** By operation class; made when its first sample comes. */
  private final AtomicReferenceArray<AtomicIntegerArray> counts =
      new AtomicReferenceArray<>(OPERATIONS.length);

  TimeIntervals(long originMillis, long lengthMillis) {
    this.originMillis = originMillis;
    this.lengthMillis = lengthMillis;
  }

  long originMillis() {
    return originMillis;
  }

  long lengthMillis() {
    return lengthMillis;
  }

  boolean reach(long endMillis) {
    return (endMillis - originMillis) / lengthMillis < TimeSeriesRecorder.MAX_POINTS;
  }

  void count(Sample sample, OperationClass operation, long endMillis) {
    // A clock that was set back must not lose a sample: it counts in the first interval.
    int interval = (int) Math.max(0, (endMillis - originMillis) / lengthMillis);
    AtomicIntegerArray row = of(operation);
    int place = interval * WIDTH;
    if (sample.cache() == CacheStatus.HIT) {
      row.getAndIncrement(place + HITS);
    } else if (sample.cache() == CacheStatus.MISS) {
      row.getAndIncrement(place + MISSES);
    }
    if (sample.outcome().isSuccess()) {
      row.getAndIncrement(place + LATENCIES + LatencyBuckets.indexOf(sample.elapsedMillis()));
    }
    raiseUsers(interval, sample.allThreads());
    row.getAndIncrement(place + sample.outcome().ordinal());
  }

  private AtomicIntegerArray of(OperationClass operation) {
    AtomicIntegerArray row = counts.get(operation.ordinal());
    if (row == null) {
      counts.compareAndSet(
          operation.ordinal(), null, new AtomicIntegerArray(TimeSeriesRecorder.MAX_POINTS * WIDTH));
      row = counts.get(operation.ordinal());
    }
    return row;
  }

  private void raiseUsers(int interval, int active) {
    int highest = users.get(interval);
    while (active > highest && !users.compareAndSet(interval, highest, active)) {
      highest = users.get(interval);
    }
  }

  /** Adds these counts to a row of the same origin whose length is a multiple of this one's. */
  void addTo(TimeIntervals coarser) {
    for (OperationClass operation : OPERATIONS) {
      AtomicIntegerArray row = counts.get(operation.ordinal());
      if (row != null) {
        AtomicIntegerArray sum = coarser.of(operation);
        for (int i = 0; i < row.length(); i++) {
          int count = row.get(i);
          if (count > 0) {
            sum.getAndAdd(placeIn(coarser, i / WIDTH) * WIDTH + i % WIDTH, count);
          }
        }
      }
    }
    for (int i = 0; i < users.length(); i++) {
      coarser.raiseUsers(placeIn(coarser, i), users.get(i));
    }
  }

  private int placeIn(TimeIntervals coarser, int interval) {
    return (int) (interval * lengthMillis / coarser.lengthMillis);
  }

  /** What stands in one interval; empty when nothing ended in it. */
  Optional<TimePoint> freeze(int interval) {
    Map<OperationClass, TimeFigures> figures = new EnumMap<>(OperationClass.class);
    for (OperationClass operation : OPERATIONS) {
      AtomicIntegerArray row = counts.get(operation.ordinal());
      if (row != null) {
        TimeFigures some = figures(row, interval * WIDTH);
        if (some.samples() > 0) {
          figures.put(operation, some);
        }
      }
    }
    return figures.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new TimePoint(
                originMillis + interval * lengthMillis,
                lengthMillis,
                users.get(interval),
                figures));
  }

  private static TimeFigures figures(AtomicIntegerArray row, int place) {
    Map<Outcome, Long> outcomes = new EnumMap<>(Outcome.class);
    for (Outcome outcome : OUTCOMES) {
      int count = row.get(place + outcome.ordinal());
      if (count > 0) {
        outcomes.put(outcome, (long) count);
      }
    }
    if (outcomes.isEmpty()) {
      return TimeFigures.NONE;
    }
    long[] latencies = new long[LatencyBuckets.COUNT];
    for (int i = 0; i < latencies.length; i++) {
      latencies[i] = row.get(place + LATENCIES + i);
    }
    return new TimeFigures(
        outcomes, row.get(place + HITS), row.get(place + MISSES), LatencyBuckets.of(latencies));
  }
}
