package dev.aiendpoint.svg;

/** Text made safe between tags and in quoted attributes, of XML as of HTML. */
public final class XmlText {

  private XmlText() {}

  /** Characters that XML 1.0 forbids become U+FFFD. */
  public static String escaped(String text) {
    StringBuilder safe = new StringBuilder(text.length() + 16);
    text.codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                default -> safe.appendCodePoint(isAllowed(c) ? c : 0xFFFD);
              }
            });
    return safe.toString();
  }

  private static boolean isAllowed(int c) {
    return c == '\n'
        || c == '\t'
        || c >= 0x20 && c <= 0xD7FF && !Character.isISOControl(c)
        || c >= 0xE000 && c <= 0xFFFD
        || c >= 0x10000;
  }
}
