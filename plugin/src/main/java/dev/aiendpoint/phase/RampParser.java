package dev.aiendpoint.phase;

import java.util.Locale;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads which share of a phase the way from the last level takes. Empty when the text is none.
 *
 * <pre>
 * ramp = "none" | "all" | number "%"        number between 0 and 100
 *
 * none        all        25 %
 * </pre>
 */
public final class RampParser {

  /** What a message offers. */
  public static final String SUPPORTED = "none, all, a share as in 25 %";

  private static final Pattern SHARE = Pattern.compile("(\\d{1,3}(?:\\.\\d{1,9})?)\\s*%");

  private RampParser() {}

  public static OptionalDouble parse(String text) {
    String ramp = text.trim().toLowerCase(Locale.ROOT);
    if (ramp.equals("none")) {
      return OptionalDouble.of(0);
    }
    if (ramp.equals("all")) {
      return OptionalDouble.of(1);
    }
    Matcher share = SHARE.matcher(ramp);
    if (share.matches()) {
      double value = Double.parseDouble(share.group(1)) / 100;
      return value <= 1 ? OptionalDouble.of(value) : OptionalDouble.empty();
    }
    return OptionalDouble.empty();
  }
}
