package dev.aiendpoint.report.picture;

import dev.aiendpoint.svg.Scale;
import dev.aiendpoint.svg.SvgDrawing;
import dev.aiendpoint.svg.SvgDrawing.Anchor;
import dev.aiendpoint.svg.Ticks;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Percentiles of several distributions side by side, one in a row, on a logarithmic axis. */
public final class RangePicture implements Picture {

  /**
   * One row.
   *
   * @param label what it is about
   * @param colour its colour in a palette
   * @param p50 in milliseconds
   * @param p95 in milliseconds
   * @param p99 in milliseconds; absent when it is not shown
   * @param n how many values stand behind it
   */
  public record Row(
      String label,
      Function<Palette, String> colour,
      double p50,
      double p95,
      OptionalDouble p99,
      long n) {}

  private static final int ROW = 46;

  private final String name;
  private final String description;
  private final List<Row> rows;

  public RangePicture(String name, String description, List<Row> rows) {
    this.name = name;
    this.description = description;
    this.rows = List.copyOf(rows);
  }

  public boolean isDrawable() {
    return !rows.isEmpty();
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public String description() {
    return description
        + rows.stream()
            .map(
                row ->
                    String.format(
                        Locale.ROOT, "%s P95 %s", row.label(), AxisText.millis(round(row.p95()))))
            .collect(Collectors.joining("; ", ": ", ""));
  }

  private static double round(double millis) {
    return millis < 10 ? millis : Math.round(millis);
  }

  @Override
  public SvgDrawing draw(Look look) {
    int top = 30;
    int bottom = top + ROW * rows.size();
    SvgDrawing drawing = new SvgDrawing(look.width(), bottom + 26);
    Palette palette = look.palette();
    int size = look.textSize();
    List<Legend.Entry> keys = new ArrayList<>();
    drawing.circle(5, 8, 4.5, palette.muted(), palette.muted());
    drawing.text(15, 12, "P50", size - 1, palette.muted(), Anchor.START);
    drawing.circle(58, 8, 4.5, palette.paper(), palette.muted());
    drawing.text(68, 12, "P95", size - 1, palette.muted(), Anchor.START);
    drawing.line(111, 3, 111, 13, palette.muted(), 2);
    drawing.text(118, 12, "P99", size - 1, palette.muted(), Anchor.START);
    Legend.toTheRight(drawing, look, 12, keys);
    Scale x = axis(drawing, look, top, bottom);
    for (int i = 0; i < rows.size(); i++) {
      row(drawing, look, x, top + i * ROW, rows.get(i));
    }
    return drawing;
  }

  private Scale axis(SvgDrawing drawing, Look look, int top, int bottom) {
    double low = rows.stream().mapToDouble(Row::p50).min().orElse(1);
    double high = rows.stream().mapToDouble(row -> row.p99().orElse(row.p95())).max().orElse(10);
    List<Double> ticks = Ticks.decades(Math.max(0.1, low), Math.max(1, high));
    Scale x =
        new Scale.Logarithmic(ticks.get(0), ticks.get(ticks.size() - 1), 8, look.right() - 14);
    for (double tick : ticks) {
      double at = Math.round(x.at(tick)) + 0.5;
      drawing.line(at, top, at, bottom, look.palette().grid(), 1);
      drawing.text(
          at,
          bottom + 17,
          AxisText.millis(tick),
          look.textSize() - 1,
          look.palette().muted(),
          tick == ticks.get(0) ? Anchor.START : Anchor.MIDDLE);
    }
    return x;
  }

  private static void row(SvgDrawing drawing, Look look, Scale x, int top, Row row) {
    Palette palette = look.palette();
    int size = look.textSize();
    String figures =
        (look.narrow()
                ? "P95 " + AxisText.millis(round(row.p95()))
                : "P50 "
                    + AxisText.millis(round(row.p50()))
                    + " · P95 "
                    + AxisText.millis(round(row.p95()))
                    + (row.p99().isEmpty()
                        ? ""
                        : " · P99 " + AxisText.millis(round(row.p99().getAsDouble()))))
            + " · n = "
            + row.n();
    double room = look.right() - TextWidth.of(figures, size - 1) - 14;
    drawing.text(
        0, top + 15, TextWidth.cut(row.label(), size, room), size, palette.ink(), Anchor.START);
    drawing.text(look.right(), top + 15, figures, size - 1, palette.muted(), Anchor.END);
    double y = top + 29;
    String colour = row.colour().apply(palette);
    double end = x.at(row.p99().orElse(row.p95()));
    drawing.line(x.at(row.p50()), y, end, y, colour, 2);
    drawing.bar(x.at(row.p50()), y - 3, x.at(row.p95()) - x.at(row.p50()), 6, 3, colour);
    if (row.p99().isPresent()) {
      drawing.line(end, y - 6, end, y + 6, colour, 2);
    }
    drawing.circle(x.at(row.p95()), y, 5.5, palette.paper(), colour);
    drawing.circle(x.at(row.p50()), y, 5.5, colour, colour);
  }
}
