package dev.aiendpoint.jmeter.gui;

import dev.aiendpoint.circuit.CircuitReport;
import dev.aiendpoint.circuit.CircuitTransition;
import dev.aiendpoint.exchange.CircuitState;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.swing.JPanel;
import javax.swing.UIManager;

/** Draws the states of a circuit as coloured bands over time. */
final class CircuitBands extends JPanel {

  private static final long serialVersionUID = 1L;

  static final Map<CircuitState, Color> COLORS =
      Map.of(
          CircuitState.CLOSED, new Color(0x2E9E5B),
          CircuitState.OPEN, new Color(0xD64545),
          CircuitState.HALF_OPEN, new Color(0xE0A100),
          CircuitState.UNKNOWN, new Color(0x8A8F98));

  private static final int GAP = 6;
  private static final int LEAST_WIDTH = 3;
  private static final int MOST_TICKS = 10;
  private static final long[] ROUND_SECONDS = {1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 1800, 3600};

  /** A stretch of time in one state. */
  private record Band(CircuitState state, long fromMillis, long toMillis) {}

  private transient Optional<CircuitReport> report = Optional.empty();
  private long startMillis;

  CircuitBands() {
    setName("bands");
    setPreferredSize(new Dimension(600, 120));
    setMinimumSize(new Dimension(200, 100));
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
  protected void paintComponent(Graphics graphics) {
    super.paintComponent(graphics);
    Graphics2D g = (Graphics2D) graphics.create();
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    g.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    g.setFont(UIManager.getFont("Label.font").deriveFont(Font.PLAIN));
    if (report.isPresent()) {
      paint(g, report.get());
    } else {
      String nothing = Texts.get("AiCircuitMonitor.nothing");
      g.setColor(faint(160));
      g.drawString(
          nothing, (getWidth() - g.getFontMetrics().stringWidth(nothing)) / 2, getHeight() / 2);
    }
    g.dispose();
  }

  private Color faint(int alpha) {
    Color text = getForeground();
    return new Color(text.getRed(), text.getGreen(), text.getBlue(), alpha);
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
    times(g, plot, (end - startMillis) / 1_000);
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

  private void times(Graphics2D g, Rectangle plot, long seconds) {
    FontMetrics metrics = g.getFontMetrics();
    long step = ROUND_SECONDS[ROUND_SECONDS.length - 1];
    for (int i = ROUND_SECONDS.length - 1; i >= 0; i--) {
      step = seconds / ROUND_SECONDS[i] <= MOST_TICKS ? ROUND_SECONDS[i] : step;
    }
    g.setColor(faint(190));
    for (long second = 0; second <= seconds; second += step) {
      int x = plot.x + (int) (plot.width * second / Math.max(1, seconds));
      String label = PhaseCurve.time(second);
      int width = metrics.stringWidth(label);
      g.drawLine(x, plot.y + plot.height, x, plot.y + plot.height + 3);
      g.drawString(
          label,
          Math.max(0, Math.min(x - width / 2, getWidth() - width)),
          plot.y + plot.height + 3 + metrics.getAscent());
    }
  }
}
