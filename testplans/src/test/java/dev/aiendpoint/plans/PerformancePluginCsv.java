package dev.aiendpoint.plans;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What the Jenkins Performance plugin makes of a CSV result file, rule for rule: its parser is not
 * on Maven Central, so its rules stand here. It refuses what the plugin would refuse or read
 * wrongly.
 *
 * @see <a
 *     href="https://github.com/jenkinsci/performance-plugin/blob/master/src/main/java/hudson/plugins/performance/parsers/JMeterCsvParser.java">
 *     JMeterCsvParser</a>
 */
final class PerformancePluginCsv {

  /** One sample as the plugin counts it. */
  record Row(String label, long elapsed, boolean success) {}

  private final char delimiter;
  private final List<List<String>> records;
  private final int label;

  private PerformancePluginCsv(String text) {
    if (!text.endsWith("\n")) {
      throw new IllegalArgumentException("the last line is not complete");
    }
    String header = text.lines().findFirst().orElse("");
    String lower = header.toLowerCase(Locale.ROOT);
    if (!lower.contains("timestamp")
        || !lower.contains("elapsed")
        || !(lower.contains("url") || lower.contains("label"))) {
      throw new IllegalArgumentException("not detected as JMeter CSV: " + header);
    }
    delimiter =
        (char)
            header
                .chars()
                .filter(character -> !Character.isLetter(character))
                .findFirst()
                .orElseThrow();
    if (delimiter == '|' || delimiter == '"') {
      throw new IllegalArgumentException("breaks at the delimiter " + delimiter);
    }
    records = split(text);
    List<String> names = records.get(0);
    if (names.stream().anyMatch(String::isBlank)) {
      throw new IllegalArgumentException("a column has no name");
    }
    int url = indexOf("URL");
    int named = indexOf("label");
    label = named >= 0 && (url < 0 || named < url) ? named : url;
    for (String required : List.of("timeStamp", "elapsed", "responseCode", "success", "bytes")) {
      if (indexOf(required) < 0) {
        throw new IllegalArgumentException("no column " + required);
      }
    }
  }

  /**
   * The samples of the file.
   *
   * @throws IllegalArgumentException where the plugin drops the whole file
   */
  static List<Row> read(Path file) throws IOException {
    return new PerformancePluginCsv(Files.readString(file)).rows();
  }

  private int indexOf(String column) {
    for (int i = 0; i < records.get(0).size(); i++) {
      if (records.get(0).get(i).equalsIgnoreCase(column)) {
        return i;
      }
    }
    return -1;
  }

  private List<Row> rows() {
    List<Row> rows = new ArrayList<>();
    for (List<String> cells : records.subList(1, records.size())) {
      if (cells.size() < records.get(0).size()) {
        throw new IllegalArgumentException("a short row: " + cells);
      }
      Long.parseLong(cells.get(indexOf("timeStamp")));
      Long.parseLong(cells.get(indexOf("bytes")));
      Long.parseLong(cells.get(indexOf("sentBytes")));
      rows.add(
          new Row(
              cells.get(label),
              Long.parseLong(cells.get(indexOf("elapsed"))),
              cells.get(indexOf("success")).equalsIgnoreCase("true")));
    }
    return rows;
  }

  /** As commons-csv does: quotes doubled, line breaks within them, blank lines passed over. */
  private List<List<String>> split(String text) {
    List<List<String>> all = new ArrayList<>();
    List<String> cells = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    boolean closed = false;
    for (int i = 0; i < text.length(); i++) {
      char character = text.charAt(i);
      if (quoted) {
        if (character != '"') {
          cell.append(character);
        } else if (i + 1 < text.length() && text.charAt(i + 1) == '"') {
          cell.append(text.charAt(++i));
        } else {
          quoted = false;
          closed = true;
        }
      } else if (character == delimiter || character == '\n') {
        cells.add(cell.toString());
        cell.setLength(0);
        closed = false;
        if (character == '\n') {
          if (cells.size() > 1 || !cells.get(0).isEmpty()) {
            all.add(cells);
          }
          cells = new ArrayList<>();
        }
      } else if (closed) {
        throw new IllegalArgumentException("text after a closing quote: " + cells);
      } else if (character == '"' && cell.isEmpty()) {
        quoted = true;
      } else {
        cell.append(character);
      }
    }
    if (quoted) {
      throw new IllegalArgumentException("a quote is never closed: " + cells);
    }
    return all;
  }
}
