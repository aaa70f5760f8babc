package dev.aiendpoint.svg;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Objects;

/**
 * One picture under construction, in pixels from the upper left corner. Every text is escaped.
 * Source: SVG 1.1, presentation attributes. Not thread-safe.
 */
public final class SvgDrawing {

  /** First fonts of the reader's own system: a picture cannot bring any. */
  private static final String FONTS =
      "Inter, system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', 'Noto Sans',"
          + " 'Noto Sans CJK KR', Arial, sans-serif";

  /** Where a text's point lies in it. */
  public enum Anchor {
    START("start"),
    MIDDLE("middle"),
    END("end");

    private final String word;

    Anchor(String word) {
      this.word = word;
    }
  }

  private final int width;
  private final int height;
  private final StringBuilder body = new StringBuilder();

  public SvgDrawing(int width, int height) {
    this.width = width;
    this.height = height;
  }

  public int width() {
    return width;
  }

  public int height() {
    return height;
  }

  public void rect(double x, double y, double w, double h, String fill, double opacity) {
    if (w > 0 && h > 0) {
      element("rect", "x", x, "y", y, "width", w, "height", h, "fill", fill, opacity(opacity));
    }
  }

  /** A rectangle with round corners. */
  public void bar(double x, double y, double w, double h, double radius, String fill) {
    if (w > 0 && h > 0) {
      element("rect", "x", x, "y", y, "width", w, "height", h, "rx", radius, "fill", fill);
    }
  }

  public void line(double x1, double y1, double x2, double y2, String stroke, double strokeWidth) {
    line(x1, y1, x2, y2, stroke, new Object[] {"stroke-width", strokeWidth});
  }

  public void dashedLine(double x1, double y1, double x2, double y2, String stroke) {
    line(x1, y1, x2, y2, stroke, new Object[] {"stroke-dasharray", "3 3"});
  }

  private void line(
      double x1, double y1, double x2, double y2, String stroke, Object[] strokeStyle) {
    element("line", "x1", x1, "y1", y1, "x2", x2, "y2", y2, "stroke", stroke, strokeStyle);
  }

  public void circle(double x, double y, double radius, String fill, String stroke) {
    element(
        "circle",
        "cx",
        x,
        "cy",
        y,
        "r",
        radius,
        "fill",
        fill,
        "stroke",
        stroke,
        "stroke-width",
        1.6);
  }

  /** A line through points; a single one becomes a dot. */
  public void polyline(List<Point> points, String stroke, double strokeWidth) {
    if (points.size() == 1) {
      circle(points.get(0).x(), points.get(0).y(), strokeWidth, stroke, "none");
    } else if (!points.isEmpty()) {
      element(
          "path",
          "d",
          path(points),
          "fill",
          "none",
          "stroke",
          stroke,
          "stroke-width",
          strokeWidth,
          "stroke-linejoin",
          "round",
          "stroke-linecap",
          "round");
    }
  }

  /** The surface within points. */
  public void polygon(List<Point> points, String fill, double opacity) {
    if (points.size() > 2) {
      element("path", "d", path(points) + "Z", "fill", fill, opacity(opacity));
    }
  }

  public void text(double x, double y, String text, int size, String fill, Anchor anchor) {
    text(x, y, text, size, fill, anchor, 400);
  }

  public void text(
      double x, double y, String text, int size, String fill, Anchor anchor, int weight) {
    body.append("<text");
    attribute("x", x);
    attribute("y", y);
    attribute("font-size", size);
    attribute("fill", fill);
    if (anchor != Anchor.START) {
      attribute("text-anchor", anchor.word);
    }
    if (weight != 400) {
      attribute("font-weight", weight);
    }
    body.append('>').append(XmlText.escaped(text)).append("</text>\n");
  }

  /** The whole document, ended by a line break. */
  public String write(String title) {
    return "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" viewBox=\"0 0 %d %d\" font-family=\"%s\" role=\"img\">\n<title>%s</title>\n%s</svg>\n"
        .formatted(width, height, width, height, FONTS, XmlText.escaped(title), body);
  }

  private static Object[] opacity(double opacity) {
    return opacity < 1 ? new Object[] {"fill-opacity", opacity} : new Object[0];
  }

  private void element(String name, Object... attributes) {
    body.append('<').append(name);
    attributes(attributes);
    body.append("/>\n");
  }

  private void attributes(Object... attributes) {
    for (int i = 0; i < attributes.length; i += 2) {
      if (attributes[i] instanceof Object[] more) {
        attributes(more);
        return;
      }
      attribute((String) attributes[i], attributes[i + 1]);
    }
  }

  private void attribute(String name, Object value) {
    String text =
        value instanceof Number number ? number(number.doubleValue()) : Objects.toString(value);
    body.append(' ').append(name).append("=\"").append(XmlText.escaped(text)).append('"');
  }

  private static String path(List<Point> points) {
    StringBuilder path = new StringBuilder("M");
    for (Point point : points) {
      path.append(path.length() == 1 ? "" : "L");
      path.append(number(point.x())).append(' ').append(number(point.y()));
    }
    return path.toString();
  }

  /** A tenth of a pixel is more than anybody sees. */
  private static String number(double value) {
    return Double.isFinite(value)
        ? BigDecimal.valueOf(value)
            .setScale(Math.abs(value) < 1 ? 2 : 1, RoundingMode.HALF_UP)
            .stripTrailingZeros()
            .toPlainString()
        : "0";
  }
}
