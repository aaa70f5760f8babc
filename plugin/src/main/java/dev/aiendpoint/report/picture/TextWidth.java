package dev.aiendpoint.report.picture;

import dev.aiendpoint.report.ColumnWidth;

/** About how wide a text will be: a picture cannot know the reader's font. */
final class TextWidth {

  private static final double HALF = 0.57;
  private static final double FULL = 1.05;

  private TextWidth() {}

  static double of(String text, int size) {
    return size * text.codePoints().mapToDouble(TextWidth::of).sum();
  }

  private static double of(int codePoint) {
    return switch (ColumnWidth.of(codePoint)) {
      case 0 -> 0;
      case 1 -> HALF;
      default -> FULL;
    };
  }

  /** The text, cut with an ellipsis where it would be wider. */
  static String cut(String text, int size, double width) {
    if (of(text, size) <= width) {
      return text;
    }
    int[] points = text.codePoints().toArray();
    int length = points.length;
    while (length > 0 && of(new String(points, 0, length) + "…", size) > width) {
      length--;
    }
    return length == 0 ? "" : new String(points, 0, length).stripTrailing() + "…";
  }
}
