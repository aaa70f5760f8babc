package dev.aiendpoint.ratelimit;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads how long to wait from a header, in every way that servers write it.
 *
 * <pre>
 * wait     = number                              ; seconds; decimals allowed (Kong)
 *          / number                              ; from 10^9 on: epoch seconds, from 10^12: epoch ms
 *          / 1*( number ( "ms" / "s" / "m" / "h" / "d" ) )      ; OpenAI
 *          / RFC 3339 date-time                  ; Anthropic
 *          / HTTP-date                           ; RFC 9110, section 5.6.7, the form in use today
 * </pre>
 *
 * <p>Examples: {@code 20}, {@code 6m0s}, {@code 2027-01-01T00:00:30Z}. A negative number means
 * "unknown" (Azure), and so does everything else that is none of these. A moment that has passed is
 * a wait of 0.
 */
final class WaitParser {

  private static final Pattern NUMBER = Pattern.compile("\\d{1,15}(?:\\.\\d{1,9})?");
  private static final Pattern DURATION = Pattern.compile("(?:\\d{1,15}(?:\\.\\d{1,9})?[a-zµ]+)+");
  private static final Pattern PART =
      Pattern.compile("(\\d{1,15}(?:\\.\\d{1,9})?)(ms|us|µs|ns|s|m|h|d)");

  private static final BigDecimal EPOCH_SECONDS = BigDecimal.valueOf(1_000_000_000L);
  private static final BigDecimal EPOCH_MILLIS = BigDecimal.valueOf(1_000_000_000_000L);
  private static final BigDecimal THOUSAND = BigDecimal.valueOf(1_000);

  /** Longer than any limit: what is past it is a mistake of the server's or of the reader's. */
  private static final long MAX_MILLIS = 366L * 24 * 3_600_000;

  private WaitParser() {}

  /**
   * Milliseconds from {@code nowMillis} on.
   *
   * @param nowMillis what the server's clock shows, epoch milliseconds
   */
  static OptionalLong millis(String text, long nowMillis) {
    String value = text.strip();
    try {
      if (NUMBER.matcher(value).matches()) {
        return bounded(ofNumber(new BigDecimal(value), nowMillis));
      }
      String lower = value.toLowerCase(Locale.ROOT);
      if (DURATION.matcher(lower).matches()) {
        return ofDuration(lower);
      }
      return bounded(BigDecimal.valueOf(moment(value) - nowMillis));
    } catch (DateTimeException | ArithmeticException e) {
      return OptionalLong.empty();
    }
  }

  /** Epoch milliseconds of an HTTP-date. */
  static OptionalLong httpDate(String text) {
    try {
      return OptionalLong.of(
          ZonedDateTime.parse(text.strip(), DateTimeFormatter.RFC_1123_DATE_TIME)
              .toInstant()
              .toEpochMilli());
    } catch (DateTimeException e) {
      return OptionalLong.empty();
    }
  }

  private static BigDecimal ofNumber(BigDecimal number, long nowMillis) {
    if (number.compareTo(EPOCH_MILLIS) >= 0) {
      return number.subtract(BigDecimal.valueOf(nowMillis));
    }
    BigDecimal millis = number.multiply(THOUSAND);
    return number.compareTo(EPOCH_SECONDS) >= 0
        ? millis.subtract(BigDecimal.valueOf(nowMillis))
        : millis;
  }

  private static OptionalLong ofDuration(String text) {
    BigDecimal sum = BigDecimal.ZERO;
    Matcher part = PART.matcher(text);
    int end = 0;
    while (part.find() && part.start() == end) {
      sum = sum.add(new BigDecimal(part.group(1)).multiply(inMillis(part.group(2))));
      end = part.end();
    }
    return end == text.length() ? bounded(sum) : OptionalLong.empty();
  }

  private static BigDecimal inMillis(String unit) {
    return switch (unit) {
      case "d" -> BigDecimal.valueOf(86_400_000);
      case "h" -> BigDecimal.valueOf(3_600_000);
      case "m" -> BigDecimal.valueOf(60_000);
      case "s" -> THOUSAND;
      case "ms" -> BigDecimal.ONE;
      case "us", "µs" -> new BigDecimal("0.001");
      default -> new BigDecimal("0.000001");
    };
  }

  private static long moment(String text) {
    return Character.isDigit(text.isEmpty() ? ' ' : text.charAt(0))
        ? OffsetDateTime.parse(text).toInstant().toEpochMilli()
        : httpDate(text).orElseThrow(() -> new DateTimeException("no date"));
  }

  /** Rounded up: who comes a part of a millisecond early is not on time. */
  private static OptionalLong bounded(BigDecimal millis) {
    long whole = millis.setScale(0, RoundingMode.CEILING).longValueExact();
    return whole > MAX_MILLIS ? OptionalLong.empty() : OptionalLong.of(Math.max(0, whole));
  }
}
