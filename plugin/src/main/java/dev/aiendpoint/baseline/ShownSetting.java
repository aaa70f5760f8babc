package dev.aiendpoint.baseline;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The value of a setting as files, reports and messages show it. Masked by {@value #MASK} are:
 * values of names that sound like a secret, bodies of requests, and of URLs the user and all from
 * query or fragment on, since keys are passed there. A value with the mask is not the real one.
 */
final class ShownSetting {

  static final String MASK = "…";

  private static final Pattern SECRET =
      Pattern.compile("bearer|token|secret|passw|credential|cookie|key$|\\.body$");

  private static final Pattern USER_OF_URL = Pattern.compile("//[^/@\\s]+@");

  /** Whatever follows may belong to it: a value may hold a blank, or a second URL. */
  private static final Pattern QUERY_OF_URL =
      Pattern.compile("(://[^\\s?#]*)[?#].*|\\?[^\\s?=]+=.*", Pattern.DOTALL);

  private ShownSetting() {}

  static String of(String name, String value) {
    if (SECRET.matcher(name.toLowerCase(Locale.ROOT)).find()) {
      return MASK;
    }
    String withoutQuery =
        QUERY_OF_URL
            .matcher(value)
            .replaceAll(
                found ->
                    Matcher.quoteReplacement(found.group(1) == null ? "" : found.group(1)) + "?…");
    return USER_OF_URL.matcher(withoutQuery).replaceAll("//…@");
  }
}
