package dev.aiendpoint.report.picture;

import dev.aiendpoint.baseline.RunVerdict;
import dev.aiendpoint.sample.OperationClass;
import dev.aiendpoint.stats.TimePoint;
import dev.aiendpoint.stats.TimeSeries;
import dev.aiendpoint.svg.Point;
import dev.aiendpoint.svg.SvgDrawing;
import dev.aiendpoint.svg.Ticks;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** P50, P95 and P99 of served requests over time, a diagram for each operation class. */
public final class LatencyPicture implements Picture {

  private static final int HEIGHT = 116;

  private final TimeFrame frame;
  private final TimeSeries series;
  private final List<OperationClass> classes;

  public LatencyPicture(RunVerdict run) {
    frame = TimeFrame.of(run);
    series = run.figures().timeSeries();
    classes =
        Stretches.operations(series).stream().filter(operation -> served(operation) > 0).toList();
  }

  /** False when no request was served. */
  public boolean isDrawable() {
    return !classes.isEmpty();
  }

  private long served(OperationClass operation) {
    return series.points().stream().mapToLong(p -> p.of(operation).latency().count()).sum();
  }

  @Override
  public String name() {
    return "latency";
  }

  @Override
  public String description() {
    return "P50, P95 and P99 of elapsed of served requests over time, for " + classes;
  }

  @Override
  public SvgDrawing draw(Look look) {
    int step = HEIGHT + Panel.HEAD + 14;
    int top = Panel.HEAD + Panel.PHASES;
    SvgDrawing drawing =
        new SvgDrawing(look.width(), top + step * classes.size() - Panel.HEAD - 14 + Panel.FOOT);
    for (int i = 0; i < classes.size(); i++) {
      OperationClass operation = classes.get(i);
      TimeSeries shown = shown(operation, look);
      Panel panel = new Panel(look, frame, top + i * step, HEIGHT, ticks(operation, shown));
      panel.background(drawing, AxisText::millis);
      panel.head(
          drawing,
          i == 0 ? 14 : panel.top() - 14,
          operation.name(),
          "n = " + served(operation),
          i == 0 ? keys(look, operation) : keys(look, operation));
      if (i == 0) {
        panel.phaseNames(drawing);
      }
      lines(drawing, panel, operation, shown);
      if (i == classes.size() - 1) {
        panel.times(drawing);
      }
    }
    return drawing;
  }

  private TimeSeries shown(OperationClass operation, Look look) {
    TimeSeries only =
        new TimeSeries(
            series.originMillis(),
            series.intervalMillis(),
            series.points().stream().filter(p -> p.of(operation).samples() > 0).toList());
    return frame.series(only, look.narrow() ? 40 : 80, 15);
  }

  private static List<Legend.Entry> keys(Look look, OperationClass operation) {
    return List.of(
        new Legend.Entry("P50", look.palette().operations().get(operation)),
        new Legend.Entry("P95", look.palette().ink()),
        new Legend.Entry("P99", look.palette().muted()));
  }

  private static List<Double> ticks(OperationClass operation, TimeSeries shown) {
    double most =
        shown.points().stream()
            .mapToDouble(p -> p.of(operation).latency().percentile(99).orElse(0))
            .max()
            .orElse(1);
    return Ticks.upTo(most, 4, 1);
  }

  private void lines(SvgDrawing drawing, Panel panel, OperationClass operation, TimeSeries shown) {
    Palette palette = panel.look().palette();
    String colour = palette.operations().get(operation);
    for (List<TimePoint> stretch :
        Stretches.of(shown, point -> point.of(operation).latency().count() > 0)) {
      List<Point> p50 = line(panel, operation, stretch, 50);
      List<Point> p95 = line(panel, operation, stretch, 95);
      List<Point> between = new ArrayList<>(p95);
      List<Point> back = new ArrayList<>(p50);
      Collections.reverse(back);
      between.addAll(back);
      drawing.polygon(between, colour, 0.16);
      drawing.polyline(line(panel, operation, stretch, 99), palette.muted(), 1);
      drawing.polyline(p95, palette.ink(), 1.6);
      drawing.polyline(p50, colour, 2.2);
    }
  }

  private List<Point> line(
      Panel panel, OperationClass operation, List<TimePoint> stretch, double percentile) {
    return stretch.stream()
        .map(
            point ->
                new Point(
                    panel.x().at(frame.middle(point.startMillis(), point.lengthMillis())),
                    panel.y().at(point.of(operation).latency().percentile(percentile).orElse(0))))
        .toList();
  }
}
