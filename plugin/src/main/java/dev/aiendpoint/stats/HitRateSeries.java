package dev.aiendpoint.stats;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * Hits and misses over time in at most {@value #MAX_POINTS} intervals of equal length: a second at
 * first, and twice as long each time that the run outgrows them, so that memory does not grow with
 * the run. Wait-free for any number of threads but for the moments of doubling.
 *
 * <p>Doubling starts a coarser row of intervals beside the finer ones instead of moving counts:
 * whoever is still counting in a finer one is not lost, since a look adds all of them up.
 */
final class HitRateSeries {

  static final int MAX_POINTS = 600;
  private static final long FIRST_LENGTH_MILLIS = 1_000;

  /** Finer first; all have the same origin, and each length divides the next. */
  private final List<Intervals> rows = new CopyOnWriteArrayList<>();

  private volatile Intervals current;

  void record(long endMillis, boolean hit) {
    Intervals intervals = current;
    if (intervals == null || !intervals.reach(endMillis)) {
      intervals = extended(endMillis);
    }
    intervals.count(endMillis, hit);
  }

  private synchronized Intervals extended(long endMillis) {
    if (current == null) {
      add(new Intervals(Math.floorDiv(endMillis, 1000L) * 1000L, FIRST_LENGTH_MILLIS));
    }
    if (!current.reach(endMillis)) {
      long length = current.lengthMillis;
      while ((endMillis - current.originMillis) / length >= MAX_POINTS) {
        length *= 2;
      }
      add(new Intervals(current.originMillis, length));
    }
    return current;
  }

  private void add(Intervals intervals) {
    rows.add(intervals);
    current = intervals;
  }

  /** The intervals in which anything was looked up, in order of time. */
  List<HitRatePoint> freeze() {
    List<Intervals> all = List.copyOf(rows);
    List<HitRatePoint> points = new ArrayList<>();
    if (!all.isEmpty()) {
      Intervals coarsest = all.get(all.size() - 1);
      long[] hits = new long[MAX_POINTS];
      long[] misses = new long[MAX_POINTS];
      all.forEach(intervals -> intervals.addTo(hits, misses, coarsest.lengthMillis));
      for (int i = 0; i < MAX_POINTS; i++) {
        if (hits[i] + misses[i] > 0) {
          points.add(
              new HitRatePoint(
                  coarsest.originMillis + i * coarsest.lengthMillis,
                  coarsest.lengthMillis,
                  hits[i],
                  misses[i]));
        }
      }
    }
    return points;
  }

  private static final class Intervals {

    private final long originMillis;
    private final long lengthMillis;
    private final AtomicLongArray hits = new AtomicLongArray(MAX_POINTS);
    private final AtomicLongArray misses = new AtomicLongArray(MAX_POINTS);

    Intervals(long originMillis, long lengthMillis) {
      this.originMillis = originMillis;
      this.lengthMillis = lengthMillis;
    }

    boolean reach(long endMillis) {
      return (endMillis - originMillis) / lengthMillis < MAX_POINTS;
    }

    void count(long endMillis, boolean hit) {
      // A clock that was set back must not lose a sample: it counts in the first interval.
      int index = (int) Math.max(0, (endMillis - originMillis) / lengthMillis);
      (hit ? hits : misses).incrementAndGet(index);
    }

    void addTo(long[] allHits, long[] allMisses, long coarseMillis) {
      for (int i = 0; i < MAX_POINTS; i++) {
        int coarse = (int) (i * lengthMillis / coarseMillis);
        allHits[coarse] += hits.get(i);
        allMisses[coarse] += misses.get(i);
      }
    }
  }
}
