package dev.aiendpoint.report.picture;

import dev.aiendpoint.svg.Scale;
import dev.aiendpoint.svg.SvgDrawing;
import dev.aiendpoint.svg.SvgDrawing.Anchor;
import dev.aiendpoint.svg.Ticks;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Shares as bars, each with the range that the plan wants where it wants one. */
public final class MixPicture implements Picture {

  /**
   * One share.
   *
   * @param label what has it
   * @param percent 0 to 100
   * @param plan lowest and highest accepted percent
   * @param n how many
   */
  public record Share(
      String label,
      Function<Palette, String> colour,
      double percent,
      Optional<double[]> plan,
      long n) {}

  private static final int ROW = 44;

  private final List<Share> shares;

  public MixPicture(List<Share> shares) {
    this.shares = List.copyOf(shares);
  }

  public boolean isDrawable() {
    return !shares.isEmpty();
  }

  @Override
  public String name() {
    return "mix";
  }

  @Override
  public String description() {
    List<String> parts = new ArrayList<>();
    shares.forEach(share -> parts.add(share.label() + " " + AxisText.percent(share.percent())));
    return "Shares of the operations: " + String.join(", ", parts);
  }

  @Override
  public SvgDrawing draw(Look look) {
    int bottom = 4 + ROW * shares.size();
    SvgDrawing drawing = new SvgDrawing(look.width(), bottom + 24);
    Palette palette = look.palette();
    double highest =
        shares.stream()
            .mapToDouble(s -> Math.max(s.percent(), s.plan().map(range -> range[1]).orElse(0.0)))
            .max()
            .orElse(100);
    List<Double> ticks = Ticks.upTo(Math.min(100, highest), look.narrow() ? 4 : 8, 1);
    Scale x = new Scale.Linear(0, ticks.get(ticks.size() - 1), 0, look.right() - 14);
    for (double tick : ticks) {
      double at = Math.round(x.at(tick)) + 0.5;
      drawing.line(at, 4, at, bottom, palette.grid(), 1);
      drawing.text(
          at,
          bottom + 16,
          AxisText.percent(tick),
          look.textSize() - 1,
          palette.muted(),
          tick == 0 ? Anchor.START : Anchor.MIDDLE);
    }
    for (int i = 0; i < shares.size(); i++) {
      row(drawing, look, x, 4 + i * ROW, shares.get(i));
    }
    return drawing;
  }

  private static void row(SvgDrawing drawing, Look look, Scale x, int top, Share share) {
    Palette palette = look.palette();
    int size = look.textSize();
    String figures =
        AxisText.percent(share.percent())
            + share
                .plan()
                .map(
                    range ->
                        " · plan " + AxisText.plain(range[0]) + "–" + AxisText.percent(range[1]))
                .orElse("")
            + " · n = "
            + share.n();
    double room = look.right() - TextWidth.of(figures, size - 1) - 14;
    drawing.text(
        0, top + 14, TextWidth.cut(share.label(), size, room), size, palette.ink(), Anchor.START);
    drawing.text(look.right(), top + 14, figures, size - 1, palette.muted(), Anchor.END);
    drawing.bar(0, top + 22, x.at(share.percent()), 12, 3, share.colour().apply(palette));
    share
        .plan()
        .ifPresent(
            range -> {
              for (double end : range) {
                drawing.line(x.at(end), top + 18, x.at(end), top + 38, palette.ink(), 2);
              }
              drawing.line(x.at(range[0]), top + 38, x.at(range[1]), top + 38, palette.ink(), 2);
            });
  }
}
