package dev.aiendpoint.jmeter.gui;

import dev.aiendpoint.cache.CacheReport;
import dev.aiendpoint.cache.HitRateSmoothing;
import dev.aiendpoint.sample.OperationClass;
import dev.aiendpoint.stats.HitRatePoint;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Draws the hit rate over time, a line for each operation class, with a band for each phase.
 * Swing's thread only.
 */
final class HitRateCurve extends TimePlot {

  private static final long serialVersionUID = 1L;

  /** Told apart by people who see no difference between red and green, too. */
  private static final Map<OperationClass, Color> COLORS =
      Map.of(
          OperationClass.READ, new Color(0x2F7ED8),
          OperationClass.AI, new Color(0xE07B00),
          OperationClass.WRITE, new Color(0x7A3DB8),
          OperationClass.OTHER, new Color(0x5F8A8B));

  private static final int PIXELS_A_POINT = 10;

  private transient Optional<CacheReport> report = Optional.empty();

  HitRateCurve() {
    super("hitRate", 220, 140);
  }

  void show(CacheReport shown) {
    report = Optional.of(shown).filter(some -> !some.overTime().isEmpty());
    repaint();
  }

  void clear() {
    report = Optional.empty();
    repaint();
  }

  @Override
  String message() {
    return report.isPresent() ? "" : Texts.get("AiCacheTracker.nothing");
  }

  @Override
  void plot(Graphics2D g) {
    report.ifPresent(shown -> paint(g, shown));
  }

  /** The time that is drawn, and where. */
  private record Frame(Rectangle plot, long fromMillis, long toMillis) {

    double x(double millis) {
      return plot.x + plot.width * (millis - fromMillis) / (toMillis - fromMillis);
    }

    double y(double share) {
      return plot.y + plot.height * (1 - share);
    }
  }

  private void paint(Graphics2D g, CacheReport shown) {
    FontMetrics metrics = g.getFontMetrics();
    int left = metrics.stringWidth("100 %") + 2 * GAP;
    int top = 2 * metrics.getHeight() + 2 * GAP;
    int bottom = metrics.getHeight() + GAP;
    Rectangle plot =
        new Rectangle(left, top, getWidth() - left - 3 * GAP, getHeight() - top - bottom);
    if (plot.width < 20 || plot.height < 20) {
      return;
    }
    List<HitRatePoint> all =
        shown.overTime().values().stream().flatMap(Collection::stream).toList();
    Frame frame =
        new Frame(
            plot,
            all.stream().mapToLong(HitRatePoint::startMillis).min().orElse(0),
            all.stream().mapToLong(HitRatePoint::endMillis).max().orElse(1));
    bands(g, frame, shown.phases());
    shares(g, frame);
    times(g, plot, (frame.toMillis() - frame.fromMillis()) / 1e3);
    int x = plot.x;
    for (Map.Entry<OperationClass, List<HitRatePoint>> line : shown.overTime().entrySet()) {
      Color color = COLORS.getOrDefault(line.getKey(), getForeground());
      line(g, frame, line.getValue(), color);
      x = legend(g, x, metrics.getAscent() + 1, line.getKey() + " " + rate(line.getValue()), color);
    }
    ground(g, plot);
  }

  private static String rate(List<HitRatePoint> points) {
    long hits = points.stream().mapToLong(HitRatePoint::hits).sum();
    long misses = points.stream().mapToLong(HitRatePoint::misses).sum();
    return Math.round(100.0 * hits / (hits + misses)) + " % (n = " + (hits + misses) + ")";
  }

  private int legend(Graphics2D g, int x, int y, String text, Color color) {
    g.setColor(color);
    g.fillRect(x, y - 8, 14, 4);
    g.setColor(getForeground());
    g.drawString(text, x + 14 + GAP, y);
    return x + 14 + GAP + g.getFontMetrics().stringWidth(text) + 4 * GAP;
  }

  private void bands(Graphics2D g, Frame frame, List<CacheReport.OfPhase> phases) {
    List<CacheReport.OfPhase> inOrder =
        phases.stream()
            .filter(phase -> phase.firstStartMillis().isPresent())
            .sorted(Comparator.comparingLong(phase -> phase.firstStartMillis().getAsLong()))
            .toList();
    Rectangle plot = frame.plot();
    for (int i = 0; i < inOrder.size(); i++) {
      int from = i == 0 ? plot.x : edge(frame, inOrder.get(i));
      int to = i + 1 < inOrder.size() ? edge(frame, inOrder.get(i + 1)) : plot.x + plot.width;
      phase(g, plot, from, to, inOrder.get(i).phase(), i % 2 == 1);
    }
  }

  private static int edge(Frame frame, CacheReport.OfPhase phase) {
    double x = frame.x(phase.firstStartMillis().orElse(frame.fromMillis()));
    Rectangle plot = frame.plot();
    return (int) Math.round(Math.max(plot.x, Math.min(plot.x + plot.width, x)));
  }

  private void shares(Graphics2D g, Frame frame) {
    FontMetrics metrics = g.getFontMetrics();
    Rectangle plot = frame.plot();
    for (int percent = 0; percent <= 100; percent += 25) {
      int y = (int) Math.round(frame.y(percent / 100.0));
      String label = percent + " %";
      g.setColor(faint(40));
      g.drawLine(plot.x, y, plot.x + plot.width, y);
      g.setColor(faint(180));
      g.drawString(
          label, plot.x - GAP - metrics.stringWidth(label), y + metrics.getAscent() / 2 - 1);
    }
  }

  /** A point in the middle of each interval; where nothing was looked up the line has a gap. */
  private static void line(Graphics2D g, Frame frame, List<HitRatePoint> points, Color color) {
    long length = (frame.toMillis() - frame.fromMillis()) * PIXELS_A_POINT / frame.plot().width;
    List<HitRatePoint> drawn = HitRateSmoothing.merge(points, length);
    Path2D line = new Path2D.Double();
    g.setColor(color);
    HitRatePoint last = null;
    for (HitRatePoint point : drawn) {
      double x = frame.x(Math.min(middle(point), frame.toMillis()));
      double y = frame.y(point.hitRate());
      if (last != null && point.startMillis() - last.endMillis() <= 2 * point.lengthMillis()) {
        line.lineTo(x, y);
      } else {
        line.moveTo(x, y);
      }
      g.fill(new Ellipse2D.Double(x - 2, y - 2, 4, 4));
      last = point;
    }
    g.setStroke(new BasicStroke(2, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    g.draw(line);
    g.setStroke(new BasicStroke(1));
  }

  private static double middle(HitRatePoint point) {
    return point.startMillis() + point.lengthMillis() / 2.0;
  }
}
