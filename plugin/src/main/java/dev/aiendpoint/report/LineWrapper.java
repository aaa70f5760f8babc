package dev.aiendpoint.report;

import java.util.ArrayList;
import java.util.List;

/**
 * Breaks text into lines of at most a number of columns: at spaces, and inside a word only when the
 * word alone is too wide, there behind one of {@value #JOINTS} unless that would leave most of the
 * line empty. Line breaks in the text stay; runs of spaces inside a line stay.
 */
final class LineWrapper {

  /** Where ids, labels and addresses come apart. */
  private static final String JOINTS = "-_/:";

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
      int cut = space > 0 && !rest.substring(0, space).isBlank() ? space : joint(rest, fits);
      lines.add(rest.substring(0, cut).stripTrailing());
      rest = rest.substring(cut).stripLeading();
    }
    lines.add(rest);
  }

  /** Behind the last joint that fits, else as far as the text fits. */
  private static int joint(String text, int fits) {
    for (int cut = fits; cut > fits / 2; cut--) {
      if (JOINTS.indexOf(text.charAt(cut - 1)) >= 0) {
        return cut;
      }
    }
    return fits;
  }

  /** The first columns of a text, whatever they cut in two. */
  static String start(String text, int width) {
    return text.substring(0, fitting(text, width));
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
