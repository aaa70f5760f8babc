package dev.aiendpoint.report.picture;

import dev.aiendpoint.stats.Distribution;
import dev.aiendpoint.svg.Scale;
import dev.aiendpoint.svg.SvgDrawing;
import dev.aiendpoint.svg.SvgDrawing.Anchor;
import dev.aiendpoint.svg.Ticks;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.DoubleFunction;

/**
 * How often a figure had which value: bars over the values, with P50 and P95 marked. The axis ends
 * at P99, and what lies above stands in the last bar.
 */
public final class DistributionPicture implements Picture {

  private static final int HEIGHT = 110;
  private static final int TOP = 54;

  private final String name;
  private final String title;
  private final Distribution values;
  private final DoubleFunction<String> format;
  private final boolean reciprocal;

  private DistributionPicture(
      String name,
      String title,
      Distribution values,
      DoubleFunction<String> format,
      boolean reciprocal) {
    this.name = name;
    this.title = title;
    this.values = values;
    this.format = format;
    this.reciprocal = reciprocal;
  }

  /** Of a duration. */
  public static DistributionPicture ofMillis(String name, String title, Distribution values) {
    return new DistributionPicture(name, title, values, AxisText::millis, false);
  }

  /** Of how many a second, from how long one took. */
  public static DistributionPicture ofRate(String name, String title, Distribution eachMillis) {
    return new DistributionPicture(name, title, eachMillis, AxisText::plain, true);
  }

  public boolean isDrawable() {
    return values.count() > 0;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public String description() {
    return title
        + ": P50 "
        + format.apply(percentile(50))
        + ", P95 "
        + format.apply(percentile(95));
  }

  /** Of the figure that is shown: the fastest requests have the highest rates. */
  private double percentile(double percentile) {
    OptionalDouble value = values.percentile(reciprocal ? 100 - percentile : percentile);
    return shown(value.orElse(0));
  }

  private double shown(double millis) {
    return reciprocal ? 1000 / Math.max(millis, 1e-6) : millis;
  }

  @Override
  public SvgDrawing draw(Look look) {
    SvgDrawing drawing = new SvgDrawing(look.width(), TOP + HEIGHT + 26);
    Palette palette = look.palette();
    int size = look.textSize();
    drawing.text(0, 14, title, size + 1, palette.ink(), Anchor.START, 600);
    drawing.text(look.right(), 14, "n = " + values.count(), size - 1, palette.muted(), Anchor.END);
    List<Double> ticks = Ticks.upTo(percentile(99), look.narrow() ? 5 : 10, 0.01);
    double end = ticks.get(ticks.size() - 1);
    Scale x = new Scale.Linear(0, end, 0, look.right());
    int bottom = TOP + HEIGHT;
    bars(drawing, look, end, bottom);
    for (double tick : ticks) {
      drawing.text(
          x.at(tick),
          bottom + 17,
          format.apply(tick),
          size - 1,
          palette.muted(),
          tick == 0 ? Anchor.START : tick == end ? Anchor.END : Anchor.MIDDLE);
    }
    drawing.line(0, bottom + 0.5, look.right(), bottom + 0.5, palette.muted(), 1);
    marker(drawing, look, x, 50, TOP - 20);
    marker(drawing, look, x, 95, TOP - 6);
    return drawing;
  }

  private void bars(SvgDrawing drawing, Look look, double end, int bottom) {
    int count = look.narrow() ? 30 : 60;
    long[] heights = new long[count];
    long before = 0;
    for (int i = 0; i < count; i++) {
      long below = i == count - 1 ? values.count() : below(end * (i + 1) / count);
      heights[i] = below - before;
      before = below;
    }
    long most = Math.max(1, Arrays.stream(heights).max().orElse(1));
    double width = look.right() / (double) count;
    for (int i = 0; i < count; i++) {
      double height = heights[i] * (double) HEIGHT / most;
      drawing.bar(
          i * width + 0.5,
          bottom - Math.max(heights[i] > 0 ? 1 : 0, height),
          width - 1,
          Math.max(heights[i] > 0 ? 1 : 0, height),
          Math.min(2, height / 2),
          look.palette().operations().get(dev.aiendpoint.sample.OperationClass.AI));
    }
  }

  /** How many values are at most {@code figure}. */
  private long below(double figure) {
    return reciprocal
        ? values.count() - values.countAtOrBelow(1000 / figure)
        : values.countAtOrBelow(figure);
  }

  private void marker(SvgDrawing drawing, Look look, Scale x, int percentile, int y) {
    double at = x.at(percentile(percentile));
    String text = "P" + percentile + " " + format.apply(rounded(percentile(percentile)));
    int size = look.textSize() - 1;
    boolean left = at + TextWidth.of(text, size) + 8 > look.right();
    drawing.dashedLine(at, y - 8, at, TOP + HEIGHT, look.palette().ink());
    drawing.text(
        at + (left ? -5 : 5),
        y,
        text,
        size,
        look.palette().ink(),
        left ? Anchor.END : Anchor.START);
  }

  private static double rounded(double figure) {
    return figure < 10 ? Math.round(figure * 10) / 10.0 : Math.round(figure);
  }
}
