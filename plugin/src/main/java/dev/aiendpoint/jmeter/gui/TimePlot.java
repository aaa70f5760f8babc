package dev.aiendpoint.jmeter.gui;

import java.awt.Color;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.Shape;
import javax.swing.JPanel;
import javax.swing.UIManager;

/**
 * A drawing over time, or a sentence where there is nothing to draw. Swing's thread only.
 *
 * <p>Colours are those of the look and feel, so that it is legible on dark paper, too.
 */
abstract class TimePlot extends JPanel {

  private static final long serialVersionUID = 1L;

  /** Between things that stand side by side, pixels. */
  static final int GAP = 6;

  private static final int TICK = 3;
  private static final int MOST_TICKS = 10;

  /** Lengths of time that a reader counts in, seconds. */
  private static final long[] ROUND_TIMES = {
    1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14_400, 21_600, 43_200, 86_400
  };

  TimePlot(String name, int height, int leastHeight) {
    setName(name);
    setPreferredSize(new Dimension(600, height));
    setMinimumSize(new Dimension(200, leastHeight));
  }

  /** What stands in place of a drawing; empty when there is something to draw. */
  abstract String message();

  /** Draws; only called when there is something to draw. */
  abstract void plot(Graphics2D g);

  @Override
  protected final void paintComponent(Graphics graphics) {
    super.paintComponent(graphics);
    Graphics2D g = (Graphics2D) graphics.create();
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    g.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    g.setFont(UIManager.getFont("Label.font").deriveFont(Font.PLAIN));
    String message = message();
    if (message.isEmpty()) {
      plot(g);
    } else {
      g.setColor(faint(160));
      int width = g.getFontMetrics().stringWidth(message);
      g.drawString(message, (getWidth() - width) / 2, getHeight() / 2);
    }
    g.dispose();
  }

  /** The colour of text, seen through. */
  final Color faint(int alpha) {
    Color text = getForeground();
    return new Color(text.getRed(), text.getGreen(), text.getBlue(), alpha);
  }

  /** The line that the plot stands on. */
  final void ground(Graphics2D g, Rectangle plot) {
    g.setColor(faint(120));
    g.drawLine(plot.x, plot.y + plot.height, plot.x + plot.width, plot.y + plot.height);
  }

  /** A line at each round time, which is named below the plot. */
  final void times(Graphics2D g, Rectangle plot, double seconds) {
    FontMetrics metrics = g.getFontMetrics();
    long step = step(seconds);
    for (long second = 0; second <= seconds; second += step) {
      int x = plot.x + (int) Math.round(plot.width * second / seconds);
      String label = time(second);
      int width = metrics.stringWidth(label);
      g.setColor(faint(40));
      g.drawLine(x, plot.y, x, plot.y + plot.height + TICK);
      g.setColor(faint(180));
      g.drawString(
          label,
          Math.max(0, Math.min(x - width / 2, getWidth() - width)),
          plot.y + plot.height + TICK + metrics.getAscent());
    }
  }

  private static long step(double seconds) {
    for (long candidate : ROUND_TIMES) {
      if (seconds / candidate <= MOST_TICKS) {
        return candidate;
      }
    }
    long step = ROUND_TIMES[ROUND_TIMES.length - 1];
    while (seconds / step > MOST_TICKS) {
      step *= 2;
    }
    return step;
  }

  /** A phase behind the plot, with its name above it; shades alternate. */
  final void phase(Graphics2D g, Rectangle plot, int from, int to, String name, boolean dark) {
    FontMetrics metrics = g.getFontMetrics();
    g.setColor(faint(dark ? 26 : 10));
    g.fillRect(
        from, plot.y - metrics.getHeight() - 2, to - from, plot.height + metrics.getHeight() + 2);
    Shape clip = g.getClip();
    g.clipRect(from, 0, to - from, plot.y);
    g.setColor(getForeground());
    int width = metrics.stringWidth(name);
    int x = width <= to - from ? from + (to - from - width) / 2 : from + 2;
    g.drawString(name, x, plot.y - metrics.getDescent() - 2);
    g.setClip(clip);
  }

  /** A length of time as short as it can be said. */
  static String time(long seconds) {
    if (seconds == 0) {
      return "0";
    }
    long hours = seconds / 3600;
    long minutes = seconds / 60 % 60;
    long rest = seconds % 60;
    return ((hours > 0 ? hours + " h " : "")
            + (minutes > 0 ? minutes + " min " : "")
            + (rest > 0 ? rest + " s" : ""))
        .trim();
  }
}
