package dev.aiendpoint.standin.data;

import java.sql.SQLException;
import java.util.Optional;

/** The table of companies. Safe for use by many threads. */
public final class Organizations {

  private final Database database;

  public Organizations(Database database) {
    this.database = database;
  }

  /** One company's profile. */
  public Optional<Organization> find(String id) throws SQLException {
    return database.first(
        row -> new Organization(row.getString("id"), row.getInt("trl"), row.getString("industry")),
        "SELECT id, trl, industry FROM organization WHERE id = ?",
        id);
  }

  /** Stores a profile that exists. */
  public void update(Organization profile) throws SQLException {
    database.update(
        "UPDATE organization SET trl = ?, industry = ? WHERE id = ?",
        profile.trl(),
        profile.industry(),
        profile.id());
  }
}
