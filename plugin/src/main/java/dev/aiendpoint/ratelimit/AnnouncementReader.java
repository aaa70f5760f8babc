package dev.aiendpoint.ratelimit;

import dev.aiendpoint.exchange.Headers;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads from the headers of a refused answer when to come back. In this order:
 *
 * <ol>
 *   <li>{@code retry-after-ms}, {@code Retry-After} (seconds or a date), then headers whose names
 *       begin with {@code X-AI-RateLimit-Retry-After} (Kong: window and provider are in the name)
 *   <li>the reset of a limit of which nothing is left: {@code x-ratelimit-reset-requests} with
 *       {@code x-ratelimit-remaining-requests: 0} (OpenAI, Azure), {@code
 *       anthropic-ratelimit-tokens-reset}, {@code X-AI-RateLimit-Reset-<instance>} (APISIX, Kong)
 *       and so on; of several the latest
 *   <li>the reset of the only limit there is, where nothing says how much is left of it
 * </ol>
 *
 * <p>The reset of a limit that is not used up announces nothing, and -1 is how Azure writes that it
 * does not know. Moments are held against the answer's own {@code Date}, so that a clock that is
 * wrong on either side does no harm.
 */
public final class AnnouncementReader {

  private static final String RETRY_AFTER = "Retry-After";
  private static final String RETRY_AFTER_MILLIS = "retry-after-ms";
  private static final String RETRY_AFTER_FAMILY = "X-AI-RateLimit-Retry-After";

  /** {@code x-ratelimit-reset-tokens}, {@code anthropic-ratelimit-tokens-reset}, … */
  private static final Pattern RESET =
      Pattern.compile(
          "(?:x-(?:ai-)?)?(?:token)?ratelimit-reset(?:-[\\w.-]+)?"
              + "|[a-z-]{0,20}ratelimit-[\\w-]+-reset");

  private static final Pattern WORD = Pattern.compile("(?<![a-z])reset(?![a-z])");

  private AnnouncementReader() {}

  /**
   * @param receivedMillis when the answer arrived, epoch milliseconds of the local clock
   * @return nothing where no header says a time that can be known
   */
  public static Optional<Announcement> read(Headers headers, long receivedMillis) {
    long now =
        headers
            .first("Date")
            .map(WaitParser::httpDate)
            .orElse(OptionalLong.empty())
            .orElse(receivedMillis);
    return millis(headers)
        .or(() -> named(headers, RETRY_AFTER, now))
        .or(() -> family(headers, now))
        .or(() -> reset(headers, now));
  }

  private static Optional<Announcement> millis(Headers headers) {
    return headers
        .first(RETRY_AFTER_MILLIS)
        .map(value -> WaitParser.millis(value.strip() + "ms", 0))
        .filter(OptionalLong::isPresent)
        .map(wait -> new Announcement(wait.getAsLong(), RETRY_AFTER_MILLIS));
  }

  private static Optional<Announcement> named(Headers headers, String name, long now) {
    return headers
        .first(name)
        .map(value -> WaitParser.millis(value, now))
        .filter(OptionalLong::isPresent)
        .map(wait -> new Announcement(wait.getAsLong(), name));
  }

  private static Optional<Announcement> family(Headers headers, long now) {
    Optional<Announcement> latest = Optional.empty();
    for (String name : headers.names()) {
      if (name.regionMatches(true, 0, RETRY_AFTER_FAMILY, 0, RETRY_AFTER_FAMILY.length())) {
        latest = later(latest, named(headers, name, now));
      }
    }
    return latest;
  }

  private static Optional<Announcement> reset(Headers headers, long now) {
    Optional<Announcement> ofUsedUp = Optional.empty();
    Optional<Announcement> ofUnknown = Optional.empty();
    int limits = 0;
    for (String name : headers.names()) {
      String lower = name.toLowerCase(Locale.ROOT);
      if (!RESET.matcher(lower).matches()) {
        continue;
      }
      limits++;
      Matcher word = WORD.matcher(lower);
      Optional<String> left = headers.first(word.replaceFirst("remaining"));
      if (left.isEmpty()) {
        ofUnknown = later(ofUnknown, named(headers, name, now));
      } else if (isNothing(left.get())) {
        ofUsedUp = later(ofUsedUp, named(headers, name, now));
      }
    }
    return ofUsedUp.isPresent() || limits != 1 ? ofUsedUp : ofUnknown;
  }

  private static boolean isNothing(String left) {
    return left.strip().matches("0{1,9}(?:\\.0{1,9})?");
  }

  private static Optional<Announcement> later(
      Optional<Announcement> one, Optional<Announcement> other) {
    if (one.isEmpty() || other.isEmpty()) {
      return one.isEmpty() ? other : one;
    }
    return one.get().waitMillis() >= other.get().waitMillis() ? one : other;
  }
}
