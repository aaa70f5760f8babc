package dev.aiendpoint.jmeter.gui;

import dev.aiendpoint.circuit.CircuitReport;
import dev.aiendpoint.circuit.CircuitTransition;
import dev.aiendpoint.exchange.CircuitState;
import java.awt.Color;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Draws the states of a circuit as coloured bands over time. */
final class CircuitBands extends TimePlot {

  private static final long serialVersionUID = 1L;

  static final Map<CircuitState, Color> COLORS =
      Map.of(
          CircuitState.CLOSED, new Color(0x2E9E5B),
          CircuitState.OPEN, new Color(0xD64545),
          CircuitState.HALF_OPEN, new Color(0xE0A100),
          CircuitState.UNKNOWN, new Color(0x8A8F98));

  private static final int LEAST_WIDTH = 3;

  /** A stretch of time in one state. */
  private record Band(CircuitState state, long fromMillis, long toMillis) {}

  private transient Optional<CircuitReport> report = Optional.empty();
  private long startMillis;

  CircuitBands() {
    super("bands", 120, 100);
  }

  void show(CircuitReport shown, long start) {
    report = Optional.of(shown).filter(CircuitReport::isKnown);
    startMillis = start;
    repaint();
  }

  void clear() {
    report = Optional.empty();
    repaint();
  }

  @Override
  String message() {
    return report.isPresent() ? "" : Texts.get("AiCircuitMonitor.nothing");
  }

  @Override
  void plot(Graphics2D g) {
    report.ifPresent(shown -> paint(g, shown));
  }

  private void paint(Graphics2D g, CircuitReport shown) {
    FontMetrics metrics = g.getFontMetrics();
    int top = metrics.getHeight() + GAP;
    int bottom = metrics.getHeight() + GAP;
    Rectangle plot =
        new Rectangle(2 * GAP, top, getWidth() - 4 * GAP, getHeight() - top - bottom - GAP);
    if (plot.width < 20 || plot.height < 10) {
      return;
    }
    long end = Math.max(shown.lastMillis(), startMillis + 1_000);
    legend(g, plot.x, metrics.getAscent());
    // Below the bands, which leave no more than the ticks to see.
    times(g, plot, (end - startMillis) / 1e3);
    for (Band band : bands(shown, end)) {
      int from = x(plot, band.fromMillis(), end);
      int to = Math.max(from + LEAST_WIDTH, x(plot, band.toMillis(), end));
      g.setColor(COLORS.get(band.state()));
      g.fillRect(from, plot.y, to - from, plot.height);
      String name = band.state().name();
      if (metrics.stringWidth(name) + GAP < to - from) {
        g.setColor(Color.WHITE);
        g.drawString(
            name,
            from + (to - from - metrics.stringWidth(name)) / 2,
            plot.y + (plot.height + metrics.getAscent()) / 2 - 2);
      }
    }
  }

  private List<Band> bands(CircuitReport shown, long end) {
    List<Band> bands = new ArrayList<>();
    CircuitState state = shown.initial();
    long from = startMillis;
    for (CircuitTransition transition : shown.transitions()) {
      bands.add(new Band(state, from, transition.atMillis()));
      state = transition.to();
      from = transition.atMillis();
    }
    bands.add(new Band(state, from, end));
    return bands;
  }

  private int x(Rectangle plot, long millis, long end) {
    double part = (double) (millis - startMillis) / (end - startMillis);
    return plot.x + (int) Math.round(plot.width * Math.max(0, Math.min(1, part)));
  }

  private void legend(Graphics2D g, int left, int y) {
    int x = left;
    for (CircuitState state : CircuitState.values()) {
      g.setColor(COLORS.get(state));
      g.fillRect(x, y - 9, 12, 9);
      g.setColor(getForeground());
      g.drawString(state.name(), x + 12 + GAP, y);
      x += 12 + GAP + g.getFontMetrics().stringWidth(state.name()) + 3 * GAP;
    }
  }
}
