package dev.aiendpoint.jtl;

import java.nio.charset.StandardCharsets;

/** The text of a cell: UTF-8, with doubled quotes taken as one where the cell was quoted. */
final class CellText {

  private CellText() {}

  static String of(CsvRows rows, int column) {
    String text =
        new String(
            rows.bytes(),
            rows.start(column),
            rows.end(column) - rows.start(column),
            StandardCharsets.UTF_8);
    return rows.isQuoted(column) ? text.replace("\"\"", "\"") : text;
  }
}
