package dev.aiendpoint.cache;

import dev.aiendpoint.stats.HitRatePoint;
import java.util.ArrayList;
import java.util.List;

/** Makes a hit rate over time fit to look at: few lookups an interval make a rate jump. */
public final class HitRateSmoothing {

  private HitRateSmoothing() {}

  /**
   * The points with neighbours merged into intervals of at least {@code lengthMillis}. No count is
   * lost, and points that are as long already stay as they are.
   *
   * @param points in order of time, all of one length
   */
  public static List<HitRatePoint> merge(List<HitRatePoint> points, long lengthMillis) {
    if (points.isEmpty()) {
      return List.of();
    }
    long origin = points.get(0).startMillis();
    long own = points.get(0).lengthMillis();
    // A multiple of the points' own length, so that none is cut in two.
    long length = own * Math.max(1, (lengthMillis + own - 1) / own);
    List<HitRatePoint> merged = new ArrayList<>();
    for (HitRatePoint point : points) {
      long start = origin + (point.startMillis() - origin) / length * length;
      HitRatePoint last = merged.isEmpty() ? null : merged.get(merged.size() - 1);
      if (last != null && last.startMillis() == start) {
        merged.set(
            merged.size() - 1,
            new HitRatePoint(
                start, length, last.hits() + point.hits(), last.misses() + point.misses()));
      } else {
        merged.add(new HitRatePoint(start, length, point.hits(), point.misses()));
      }
    }
    return List.copyOf(merged);
  }
}
