package dev.aiendpoint.report.picture;

import dev.aiendpoint.sample.OperationClass;
import dev.aiendpoint.stats.TimePoint;
import dev.aiendpoint.stats.TimeSeries;
import dev.aiendpoint.svg.Point;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/** Parts of a series without a gap: a line must not bridge what was not measured. */
final class Stretches {

  private Stretches() {}

  static List<List<TimePoint>> of(TimeSeries series) {
    return of(series, point -> true);
  }

  /**
   * @param isTold only intervals of which this holds; neighbours of one left out stay together, so
   *     that a rare operation is a line and no rash of dots
   */
  static List<List<TimePoint>> of(TimeSeries series, Predicate<TimePoint> isTold) {
    List<List<TimePoint>> stretches = new ArrayList<>();
    long lastEnd = Long.MIN_VALUE;
    for (TimePoint point : series.points()) {
      if (isTold.test(point)) {
        if (lastEnd == Long.MIN_VALUE || point.startMillis() - lastEnd > 2 * point.lengthMillis()) {
          stretches.add(new ArrayList<>());
        }
        stretches.get(stretches.size() - 1).add(point);
        lastEnd = point.endMillis();
      }
    }
    return stretches;
  }

  /** A line together with the way back along the bottom. */
  static List<Point> closed(List<Point> line, double bottom) {
    List<Point> surface = new ArrayList<>(line);
    surface.add(new Point(line.get(line.size() - 1).x(), bottom));
    surface.add(new Point(line.get(0).x(), bottom));
    return surface;
  }

  /** Operation classes that occur, in their order. */
  static List<OperationClass> operations(TimeSeries series) {
    return Arrays.stream(OperationClass.values())
        .filter(
            operation ->
                series.points().stream().anyMatch(point -> point.of(operation).samples() > 0))
        .toList();
  }
}
