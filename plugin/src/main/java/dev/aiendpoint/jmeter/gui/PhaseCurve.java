package dev.aiendpoint.jmeter.gui;

import dev.aiendpoint.phase.LoadProfile;
import dev.aiendpoint.phase.PhasePreview;
import dev.aiendpoint.phase.PhaseWindow;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.geom.Path2D;
import java.util.Locale;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;

/**
 * Draws users and arrivals over time with a band for each phase, or says why it cannot. Swing's
 * thread only.
 */
final class PhaseCurve extends TimePlot {

  private static final long serialVersionUID = 1L;

  private static final Color USERS = new Color(0x2F7ED8);
  private static final Color ARRIVALS = new Color(0xE07B00);
  private static final int TICKS = 5;

  private transient Optional<LoadProfile> profile = Optional.empty();
  private String message = "";

  PhaseCurve() {
    super("curve", 220, 160);
  }

  void show(PhasePreview preview) {
    profile = preview.load().map(load -> load.profile());
    message =
        !preview.problems().isEmpty()
            ? "no curve while the table has problems"
            : preview.variables() ? "no curve: the table contains variables" : "";
    repaint();
  }

  @Override
  String message() {
    return message;
  }

  @Override
  void plot(Graphics2D g) {
    profile.ifPresent(drawn -> paint(g, drawn));
  }

  private void paint(Graphics2D g, LoadProfile drawn) {
    FontMetrics metrics = g.getFontMetrics();
    double users = niceTop(drawn.peakUsers());
    double rate =
        niceTop(
            drawn.windows().stream().mapToDouble(PhaseWindow::arrivalsPerSecond).max().orElse(0));
    int left = users > 0 ? metrics.stringWidth(number(users)) + 2 * GAP : GAP;
    int right = rate > 0 ? metrics.stringWidth(number(rate) + "/s") + 2 * GAP : 3 * GAP;
    int top = 2 * metrics.getHeight() + GAP;
    int bottom = metrics.getHeight() + GAP;
    Rectangle plot =
        new Rectangle(left, top, getWidth() - left - right, getHeight() - top - bottom);
    if (plot.width < 20 || plot.height < 20) {
      return;
    }
    bands(g, drawn, plot);
    times(g, plot, drawn.totalNanos() / 1e9);
    if (users > 0) {
      axis(g, plot, users, USERS, "users", true);
      line(g, drawn, plot, USERS, instant -> drawn.usersAt((long) instant) / users, false);
    }
    if (rate > 0) {
      axis(g, plot, rate, ARRIVALS, "arrivals/s", false);
      line(g, drawn, plot, ARRIVALS, instant -> drawn.arrivalRateAt((long) instant) / rate, true);
    }
    ground(g, plot);
  }

  private void bands(Graphics2D g, LoadProfile drawn, Rectangle plot) {
    double total = drawn.totalNanos() / 1e6;
    boolean shaded = false;
    for (PhaseWindow window : drawn.windows()) {
      int from = plot.x + (int) Math.round(plot.width * (window.startMillis() / total));
      int to = plot.x + (int) Math.round(plot.width * (window.endMillis() / total));
      phase(g, plot, from, to, window.name(), shaded);
      shaded = !shaded;
    }
  }

  private void axis(
      Graphics2D g, Rectangle plot, double top, Color color, String title, boolean onLeft) {
    FontMetrics metrics = g.getFontMetrics();
    for (int tick = onLeft ? 0 : 1; tick <= TICKS; tick++) {
      int y = plot.y + plot.height - plot.height * tick / TICKS;
      String label = number(top * tick / TICKS) + (onLeft ? "" : "/s");
      g.setColor(faint(40));
      g.drawLine(plot.x, y, plot.x + plot.width, y);
      g.setColor(color);
      g.drawString(
          label,
          onLeft ? plot.x - GAP - metrics.stringWidth(label) : plot.x + plot.width + GAP,
          y + metrics.getAscent() / 2 - 1);
    }
    g.setColor(color);
    g.drawString(
        title,
        onLeft ? GAP : getWidth() - metrics.stringWidth(title) - GAP,
        metrics.getAscent() + 1);
  }

  private static void line(
      Graphics2D g,
      LoadProfile drawn,
      Rectangle plot,
      Color color,
      DoubleUnaryOperator share,
      boolean open) {
    Path2D line = new Path2D.Double();
    Path2D area = new Path2D.Double();
    int base = plot.y + plot.height;
    area.moveTo(plot.x, base);
    boolean drawing = false;
    // Two points a pixel: a jump then looks like one.
    int points = plot.width * 2;
    for (int point = 0; point <= points; point++) {
      double instant =
          Math.min(drawn.totalNanos() - 1.0, (double) drawn.totalNanos() * point / points);
      double x = plot.x + point / 2.0;
      double y = base - plot.height * share.applyAsDouble(instant);
      boolean drawNext = drawn.isOpenAt((long) instant) == open;
      if (drawing) {
        line.lineTo(x, y);
      } else if (drawNext) {
        line.moveTo(x, base);
        line.lineTo(x, y);
      }
      drawing = drawNext;
      area.lineTo(x, y);
    }
    area.lineTo(plot.x + plot.width, base);
    area.closePath();
    g.setColor(new Color(color.getRed(), color.getGreen(), color.getBlue(), 40));
    g.fill(area);
    g.setColor(color);
    g.setStroke(
        open
            ? new BasicStroke(
                2, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, new float[] {6, 3}, 0)
            : new BasicStroke(2, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND));
    g.draw(line);
    g.setStroke(new BasicStroke(1));
  }

  /** The least 1, 2, 2.5 or 5 times a power of ten, in five equal parts, that holds the value. */
  static double niceTop(double value) {
    if (value <= 0) {
      return 0;
    }
    double part = value / TICKS;
    double power = Math.pow(10, Math.floor(Math.log10(part)));
    for (double factor : new double[] {1, 2, 2.5, 3, 4, 5, 10}) {
      if (part <= factor * power * 1.000001) {
        return factor * power * TICKS;
      }
    }
    return 10 * power * TICKS;
  }

  private static String number(double value) {
    return value == Math.rint(value)
        ? Long.toString((long) value)
        : String.format(Locale.ROOT, "%.2f", value).replaceAll("0+$", "");
  }
}
