package dev.aiendpoint.classify;

import java.util.regex.Pattern;

/** What a header may be called (RFC 9110, section 5.6.2: a token). */
final class HeaderName {

  private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]{1,100}");

  private HeaderName() {}

  static boolean isValid(String name) {
    return TOKEN.matcher(name).matches();
  }
}
