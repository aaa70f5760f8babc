package dev.aiendpoint.standin.data;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * An in-memory H2 database of its own, behind a HikariCP pool. Safe for use by many threads.
 *
 * <p>A query that gets no connection within 300 ms fails: a database that has gone must not hold
 * requests up.
 */
public final class Database implements AutoCloseable {

  private static final int CONNECTIONS = 16;
  private static final int CONNECTION_TIMEOUT_MS = 300;
  private static final AtomicInteger COUNT = new AtomicInteger();

  /** Reads one row. */
  @FunctionalInterface
  public interface RowReader<T> {
    T read(ResultSet row) throws SQLException;
  }

  private final String url = "jdbc:h2:mem:connect-" + COUNT.incrementAndGet();
  private final HikariDataSource pool;

  public Database() throws SQLException {
    try (Connection first = DriverManager.getConnection(url + ";DB_CLOSE_DELAY=-1", "sa", "");
        Statement statement = first.createStatement()) {
      for (String sql : Schema.STATEMENTS) {
        statement.execute(sql);
      }
    }
    HikariConfig config = new HikariConfig();
    // IFEXISTS: once the database was taken away, a connection must not make an empty new one.
    config.setJdbcUrl(url + ";IFEXISTS=TRUE");
    config.setUsername("sa");
    config.setPassword("");
    config.setPoolName("connect");
    config.setMaximumPoolSize(CONNECTIONS);
    config.setConnectionTimeout(CONNECTION_TIMEOUT_MS);
    config.setValidationTimeout(CONNECTION_TIMEOUT_MS - 50);
    pool = new HikariDataSource(config);
  }

  /** The rows of a query. */
  public <T> List<T> query(RowReader<T> reader, String sql, Object... parameters)
      throws SQLException {
    try (Connection connection = pool.getConnection();
        PreparedStatement statement = prepare(connection, sql, parameters);
        ResultSet rows = statement.executeQuery()) {
      List<T> found = new ArrayList<>();
      while (rows.next()) {
        found.add(reader.read(rows));
      }
      return found;
    }
  }

  /** The first row of a query, if any. */
  public <T> Optional<T> first(RowReader<T> reader, String sql, Object... parameters)
      throws SQLException {
    return query(reader, sql, parameters).stream().findFirst();
  }

  /** Inserts, updates or deletes; the number of rows. */
  public int update(String sql, Object... parameters) throws SQLException {
    try (Connection connection = pool.getConnection();
        PreparedStatement statement = prepare(connection, sql, parameters)) {
      return statement.executeUpdate();
    }
  }

  /** Inserts many rows at once. */
  public void insertAll(String sql, List<Object[]> rows) throws SQLException {
    try (Connection connection = pool.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (Object[] row : rows) {
        bind(statement, row);
        statement.addBatch();
      }
      statement.executeBatch();
    }
  }

  /** The health check: counts the programmes, through the pool like any other query. */
  public void check() throws SQLException {
    first(row -> row.getInt(1), "SELECT COUNT(*) FROM program")
        .filter(count -> count > 0)
        .orElseThrow(() -> new SQLException("the table program is empty"));
  }

  /** Shuts the database itself down, under the pool; every later query fails. */
  public void takeAway() throws SQLException {
    try (Connection last = DriverManager.getConnection(url, "sa", "");
        Statement statement = last.createStatement()) {
      statement.execute("SHUTDOWN");
    }
  }

  private static PreparedStatement prepare(Connection connection, String sql, Object[] parameters)
      throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    bind(statement, parameters);
    return statement;
  }

  private static void bind(PreparedStatement statement, Object[] parameters) throws SQLException {
    for (int i = 0; i < parameters.length; i++) {
      statement.setObject(i + 1, parameters[i]);
    }
  }

  @Override
  public void close() {
    pool.close();
    try {
      takeAway();
    } catch (SQLException e) {
      // It was taken away before: that is what closing wants.
    }
  }
}
