package dev.aiendpoint.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A table in plain ASCII that keeps to a width: columns are as wide as their cells; where that is
 * too much, the widest text columns give way and their cells wrap, and in the end those of numbers
 * do, too. Nothing is cut off. Not thread-safe.
 */
final class TextTable {

  private static final int GAP = 2;
  private static final int NARROWEST = 6;

  /**
   * A column.
   *
   * @param head its heading
   * @param number true to align to the right, and to wrap only when text no longer can
   */
  record Column(String head, boolean number) {

    static Column text(String head) {
      return new Column(head, false);
    }

    static Column number(String head) {
      return new Column(head, true);
    }
  }

  private record Row(List<String> cells, String note) {}

  private final int indent;
  private final int width;
  private final List<Column> columns;
  private final List<Row> rows = new ArrayList<>();

  TextTable(int indent, int width, Column... columns) {
    this.indent = indent;
    this.width = width;
    this.columns = List.of(columns);
  }

  void row(String... cells) {
    annotatedRow("", cells);
  }

  /** A row with a text below it, which starts under the second column. */
  void annotatedRow(String note, String... cells) {
    rows.add(new Row(Arrays.stream(cells).map(VisibleText::line).toList(), note));
  }

  List<String> lines() {
    int[] widths = widths();
    List<String> lines = new ArrayList<>();
    addRow(lines, columns.stream().map(Column::head).toList(), widths);
    addRow(lines, Arrays.stream(widths).mapToObj("-"::repeat).toList(), widths);
    int noteIndent = indent + widths[0] + GAP;
    for (Row row : rows) {
      addRow(lines, row.cells(), widths);
      if (!row.note().isEmpty()) {
        LineWrapper.wrap(VisibleText.block(row.note()), width - noteIndent)
            .forEach(line -> lines.add((" ".repeat(noteIndent) + line).stripTrailing()));
      }
    }
    return lines;
  }

  private int[] widths() {
    int[] widths = new int[columns.size()];
    for (int i = 0; i < widths.length; i++) {
      int column = i;
      widths[i] =
          Math.max(
              ColumnWidth.of(columns.get(i).head()),
              rows.stream().mapToInt(r -> ColumnWidth.of(r.cells().get(column))).max().orElse(0));
    }
    while (indent + Arrays.stream(widths).sum() + GAP * (widths.length - 1) > width) {
      int widest = widest(widths, false);
      if (widest < 0) {
        widest = widest(widths, true);
      }
      if (widest < 0) {
        break;
      }
      widths[widest]--;
    }
    return widths;
  }

  private int widest(int[] widths, boolean number) {
    int widest = -1;
    for (int i = 0; i < widths.length; i++) {
      if (columns.get(i).number() == number
          && widths[i] > NARROWEST
          && (widest < 0 || widths[i] > widths[widest])) {
        widest = i;
      }
    }
    return widest;
  }

  private void addRow(List<String> lines, List<String> cells, int[] widths) {
    List<List<String>> wrapped = new ArrayList<>();
    int height = 1;
    for (int i = 0; i < widths.length; i++) {
      List<String> cell = LineWrapper.wrap(cells.get(i), Math.max(1, widths[i]));
      wrapped.add(cell);
      height = Math.max(height, cell.size());
    }
    for (int y = 0; y < height; y++) {
      StringBuilder line = new StringBuilder(" ".repeat(indent));
      for (int i = 0; i < widths.length; i++) {
        String part = y < wrapped.get(i).size() ? wrapped.get(i).get(y) : "";
        line.append(i == 0 ? "" : " ".repeat(GAP))
            .append(ColumnWidth.pad(part, widths[i], columns.get(i).number()));
      }
      lines.add(line.toString().stripTrailing());
    }
  }
}
