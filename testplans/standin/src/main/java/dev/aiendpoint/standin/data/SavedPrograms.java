package dev.aiendpoint.standin.data;

import java.sql.SQLException;
import java.util.List;

/** The table of the programmes that users saved. Safe for use by many threads. */
public final class SavedPrograms {

  /** One save, with its time in epoch milliseconds. */
  public record Saved(String programId, long savedAt) {}

  private final Database database;

  public SavedPrograms(Database database) {
    this.database = database;
  }

  /** Whether a user's save is stored. */
  public boolean holds(String user, String program) throws SQLException {
    return database
        .first(
            row -> row.getInt(1),
            "SELECT 1 FROM saved_program WHERE user_id = ? AND program = ?",
            user,
            program)
        .isPresent();
  }

  /** Stores a save; again, it changes its time. */
  public void save(String user, String program, long now) throws SQLException {
    database.update(
        "MERGE INTO saved_program (user_id, program, saved_at) KEY (user_id, program)"
            + " VALUES (?, ?, ?)",
        user,
        program,
        now);
  }

  /** What a user saved, by programme. */
  public List<Saved> of(String user) throws SQLException {
    return database.query(
        row -> new Saved(row.getString("program"), row.getLong("saved_at")),
        "SELECT program, saved_at FROM saved_program WHERE user_id = ? ORDER BY program",
        user);
  }
}
