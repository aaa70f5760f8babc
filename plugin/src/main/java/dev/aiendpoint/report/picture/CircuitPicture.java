package dev.aiendpoint.report.picture;

import dev.aiendpoint.baseline.RunVerdict;
import dev.aiendpoint.circuit.CircuitReport;
import dev.aiendpoint.circuit.CircuitTransition;
import dev.aiendpoint.exchange.CircuitState;
import dev.aiendpoint.sample.OperationClass;
import dev.aiendpoint.stats.TimePoint;
import dev.aiendpoint.stats.TimeSeries;
import dev.aiendpoint.svg.SvgDrawing;
import dev.aiendpoint.svg.SvgDrawing.Anchor;
import dev.aiendpoint.svg.Ticks;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The circuit's states over time, and below them how the AI requests ended: the evidence. */
public final class CircuitPicture implements Picture {

  private static final int BAND = 34;
  private static final int HEIGHT = 120;

  private record Stretch(CircuitState state, double from, double to) {}

  private final TimeFrame frame;
  private final TimeSeries series;
  private final CircuitReport circuit;

  public CircuitPicture(RunVerdict run) {
    frame = TimeFrame.of(run);
    series = run.figures().timeSeries();
    circuit = run.figures().circuit();
  }

  @Override
  public String name() {
    return "circuit";
  }

  @Override
  public String description() {
    return "States of the circuit over time: "
        + String.join(", ", stretches().stream().map(one -> one.state().name()).toList());
  }

  private List<Stretch> stretches() {
    List<Stretch> stretches = new ArrayList<>();
    CircuitState state = circuit.initial();
    double from = frame.from();
    for (CircuitTransition transition : circuit.transitions()) {
      double at = transition.atMillis() - frame.originMillis();
      stretches.add(new Stretch(state, from, at));
      state = transition.to();
      from = at;
    }
    stretches.add(new Stretch(state, from, frame.to()));
    return stretches;
  }

  @Override
  public SvgDrawing draw(Look look) {
    int top = Panel.HEAD + Panel.PHASES;
    int evidence = top + BAND + 16 + Panel.HEAD + 18;
    List<Legend.Entry> keys = keys(look);
    int plot = evidence + 18 * (Legend.lines(look, keys) - 1);
    SvgDrawing drawing = new SvgDrawing(look.width(), plot + HEIGHT + Panel.FOOT);
    states(drawing, new Panel(look, frame, top, BAND, List.of(0.0, 1.0)));
    drawing.text(
        0,
        evidence - 30,
        "AI requests per second, by how they ended",
        look.textSize() + 1,
        look.palette().ink(),
        Anchor.START,
        600);
    Legend.wrapped(drawing, look, evidence - 10, keys);
    Panel below = new Panel(look, frame, plot, HEIGHT, Ticks.upTo(most(look), 3, 0.1));
    below.background(drawing, AxisText::plain);
    for (TimePoint point : shown(look).points()) {
      column(drawing, below, point);
    }
    below.times(drawing);
    return drawing;
  }

  private void states(SvgDrawing drawing, Panel panel) {
    Palette palette = panel.look().palette();
    int size = panel.look().textSize() - 1;
    panel.head(
        drawing,
        14,
        "State",
        panel.look().narrow() ? "▲ told  △ inferred" : "▲ told by an answer   △ inferred",
        List.of());
    panel.phaseNames(drawing);
    for (Stretch stretch : stretches()) {
      double x = panel.x().at(stretch.from());
      // A probe is over in a moment, and it must be seen.
      double width = Math.max(3, panel.x().at(stretch.to()) - x);
      drawing.rect(x, panel.top(), width, BAND, palette.circuit().get(stretch.state()), 1);
      String word = stretch.state().name().replace('_', '-');
      if (TextWidth.of(word, size) * 1.15 < width - 8) {
        drawing.text(
            x + width / 2,
            panel.top() + 21,
            word,
            size,
            stretch.state() == CircuitState.OPEN || stretch.state() == CircuitState.CLOSED
                ? "#ffffff"
                : "#1d2530",
            Anchor.MIDDLE,
            600);
      }
    }
    for (CircuitTransition transition : circuit.transitions()) {
      double x = panel.x().at(transition.atMillis() - frame.originMillis());
      drawing.text(
          x,
          panel.bottom() + 12,
          transition.explicit() ? "▲" : "△",
          size,
          palette.ink(),
          Anchor.MIDDLE);
    }
  }

  private List<Legend.Entry> keys(Look look) {
    return groups().entrySet().stream()
        .map(
            entry ->
                new Legend.Entry(
                    entry.getKey().words() + " (n = " + entry.getValue() + ")",
                    look.palette().outcomes().get(entry.getKey())))
        .toList();
  }

  private Map<OutcomeGroup, Long> groups() {
    return OutcomeGroup.count(
        series.points().stream()
            .map(point -> point.of(OperationClass.AI))
            .reduce(dev.aiendpoint.stats.TimeFigures.NONE, dev.aiendpoint.stats.TimeFigures::plus)
            .outcomes());
  }

  private TimeSeries shown(Look look) {
    return frame.series(series, look.narrow() ? 45 : 100, 4);
  }

  private double most(Look look) {
    return shown(look).points().stream()
        .mapToDouble(point -> 1000.0 * point.of(OperationClass.AI).samples() / point.lengthMillis())
        .max()
        .orElse(1);
  }

  private void column(SvgDrawing drawing, Panel panel, TimePoint point) {
    double x = panel.x().at(point.startMillis() - frame.originMillis());
    double width = panel.x().at(point.endMillis() - frame.originMillis()) - x;
    double low = 0;
    for (Map.Entry<OutcomeGroup, Long> group :
        OutcomeGroup.count(point.of(OperationClass.AI).outcomes()).entrySet()) {
      double high = low + 1000.0 * group.getValue() / point.lengthMillis();
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
