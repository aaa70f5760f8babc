package dev.aiendpoint.report.picture;

import dev.aiendpoint.baseline.RunVerdict;
import dev.aiendpoint.report.FigureFormat;
import dev.aiendpoint.sample.OperationClass;
import dev.aiendpoint.stats.TimeFigures;
import dev.aiendpoint.stats.TimePoint;
import dev.aiendpoint.stats.TimeSeries;
import dev.aiendpoint.svg.Point;
import dev.aiendpoint.svg.SvgDrawing;
import java.util.List;
import java.util.OptionalDouble;

/** The cache hit rate over time, a line for each operation class. */
public final class HitRatePicture implements Picture {

  private static final int HEIGHT = 150;

  private final TimeFrame frame;
  private final TimeSeries series;
  private final List<OperationClass> classes;

  public HitRatePicture(RunVerdict run) {
    frame = TimeFrame.of(run);
    series = run.figures().timeSeries();
    classes =
        Stretches.operations(series).stream()
            .filter(operation -> sum(operation).hits() + sum(operation).misses() > 0)
            .toList();
  }

  /** False when no answer told hit or miss. */
  public boolean isDrawable() {
    return !classes.isEmpty();
  }

  private TimeFigures sum(OperationClass operation) {
    return series.points().stream()
        .map(point -> point.of(operation))
        .reduce(TimeFigures.NONE, TimeFigures::plus);
  }

  @Override
  public String name() {
    return "hit-rate";
  }

  @Override
  public String description() {
    return "Cache hit rate over time: "
        + String.join(", ", classes.stream().map(this::text).toList());
  }

  private String text(OperationClass operation) {
    TimeFigures sum = sum(operation);
    long lookups = sum.hits() + sum.misses();
    return operation
        + " "
        + FigureFormat.shortShare(OptionalDouble.of((double) sum.hits() / lookups))
        + " (n = "
        + lookups
        + ")";
  }

  @Override
  public SvgDrawing draw(Look look) {
    List<Legend.Entry> keys =
        classes.stream()
            .map(name -> new Legend.Entry(text(name), look.palette().operations().get(name)))
            .toList();
    int top = 18 * Legend.lines(look, keys) + Panel.PHASES + 4;
    SvgDrawing drawing = new SvgDrawing(look.width(), top + HEIGHT + Panel.FOOT);
    Legend.wrapped(drawing, look, 12, keys);
    Panel panel = new Panel(look, frame, top, HEIGHT, List.of(0.0, 25.0, 50.0, 75.0, 100.0));
    panel.background(drawing, AxisText::percent);
    panel.phaseNames(drawing);
    for (OperationClass operation : classes) {
      TimeSeries shown = shown(operation, look);
      for (List<TimePoint> stretch : Stretches.of(shown, point -> lookups(point, operation) > 0)) {
        drawing.polyline(
            stretch.stream().map(point -> at(panel, point, operation)).toList(),
            look.palette().operations().get(operation),
            2.2);
      }
    }
    panel.times(drawing);
    return drawing;
  }

  private TimeSeries shown(OperationClass operation, Look look) {
    TimeSeries only =
        new TimeSeries(
            series.originMillis(),
            series.intervalMillis(),
            series.points().stream().filter(point -> lookups(point, operation) > 0).toList());
    return frame.series(only, look.narrow() ? 30 : 60, 15);
  }

  private static long lookups(TimePoint point, OperationClass operation) {
    return point.of(operation).hits() + point.of(operation).misses();
  }

  private Point at(Panel panel, TimePoint point, OperationClass operation) {
    return new Point(
        panel.x().at(frame.middle(point.startMillis(), point.lengthMillis())),
        panel.y().at(100.0 * point.of(operation).hits() / lookups(point, operation)));
  }
}
