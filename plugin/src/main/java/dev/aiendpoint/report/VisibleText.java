package dev.aiendpoint.report;

/**
 * Text from outside (labels, messages) made safe to show: what would steer a terminal, break a line
 * or an XML document is written as {@code \}{@code uXXXX} instead. Letters of every script stay.
 */
public final class VisibleText {

  private VisibleText() {}

  /** One line: line breaks and tabs become spaces. */
  public static String line(String text) {
    return escape(text.replaceAll("[\\r\\n\\t]+", " "));
  }

  /** Several lines, ended by {@code \n}; tabs become spaces. */
  public static String block(String text) {
    return escape(text.replaceAll("\\r\\n?", "\n").replace('\t', ' '));
  }

  private static String escape(String text) {
    StringBuilder visible = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            c -> {
              if (c != '\n' && isUnsafe(c)) {
                visible.append(String.format("\\u%04X", c));
              } else {
                visible.appendCodePoint(c);
              }
            });
    return visible.toString();
  }

  private static boolean isUnsafe(int c) {
    return Character.isISOControl(c)
        || Character.getType(c) == Character.SURROGATE
        || (c & 0xFFFE) == 0xFFFE
        || c == 0xFEFF
        || isLineBreak(c)
        || isDirectionControl(c);
  }

  private static boolean isLineBreak(int c) {
    return c == 0x2028 || c == 0x2029;
  }

  /** Such characters could show a FAIL as something else. */
  private static boolean isDirectionControl(int c) {
    return c == 0x200E || c == 0x200F || c >= 0x202A && c <= 0x202E || c >= 0x2066 && c <= 0x2069;
  }
}
