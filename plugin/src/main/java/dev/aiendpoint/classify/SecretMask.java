package dev.aiendpoint.classify;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Keeps secrets out of messages: names whose values are never printed, and shapes of secrets that a
 * service may echo in an error text.
 */
final class SecretMask {

  private static final Set<String> HEADERS =
      Set.of(
          "authorization",
          "proxy-authorization",
          "authentication-info",
          "proxy-authentication-info",
          "cookie",
          "cookie2",
          "set-cookie",
          "set-cookie2");

  /** Singular only: {@code inputTokens} and {@code x-ratelimit-remaining-tokens} are counts. */
  private static final Pattern NAME =
      Pattern.compile(
          "(?:token|jwt|secret|password|passwd|credentials?|cookie|session|session[-_]?id"
              + "|api[-_]?key|access[-_]?key|private[-_]?key|authorization)$",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern SHAPE =
      Pattern.compile(
          "(?i)\\b(?:bearer|basic)\\s+[\\w.~+/=-]{6,}" // an Authorization value
              + "|\\b(?:sk|pk|rk)-[\\w*-]{6,}" // provider keys
              + "|\\beyJ[\\w-]{6,}(?:\\.[\\w-]*){0,4}" // JWT and JWE
              + "|//[^/\\s:@]{1,200}:[^/\\s@]{1,200}@" // user:password@ of a connection URL
              + "|\\bAKIA[0-9A-Z]{12,}" // AWS access keys
              + "|\\b[\\w-]*session-token=[^;\\s]+"); // session cookies

  private SecretMask() {}

  /** True for a header whose value must not be printed. */
  static boolean hidesHeader(String name) {
    return HEADERS.contains(name.toLowerCase(Locale.ROOT)) || NAME.matcher(name).find();
  }

  /** True for a JSON member whose value must not be printed. */
  static boolean hidesMember(String name) {
    return NAME.matcher(name).find();
  }

  /** The text with everything that looks like a secret replaced. */
  static String mask(String text) {
    return SHAPE.matcher(text).replaceAll("***");
  }
}
