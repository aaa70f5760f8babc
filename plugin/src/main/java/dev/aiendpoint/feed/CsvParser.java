package dev.aiendpoint.feed;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads comma-separated values as RFC 4180 has them: quotes where a value holds a comma, a line end
 * or a quote, which is doubled. Lines may end with LF or CRLF; empty lines are left out.
 *
 * <pre>
 * file   = row { line-end row }
 * row    = value { "," value }
 * value  = plain | '"' { any | '""' } '"'
 *
 * question,language
 * "Which deadline is next, and why?",en
 * "He said ""yes""",en
 * </pre>
 */
final class CsvParser {

  /**
   * One row.
   *
   * @param line where it begins, from 1
   */
  record Row(int line, List<String> values) {}

  private final String text;
  private final String where;
  private int position;
  private int line = 1;

  private CsvParser(String where, String text) {
    this.where = where;
    this.text = text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  /**
   * All rows.
   *
   * @param where for messages
   * @throws IllegalArgumentException with file and line
   */
  static List<Row> parse(String where, String text) {
    return new CsvParser(where, text).rows();
  }

  private List<Row> rows() {
    List<Row> rows = new ArrayList<>();
    while (position < text.length()) {
      Row row = row();
      if (row.values().size() > 1 || !row.values().get(0).isBlank()) {
        rows.add(row);
      }
    }
    return rows;
  }

  private Row row() {
    int begin = line;
    List<String> values = new ArrayList<>();
    do {
      values.add(position < text.length() && text.charAt(position) == '"' ? quoted() : plain());
    } while (skip(','));
    skip('\r');
    if (skip('\n')) {
      line++;
    } else if (position < text.length()) {
      throw new IllegalArgumentException(
          where + ":" + line + ": a quoted value must be followed by a comma or the line's end");
    }
    return new Row(begin, values);
  }

  private boolean skip(char expected) {
    if (position < text.length() && text.charAt(position) == expected) {
      position++;
      return true;
    }
    return false;
  }

  private String plain() {
    int begin = position;
    while (position < text.length() && ",\r\n".indexOf(text.charAt(position)) < 0) {
      position++;
    }
    return text.substring(begin, position);
  }

  private String quoted() {
    int opened = line;
    StringBuilder value = new StringBuilder();
    position++;
    while (position < text.length()) {
      char c = text.charAt(position++);
      if (c == '"' && !skip('"')) {
        return value.toString();
      }
      if (c == '\n') {
        line++;
      }
      value.append(c);
    }
    throw new IllegalArgumentException(where + ":" + opened + ": a quote is never closed");
  }
}
