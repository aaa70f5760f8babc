package dev.aiendpoint.phase;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the level of a phase. Empty when the text is none.
 *
 * <pre>
 * level    = users | arrivals
 * users    = integer [ "user" | "users" ]
 * arrivals = number "/" ( "s" | "min" | "h" )
 *
 * 50        50/s        7.5 / min
 * </pre>
 *
 * At most 1,000,000 users or arrivals a second.
 */
public final class LevelParser {

  /** What a message offers. */
  public static final String SUPPORTED = "users as in 50, arrivals as in 50/s, 30/min, 100/h";

  private static final int MOST = 1_000_000;

  private static final Map<String, Double> SECONDS = Map.of("s", 1.0, "min", 60.0, "h", 3600.0);

  private static final Pattern USERS = Pattern.compile("(\\d{1,7})\\s*(?:users?)?");

  private static final Pattern ARRIVALS =
      Pattern.compile("(\\d{1,12}(?:\\.\\d{1,9})?)\\s*/\\s*([a-z]+)");

  private LevelParser() {}

  public static Optional<Level> parse(String text) {
    String level = text.trim().toLowerCase(Locale.ROOT);
    Matcher users = USERS.matcher(level);
    if (users.matches()) {
      int count = Integer.parseInt(users.group(1));
      return count <= MOST ? Optional.of(new Level.Users(count)) : Optional.empty();
    }
    Matcher arrivals = ARRIVALS.matcher(level);
    if (arrivals.matches() && SECONDS.containsKey(arrivals.group(2))) {
      double perSecond = Double.parseDouble(arrivals.group(1)) / SECONDS.get(arrivals.group(2));
      return perSecond <= MOST ? Optional.of(new Level.Arrivals(perSecond)) : Optional.empty();
    }
    return Optional.empty();
  }
}
