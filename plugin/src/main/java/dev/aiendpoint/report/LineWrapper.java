package dev.aiendpoint.report;

import java.util.ArrayList;
import java.util.List;

/**
 * Breaks text into lines of at most a number of columns: at spaces, and inside a word only when the
 * word alone is too wide. Line breaks in the text stay; runs of spaces inside a line stay.
 */
final class LineWrapper {

  private LineWrapper() {}

  /** At least one line; an empty text is one empty line. */
  static List<String> wrap(String text, int width) {
    List<String> lines = new ArrayList<>();
    for (String line : text.split("\n", -1)) {
      wrapLine(line.stripTrailing(), width, lines);
    }
    return lines;
  }

  private static void wrapLine(String line, int width, List<String> lines) {
    String rest = line;
    while (ColumnWidth.of(rest) > width) {
      int fits = fitting(rest, width);
      int space = rest.lastIndexOf(' ', fits);
      int cut = space > 0 && !rest.substring(0, space).isBlank() ? space : fits;
      lines.add(rest.substring(0, cut).stripTrailing());
      rest = rest.substring(cut).stripLeading();
    }
    lines.add(rest);
  }

  /** Number of chars that fit, at least one character so that every step moves on. */
  private static int fitting(String text, int width) {
    int columns = 0;
    int index = 0;
    while (index < text.length()) {
      int c = text.codePointAt(index);
      columns += ColumnWidth.of(c);
      if (columns > width && index > 0) {
        return index;
      }
      index += Character.charCount(c);
    }
    return index;
  }
}
