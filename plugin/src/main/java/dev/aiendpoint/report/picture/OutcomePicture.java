package dev.aiendpoint.report.picture;

import dev.aiendpoint.baseline.RunVerdict;
import dev.aiendpoint.report.FigureFormat;
import dev.aiendpoint.report.RunFigures;
import dev.aiendpoint.stats.TimePoint;
import dev.aiendpoint.stats.TimeSeries;
import dev.aiendpoint.svg.SvgDrawing;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** Which part of the requests ended how, over time. */
public final class OutcomePicture implements Picture {

  private static final int HEIGHT = 170;

  private final TimeFrame frame;
  private final TimeSeries series;
  private final Map<OutcomeGroup, Long> counts;
  private final long samples;

  public OutcomePicture(RunVerdict run) {
    frame = TimeFrame.of(run);
    series = run.figures().timeSeries();
    RunFigures figures = new RunFigures(run);
    counts = OutcomeGroup.count(figures.all().outcomes());
    samples = figures.all().samples();
  }

  @Override
  public String name() {
    return "outcomes";
  }

  @Override
  public String description() {
    return "Share of requests by how they ended, over time: " + String.join(", ", shares());
  }

  private List<String> shares() {
    return counts.entrySet().stream().map(entry -> text(entry.getKey())).toList();
  }

  private String text(OutcomeGroup group) {
    long count = counts.get(group);
    return group.words()
        + " "
        + FigureFormat.shortShare(OptionalDouble.of((double) count / samples))
        + " (n = "
        + count
        + ")";
  }

  @Override
  public SvgDrawing draw(Look look) {
    List<Legend.Entry> keys =
        counts.keySet().stream()
            .map(group -> new Legend.Entry(text(group), look.palette().outcomes().get(group)))
            .toList();
    int top = 18 * Legend.lines(look, keys) + Panel.PHASES + 4;
    SvgDrawing drawing = new SvgDrawing(look.width(), top + HEIGHT + Panel.FOOT);
    Legend.wrapped(drawing, look, 12, keys);
    Panel panel = new Panel(look, frame, top, HEIGHT, List.of(0.0, 25.0, 50.0, 75.0, 100.0));
    panel.background(drawing, AxisText::percent);
    panel.phaseNames(drawing);
    for (TimePoint point : frame.series(series, look.narrow() ? 45 : 90, 8).points()) {
      column(drawing, panel, point);
    }
    panel.times(drawing);
    return drawing;
  }

  private void column(SvgDrawing drawing, Panel panel, TimePoint point) {
    double x = panel.x().at(point.startMillis() - frame.originMillis());
    double width = panel.x().at(point.endMillis() - frame.originMillis()) - x;
    Map<OutcomeGroup, Long> groups = OutcomeGroup.count(point.all().outcomes());
    double all = point.all().samples();
    double low = 0;
    for (Map.Entry<OutcomeGroup, Long> group : groups.entrySet()) {
      double high = low + 100 * group.getValue() / all;
      drawing.rect(
          x,
          panel.y().at(high),
          Math.max(0.5, width - (width > 4 ? 1 : 0)),
          panel.y().at(low) - panel.y().at(high),
          panel.look().palette().outcomes().get(group.getKey()),
          1);
      low = high;
    }
  }
}
