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

/**
 * The session file: one test user a row, handed out in order, the first again after the last, past
 * those that somebody has: no two users share one unless there are more users than rows. It has a
 * header line with at least the column {@code session}; values are plain, without quotes or commas.
 * Thread-safe. Messages never repeat a session.
 */
public final class SessionFeed {

  /** The column that every session file has. */
  public static final String SESSION = "session";

  private static final Map<String, SessionFeed> OPEN = new ConcurrentHashMap<>();

  /**
   * An identity that a user has.
   *
   * @param row values by column
   * @param shared true when every identity was taken, so that another user has this one too
   */
  public record Lease(Map<String, String> row, boolean shared, int index) {}

  private final List<Map<String, String>> rows;
  private final int[] holders;
  private int next;

  private SessionFeed(List<Map<String, String>> rows) {
    this.rows = rows;
    this.holders = new int[rows.size()];
  }

  /**
   * Reads a file and keeps it under {@code name} from its first row, unless it is open already.
   *
   * @throws IOException when it cannot be read
   * @throws IllegalArgumentException when it has no {@code session} column, or no row
   */
  public static void open(String name, Path file) throws IOException {
    if (!OPEN.containsKey(name)) {
      OPEN.putIfAbsent(name, parse(file, Files.readAllLines(file, StandardCharsets.UTF_8)));
    }
  }

  /** The open feed of that name. */
  public static SessionFeed of(String name) {
    SessionFeed feed = OPEN.get(name);
    if (feed == null) {
      throw new IllegalStateException("session file '" + name + "' was not opened");
    }
    return feed;
  }

  public static void closeAll() {
    OPEN.clear();
  }

  private static SessionFeed parse(Path file, List<String> lines) {
    String[] columns = lines.isEmpty() ? new String[0] : lines.get(0).split(",", -1);
    if (!List.of(columns).contains(SESSION)) {
      throw new IllegalArgumentException(
          file + ":1: the header must have a column '" + SESSION + "'");
    }
    List<Map<String, String>> rows = new ArrayList<>();
    for (int number = 1; number < lines.size(); number++) {
      String line = lines.get(number);
      if (line.isBlank()) {
        continue;
      }
      String[] values = line.split(",", -1);
      if (values.length != columns.length) {
        throw new IllegalArgumentException(
            file
                + ":"
                + (number + 1)
                + ": a row has "
                + values.length
                + " values but must have "
                + columns.length);
      }
      Map<String, String> row = new LinkedHashMap<>();
      for (int i = 0; i < columns.length; i++) {
        row.put(columns[i], values[i]);
      }
      rows.add(Map.copyOf(row));
    }
    if (rows.isEmpty()) {
      throw new IllegalArgumentException(file + ": there is no row below the header");
    }
    return new SessionFeed(rows);
  }

  /** Number of identities. */
  public int size() {
    return rows.size();
  }

  /** The next identity in order that nobody has, or the next one when all are taken. */
  public synchronized Lease take() {
    int index = next;
    for (int i = 0; i < rows.size() && holders[index] > 0; i++) {
      index = (index + 1) % rows.size();
    }
    next = (index + 1) % rows.size();
    return new Lease(rows.get(index), holders[index]++ > 0, index);
  }

  /** Gives an identity back, once. */
  public synchronized void release(Lease lease) {
    holders[lease.index()]--;
  }
}
