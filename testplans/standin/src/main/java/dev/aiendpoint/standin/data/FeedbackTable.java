package dev.aiendpoint.standin.data;

import java.sql.SQLException;

/** The table of what users think of AI answers. Safe for use by many threads. */
public final class FeedbackTable {

  private final Database database;

  public FeedbackTable(Database database) {
    this.database = database;
  }

  /** Stores one opinion; {@code comment} may be null. */
  public void add(String id, String serviceType, String resourceId, String rating, String comment)
      throws SQLException {
    database.update(
        "INSERT INTO feedback (id, service_type, resource_id, rating, comment)"
            + " VALUES (?, ?, ?, ?, ?)",
        id,
        serviceType,
        resourceId,
        rating,
        comment);
  }

  /** How many are stored. */
  public int count() throws SQLException {
    return database.first(row -> row.getInt(1), "SELECT COUNT(*) FROM feedback").orElse(0);
  }
}
