package dev.aiendpoint.feed;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A file of test data, handed out row by row to all users together, the first again after the last.
 * The first line names the columns; see {@link CsvParser} for the format. Thread-safe.
 */
public final class DataFeed {

  /** Added to a column's name for the value as it stands between the quotes of a JSON text. */
  public static final String JSON_SUFFIX = "_json";

  private static final Map<String, DataFeed> OPEN = new ConcurrentHashMap<>();

  private final List<Map<String, String>> rows;
  private final AtomicLong handedOut = new AtomicLong();

  private DataFeed(List<Map<String, String>> rows) {
    this.rows = rows;
  }

  /**
   * Reads a file and keeps it under {@code name} from its first row, unless it is open already.
   *
   * @throws IOException when it cannot be read
   * @throws IllegalArgumentException with file and line when it has no row or a row of another
   *     length than the header
   */
  public static void open(String name, Path file) throws IOException {
    if (!OPEN.containsKey(name)) {
      OPEN.putIfAbsent(
          name, parse(file.toString(), Files.readString(file, StandardCharsets.UTF_8)));
    }
  }

  /** The open feed of that name. */
  public static DataFeed of(String name) {
    DataFeed feed = OPEN.get(name);
    if (feed == null) {
      throw new IllegalStateException("data file '" + name + "' was not opened");
    }
    return feed;
  }

  public static void closeAll() {
    OPEN.clear();
  }

  static DataFeed parse(String where, String text) {
    List<CsvParser.Row> lines = CsvParser.parse(where, text);
    if (lines.size() < 2) {
      throw new IllegalArgumentException(
          where + ": a data file must have a header line and at least one row below it");
    }
    List<String> columns = lines.get(0).values();
    List<Map<String, String>> rows = new ArrayList<>();
    for (CsvParser.Row line : lines.subList(1, lines.size())) {
      if (line.values().size() != columns.size()) {
        throw new IllegalArgumentException(
            where
                + ":"
                + line.line()
                + ": a row has "
                + line.values().size()
                + " values but must have "
                + columns.size());
      }
      Map<String, String> row = new LinkedHashMap<>();
      for (int i = 0; i < columns.size(); i++) {
        String column = columns.get(i).strip();
        row.put(column, line.values().get(i));
        row.put(column + JSON_SUFFIX, JsonText.escaped(line.values().get(i)));
      }
      rows.add(Map.copyOf(row));
    }
    return new DataFeed(rows);
  }

  /** The next row: each column, and each once more with {@link #JSON_SUFFIX}. */
  public Map<String, String> next() {
    return rows.get((int) (handedOut.getAndIncrement() % rows.size()));
  }
}
