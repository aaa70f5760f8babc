package dev.aiendpoint.report.picture;

import static dev.aiendpoint.report.FigureFormat.counted;

import dev.aiendpoint.baseline.RunVerdict;
import dev.aiendpoint.sample.OperationClass;
import dev.aiendpoint.stats.TimePoint;
import dev.aiendpoint.stats.TimeSeries;
import dev.aiendpoint.svg.Point;
import dev.aiendpoint.svg.SvgDrawing;
import dev.aiendpoint.svg.Ticks;
import java.util.ArrayList;
import java.util.List;

/** Users, and requests a second by operation class, over time with the phases behind. */
public final class LoadPicture implements Picture {

  private final TimeFrame frame;
  private final TimeSeries series;

  public LoadPicture(RunVerdict run) {
    frame = TimeFrame.of(run);
    series = run.figures().timeSeries();
  }

  @Override
  public String name() {
    return "load";
  }

  @Override
  public String description() {
    return "Active users and requests per second by operation class over time; the most users were "
        + series.points().stream().mapToInt(TimePoint::users).max().orElse(0);
  }

  @Override
  public SvgDrawing draw(Look look) {
    TimeSeries shown = frame.series(series, look.narrow() ? 50 : 110, 4);
    int usersTop = Panel.HEAD + Panel.PHASES;
    int usersHeight = 96;
    int rateTop = usersTop + usersHeight + Panel.HEAD + 16;
    int rateHeight = 150;
    SvgDrawing drawing = new SvgDrawing(look.width(), rateTop + rateHeight + Panel.FOOT);
    users(drawing, new Panel(look, frame, usersTop, usersHeight, userTicks()), shown);
    rates(drawing, look, rateTop, rateHeight, shown);
    return drawing;
  }

  private List<Double> userTicks() {
    return Ticks.upTo(series.points().stream().mapToInt(TimePoint::users).max().orElse(1), 3, 1);
  }

  private void users(SvgDrawing drawing, Panel panel, TimeSeries shown) {
    panel.background(drawing, AxisText::plain);
    panel.head(drawing, 14, "Users", "active, most in each interval", List.of());
    panel.phaseNames(drawing);
    String colour = panel.look().palette().ink();
    for (List<TimePoint> stretch : Stretches.of(shown)) {
      List<Point> line = new ArrayList<>();
      for (TimePoint point : stretch) {
        double y = panel.y().at(point.users());
        line.add(new Point(panel.x().at(point.startMillis() - frame.originMillis()), y));
        line.add(new Point(panel.x().at(point.endMillis() - frame.originMillis()), y));
      }
      drawing.polygon(Stretches.closed(line, panel.bottom()), colour, 0.08);
      drawing.polyline(line, colour, 1.8);
    }
  }

  private void rates(SvgDrawing drawing, Look look, int top, int height, TimeSeries shown) {
    List<OperationClass> classes = Stretches.operations(series);
    double most =
        shown.points().stream().mapToDouble(point -> rate(point, classes)).max().orElse(1);
    Panel panel = new Panel(look, frame, top, height, Ticks.upTo(most, 4, 0.1));
    panel.background(drawing, AxisText::plain);
    long all = series.points().stream().mapToLong(point -> point.all().samples()).sum();
    panel.head(
        drawing,
        top - 14,
        look.narrow() ? "Requests/s" : "Requests per second",
        "n = " + all,
        classes.stream()
            .map(name -> new Legend.Entry(name.name(), look.palette().operations().get(name)))
            .toList());
    for (TimePoint point : shown.points()) {
      double x = panel.x().at(point.startMillis() - frame.originMillis());
      double width = panel.x().at(point.endMillis() - frame.originMillis()) - x;
      double low = 0;
      for (OperationClass operation : classes) {
        double high = low + rate(point, List.of(operation));
        drawing.rect(
            x,
            panel.y().at(high),
            Math.max(0.5, width - (width > 4 ? 1 : 0)),
            panel.y().at(low) - panel.y().at(high),
            look.palette().operations().get(operation),
            1);
        low = high;
      }
    }
    panel.times(drawing);
  }

  private double rate(TimePoint point, List<OperationClass> classes) {
    double overlap = frame.overlap(point.startMillis(), point.lengthMillis());
    long samples = classes.stream().mapToLong(operation -> point.of(operation).samples()).sum();
    // A sliver of an interval at the end says nothing of a rate: take it as a whole one.
    return 1000.0
        * samples
        / (overlap < point.lengthMillis() / 4.0 ? point.lengthMillis() : overlap);
  }

  /** How long the intervals of the picture are, in words. */
  public String intervals() {
    long length = frame.series(series, 110, 4).intervalMillis();
    return length < 1000
        ? counted(length, "millisecond", "milliseconds")
        : AxisText.plain(length / 1000.0) + " s";
  }
}
