package dev.aiendpoint.standin.data;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** The table of matches. Safe for use by many threads. */
public final class Matches {

  private static final String SELECT =
      "SELECT m.id AS match_id, m.score, m.status, m.organization, "
          + Programs.COLUMNS
          + " FROM program_match m JOIN program p ON p.id = m.program";

  private final Database database;

  public Matches(Database database) {
    this.database = database;
  }

  /** A company's matches, best first; of one status where that is not empty. */
  public List<Match> of(String organization, String status) throws SQLException {
    String order = " ORDER BY m.score DESC, m.id";
    return status.isEmpty()
        ? database.query(Matches::read, SELECT + " WHERE m.organization = ?" + order, organization)
        : database.query(
            Matches::read,
            SELECT + " WHERE m.organization = ? AND m.status = ?" + order,
            organization,
            status);
  }

  /** One match, whosever it is. */
  public Optional<Match> find(String id) throws SQLException {
    return database.first(Matches::read, SELECT + " WHERE m.id = ?", id);
  }

  private static Match read(ResultSet row) throws SQLException {
    return new Match(
        row.getString("match_id"),
        row.getInt("score"),
        row.getString("status"),
        Programs.read(row),
        row.getString("organization"));
  }
}
