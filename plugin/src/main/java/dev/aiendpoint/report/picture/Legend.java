package dev.aiendpoint.report.picture;

import dev.aiendpoint.svg.SvgDrawing;
import dev.aiendpoint.svg.SvgDrawing.Anchor;
import java.util.List;

/** What the colours of a picture mean. */
final class Legend {

  /** A colour and its meaning. */
  record Entry(String text, String colour) {}

  private static final int SWATCH = 10;
  private static final int GAP = 16;

  private Legend() {}

  /** In one line that ends at the right edge. */
  static void toTheRight(SvgDrawing drawing, Look look, int baseline, List<Entry> entries) {
    int size = look.textSize() - 1;
    double x = look.right();
    for (int i = entries.size() - 1; i >= 0; i--) {
      Entry entry = entries.get(i);
      x -= TextWidth.of(entry.text(), size);
      drawing.text(x, baseline, entry.text(), size, look.palette().muted(), Anchor.START);
      x -= SWATCH + 5;
      drawing.bar(x, baseline - SWATCH + 1, SWATCH, SWATCH, 2, entry.colour());
      x -= GAP;
    }
  }

  /** In as many lines as they need, from the left; returns the baseline of the last one. */
  static int wrapped(SvgDrawing drawing, Look look, int baseline, List<Entry> entries) {
    int size = look.textSize() - 1;
    double x = 0;
    int y = baseline;
    for (Entry entry : entries) {
      double width = SWATCH + 5 + TextWidth.of(entry.text(), size) + GAP;
      if (x > 0 && x + width - GAP > look.right()) {
        x = 0;
        y += 18;
      }
      drawing.bar(x, y - SWATCH + 1, SWATCH, SWATCH, 2, entry.colour());
      drawing.text(x + SWATCH + 5, y, entry.text(), size, look.palette().muted(), Anchor.START);
      x += width;
    }
    return y;
  }

  /** How many lines {@link #wrapped} will take. */
  static int lines(Look look, List<Entry> entries) {
    SvgDrawing nowhere = new SvgDrawing(1, 1);
    return 1 + wrapped(nowhere, look, 0, entries) / 18;
  }
}
