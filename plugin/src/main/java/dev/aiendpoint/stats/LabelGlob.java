package dev.aiendpoint.stats;

/** Label patterns: {@code *} is any text, none included, {@code ?} one character; case counts. */
public final class LabelGlob {

  private LabelGlob() {}

  /** True when the whole label matches. */
  public static boolean matches(String pattern, String label) {
    int p = 0;
    int at = 0;
    int star = -1;
    int retry = 0;
    while (at < label.length()) {
      if (p < pattern.length() && pattern.charAt(p) == '*') {
        star = p++;
        retry = at;
      } else if (p < pattern.length()
          && (pattern.charAt(p) == '?' || pattern.charAt(p) == label.charAt(at))) {
        p++;
        at++;
      } else if (star >= 0) {
        p = star + 1;
        at = ++retry;
      } else {
        return false;
      }
    }
    while (p < pattern.length() && pattern.charAt(p) == '*') {
      p++;
    }
    return p == pattern.length();
  }
}
