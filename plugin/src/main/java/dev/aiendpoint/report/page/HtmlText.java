package dev.aiendpoint.report.page;

import dev.aiendpoint.report.VisibleText;
import dev.aiendpoint.svg.XmlText;
import java.util.ArrayDeque;
import java.util.Deque;

/** HTML under construction: every text and attribute is escaped, every tag gets closed. */
final class HtmlText {

  private final StringBuilder html = new StringBuilder();
  private final Deque<String> open = new ArrayDeque<>();

  /**
   * @param attributes name, value, name, value …
   */
  HtmlText open(String tag, String... attributes) {
    tag(tag, attributes);
    open.push(tag);
    return this;
  }

  HtmlText close() {
    html.append("</").append(open.pop()).append(">\n");
    return this;
  }

  /** An element without content, such as {@code img}. */
  HtmlText single(String tag, String... attributes) {
    tag(tag, attributes);
    html.append('\n');
    return this;
  }

  HtmlText element(String tag, String text, String... attributes) {
    tag(tag, attributes);
    text(text);
    html.append("</").append(tag).append(">\n");
    return this;
  }

  HtmlText text(String text) {
    html.append(escaped(text));
    return this;
  }

  private void tag(String tag, String... attributes) {
    html.append('<').append(tag);
    for (int i = 0; i < attributes.length; i += 2) {
      html.append(' ').append(attributes[i]).append("=\"");
      html.append(escaped(attributes[i + 1])).append('"');
    }
    html.append('>');
  }

  private static String escaped(String text) {
    return XmlText.escaped(VisibleText.block(text));
  }

  String write() {
    if (!open.isEmpty()) {
      throw new IllegalStateException("still open: " + open);
    }
    return html.toString();
  }
}
