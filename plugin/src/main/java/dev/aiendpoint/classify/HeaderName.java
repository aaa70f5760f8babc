package dev.aiendpoint.classify;

import java.util.regex.Pattern;

/**
 * What a header may be called (RFC 9110, section 5.6.2: a token), and how a family of headers is
 * named: by their common beginning and a {@code *}, since gateways put limits and providers into
 * names. No {@code *} is left for the name of a single header.
 *
 * <p>Examples: {@code Retry-After}, {@code X-AI-RateLimit-Remaining-*}.
 */
final class HeaderName {

  private static final String ANY = "*";
  private static final Pattern SINGLE = Pattern.compile("[!#$%&'+.^_`|~0-9A-Za-z-]{1,100}");

  /** Shorter beginnings would take in what nobody meant. */
  private static final int MIN_BEGINNING = 4;

  private HeaderName() {}

  static boolean isValid(String name) {
    return SINGLE.matcher(name).matches();
  }

  /** True for a name, and for the beginning of names with a {@code *} behind it. */
  static boolean isValidPattern(String name) {
    return isValid(name)
        || isFamily(name) && beginning(name).length() >= MIN_BEGINNING && isValid(beginning(name));
  }

  static boolean isFamily(String name) {
    return name.endsWith(ANY);
  }

  /** What the names of a family begin with. */
  static String beginning(String family) {
    return family.substring(0, family.length() - ANY.length());
  }
}
