package dev.aiendpoint.standin.data;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The table of funding programmes. Safe for use by many threads. */
public final class Programs {

  static final String COLUMNS =
      "p.id, p.title, p.agency, p.field, p.description, p.budget_krw, p.deadline";

  private static final int MOST_FOUND = 20;

  private final Database database;

  public Programs(Database database) {
    this.database = database;
  }

  /** Programmes that name the keyword, or all of them for an empty one; at most 20, by deadline. */
  public List<Program> search(String keyword) throws SQLException {
    String pattern =
        "%"
            + keyword
                .toLowerCase(Locale.ROOT)
                .replace("\\", "\\\\")
                .replace("%", "\\%")
                .replace("_", "\\_")
            + "%";
    return database.query(
        Programs::read,
        "SELECT "
            + COLUMNS
            + " FROM program p WHERE LOWER(p.title) LIKE ? OR LOWER(p.description) LIKE ?"
            + " OR LOWER(p.agency) LIKE ? OR LOWER(p.field) LIKE ? ORDER BY p.deadline, p.id LIMIT "
            + MOST_FOUND,
        pattern,
        pattern,
        pattern,
        pattern);
  }

  /** One programme. */
  public Optional<Program> find(String id) throws SQLException {
    return database.first(
        Programs::read, "SELECT " + COLUMNS + " FROM program p WHERE p.id = ?", id);
  }

  static Program read(ResultSet row) throws SQLException {
    return new Program(
        row.getString("id"),
        row.getString("title"),
        row.getString("agency"),
        row.getString("field"),
        row.getString("description"),
        row.getLong("budget_krw"),
        row.getString("deadline"));
  }
}
