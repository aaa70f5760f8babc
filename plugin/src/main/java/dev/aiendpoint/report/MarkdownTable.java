package dev.aiendpoint.report;

import java.util.List;
import java.util.stream.Collectors;

/** Writes a table in GitHub's Markdown. Cells are escaped already. */
final class MarkdownTable {

  private final StringBuilder text = new StringBuilder();

  /**
   * @param heads headings; one that ends with {@code :} is of a column of numbers
   */
  MarkdownTable(String... heads) {
    row(List.of(heads).stream().map(head -> head.replaceFirst(":$", "")).toList());
    row(List.of(heads).stream().map(head -> head.endsWith(":") ? "---:" : "---").toList());
  }

  MarkdownTable row(List<String> cells) {
    text.append(cells.stream().collect(Collectors.joining(" | ", "| ", " |"))).append('\n');
    return this;
  }

  String write() {
    return text.append('\n').toString();
  }
}
