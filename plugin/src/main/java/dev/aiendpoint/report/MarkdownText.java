package dev.aiendpoint.report;

/** Text from outside made safe in GitHub's Markdown: it shows as it is and formats nothing. */
final class MarkdownText {

  private static final String SPECIAL = "\\`*_{}[]<>()#+!|~@$";

  private MarkdownText() {}

  /** One line; safe in a table's cell, too. */
  static String escaped(String text) {
    StringBuilder safe = new StringBuilder();
    VisibleText.line(text)
        .codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '&' -> safe.append("&amp;");
                // A backslash would not keep these from becoming a link to a person or an issue.
                case '@' -> safe.append("&#64;");
                case '#' -> safe.append("&#35;");
                case '|' -> safe.append("&#124;");
                default -> {
                  if (needsBackslash(c)) {
                    safe.append('\\');
                  }
                  safe.appendCodePoint(c);
                }
              }
            });
    return safe.toString();
  }

  private static boolean needsBackslash(int c) {
    return c < 128 && SPECIAL.indexOf(c) >= 0 && "()+{}!".indexOf(c) < 0;
  }

  /** As code; a cell's separators and the code's own marks are replaced. */
  static String code(String text) {
    return "`" + VisibleText.line(text).replace('`', '\'').replace("|", "\\|") + "`";
  }
}
