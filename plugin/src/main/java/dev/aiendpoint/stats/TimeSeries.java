package dev.aiendpoint.stats;

import dev.aiendpoint.sample.OperationClass;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * How a run went over time, in intervals of equal length. A sample counts where it ended; CONTROL
 * samples count nowhere. Intervals in which nothing ended are left out. Immutable.
 *
 * @param originMillis where the first interval begins, epoch milliseconds
 * @param intervalMillis length of every interval
 * @param points in order of time, at most {@value TimeSeriesRecorder#MAX_POINTS}
 */
public record TimeSeries(long originMillis, long intervalMillis, List<TimePoint> points) {

  public static final TimeSeries EMPTY = new TimeSeries(0, 1, List.of());

  /** A hit rate of less than a second tells nothing. */
  private static final long HIT_RATE_MILLIS = 1_000;

  public TimeSeries {
    points = List.copyOf(points);
  }

  public boolean isEmpty() {
    return points.isEmpty();
  }

  /**
   * The same with neighbours merged into intervals of at least {@code lengthMillis}: a whole
   * multiple of the present length, so that none is cut in two. No count is lost.
   */
  public TimeSeries coarsened(long lengthMillis) {
    long length = intervalMillis * Math.max(1, -Math.floorDiv(-lengthMillis, intervalMillis));
    if (length == intervalMillis) {
      return this;
    }
    List<TimePoint> merged = new ArrayList<>();
    for (TimePoint point : points) {
      long start = originMillis + (point.startMillis() - originMillis) / length * length;
      int last = merged.size() - 1;
      if (last >= 0 && merged.get(last).startMillis() == start) {
        merged.set(last, merged.get(last).merged(point, start, length));
      } else {
        merged.add(new TimePoint(start, length, point.users(), point.operations()));
      }
    }
    return new TimeSeries(originMillis, length, merged);
  }

  /** Hits and misses by operation class; see {@link RunSnapshot#hitRateOverTime()}. */
  Map<OperationClass, List<HitRatePoint>> hitRates() {
    Map<OperationClass, List<HitRatePoint>> rates = new EnumMap<>(OperationClass.class);
    for (TimePoint point : coarsened(HIT_RATE_MILLIS).points()) {
      point
          .operations()
          .forEach(
              (operation, figures) -> {
                if (figures.hits() + figures.misses() > 0) {
                  rates
                      .computeIfAbsent(operation, key -> new ArrayList<>())
                      .add(
                          new HitRatePoint(
                              point.startMillis(),
                              point.lengthMillis(),
                              figures.hits(),
                              figures.misses()));
                }
              });
    }
    return rates;
  }
}
