package dev.aiendpoint.standin.session;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The session values that the stand-in accepts, each with its user. Immutable.
 *
 * <p>Source: a CSV file with the header {@code session,user,organization}, by default the bundled
 * copy of {@code data/sessions.csv}.
 */
public final class Sessions {

  /** The cookie that carries a session. */
  public static final String COOKIE = "next-auth.session-token";

  private static final String HEADER = "session,user,organization";

  private final Map<String, TestUser> bySession;

  private Sessions(Map<String, TestUser> bySession) {
    this.bySession = bySession;
  }

  /** The bundled sessions, the same as {@code data/sessions.csv}. */
  public static Sessions bundled() {
    try (InputStream in = Sessions.class.getResourceAsStream("sessions.csv")) {
      return parse("bundled sessions.csv", new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The sessions of a file.
   *
   * @throws IllegalArgumentException when a line is not of that form; the message never quotes it
   */
  public static Sessions read(Path file) throws IOException {
    return parse(file.toString(), Files.readString(file, StandardCharsets.UTF_8));
  }

  private static Sessions parse(String where, String text) {
    List<String> lines = text.lines().toList();
    if (lines.isEmpty() || !lines.get(0).strip().equals(HEADER)) {
      throw new IllegalArgumentException(where + ":1: the first line must be " + HEADER);
    }
    Map<String, TestUser> sessions = new LinkedHashMap<>();
    for (int i = 1; i < lines.size(); i++) {
      String[] fields = lines.get(i).strip().split(",", -1);
      if (fields.length == 1 && fields[0].isEmpty()) {
        continue;
      }
      if (fields.length != 3 || fields[0].isBlank() || fields[1].isBlank()) {
        throw new IllegalArgumentException(
            where + ":" + (i + 1) + ": a line must hold " + HEADER + ", without quotes");
      }
      if (sessions.put(fields[0].strip(), new TestUser(fields[1].strip(), fields[2].strip()))
          != null) {
        throw new IllegalArgumentException(
            where + ":" + (i + 1) + ": each session must be listed once");
      }
    }
    return new Sessions(sessions);
  }

  /** Whose session this is; empty for a value that no line lists. */
  public Optional<TestUser> user(String session) {
    return Optional.ofNullable(bySession.get(session));
  }

  /** Every user, in the order of the file. */
  public Collection<TestUser> users() {
    return bySession.values();
  }
}
