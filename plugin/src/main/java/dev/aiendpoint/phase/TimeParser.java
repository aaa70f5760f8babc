package dev.aiendpoint.phase;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a time as people write it. Empty when the text is none.
 *
 * <pre>
 * time = part { part }
 * part = number unit            each unit at most once, blanks allowed anywhere
 * unit = "ms" | "s" | "min" | "h"
 *
 * 30 s        2 min 30 s        1.5h
 * </pre>
 *
 * A bare number is refused, since half of its readers would take it for another unit than its
 * writer. At most 1,000 h.
 */
public final class TimeParser {

  /** What a message offers. */
  public static final String SUPPORTED = "ms, s, min, h, as in 30 s or 2 min 30 s";

  private static final Map<String, Long> NANOS =
      Map.of(
          "ms", 1_000_000L, "s", 1_000_000_000L, "min", 60_000_000_000L, "h", 3_600_000_000_000L);

  private static final BigDecimal LONGEST = BigDecimal.valueOf(1_000L * 3_600_000_000_000L);

  private static final Pattern PART =
      Pattern.compile("\\s*(\\d{1,12}(?:\\.\\d{1,9})?)\\s*([a-z]+)");

  private TimeParser() {}

  public static Optional<Duration> parse(String text) {
    String rest = text.trim().toLowerCase(Locale.ROOT);
    Matcher part = PART.matcher(rest);
    Set<String> units = new HashSet<>();
    BigDecimal sum = BigDecimal.ZERO;
    int end = 0;
    while (part.find() && part.start() == end) {
      Long unit = NANOS.get(part.group(2));
      if (unit == null || !units.add(part.group(2))) {
        return Optional.empty();
      }
      sum = sum.add(new BigDecimal(part.group(1)).multiply(BigDecimal.valueOf(unit)));
      end = part.end();
    }
    if (end == 0 || end != rest.length() || sum.compareTo(LONGEST) > 0) {
      return Optional.empty();
    }
    return Optional.of(Duration.ofNanos(sum.longValue()));
  }
}
