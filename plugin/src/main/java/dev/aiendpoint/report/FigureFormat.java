package dev.aiendpoint.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.OptionalDouble;

/**
 * How figures are written for people: unit behind a space, no trailing zeros, {@code -} for what is
 * unknown. The point is a full stop whatever the machine's language.
 */
public final class FigureFormat {

  /** Stands for a figure that is unknown. */
  public static final String UNKNOWN = "-";

  private FigureFormat() {}

  /** {@code 0.42 ms}, {@code 4.2 ms}, {@code 123 ms}, {@code 6.234 s}, {@code 75.12 s}. */
  public static String millis(OptionalDouble millis) {
    if (isUnknown(millis)) {
      return UNKNOWN;
    }
    double value = millis.getAsDouble();
    if (value < 999.5) {
      return bareMillis(millis) + " ms";
    }
    return rounded(value / 1000, value < 10_000 ? 3 : 2) + " s";
  }

  /** As {@link #millis} with at most two or three digits, for lines that come and go. */
  public static String shortMillis(OptionalDouble millis) {
    return isUnknown(millis) || millis.getAsDouble() < 999.5
        ? millis(millis)
        : rounded(millis.getAsDouble() / 1000, 1) + " s";
  }

  /** Milliseconds without the unit, for columns that name it. */
  public static String bareMillis(OptionalDouble millis) {
    if (isUnknown(millis)) {
      return UNKNOWN;
    }
    double value = millis.getAsDouble();
    return rounded(value, value < 1 ? 2 : value < 10 ? 1 : 0);
  }

  /** Users are read off samples, and whoever sends one is a user, so 0 is unknown. */
  public static String users(int users) {
    return users == 0 ? UNKNOWN : Integer.toString(users);
  }

  /** A share of 0 to 1 as {@code 31.4 %}. */
  public static String share(OptionalDouble share) {
    return isUnknown(share) ? UNKNOWN : percent(100 * share.getAsDouble());
  }

  /** A share of 0 to 1 in few digits, for tables: {@code 31.4 %}, {@code 0.55 %}. */
  public static String shortShare(OptionalDouble share) {
    if (isUnknown(share)) {
      return UNKNOWN;
    }
    double percent = 100 * share.getAsDouble();
    return percent(percent, percent < 1 ? 2 : 1);
  }

  /** {@code 0.085 %}, {@code 31.42 %}. */
  public static String percent(double percent) {
    return percent(percent, Math.abs(percent) < 1 ? 3 : 2);
  }

  /** What is not nothing never shows as 0, and what is not all never shows as 100. */
  private static String percent(double percent, int decimals) {
    String text = rounded(percent, decimals);
    if (percent > 0 && text.equals("0")) {
      text = "<" + BigDecimal.ONE.movePointLeft(decimals).toPlainString();
    } else if (percent < 100 && text.equals("100")) {
      text = ">" + new BigDecimal("100").subtract(BigDecimal.ONE.movePointLeft(decimals));
    }
    return text + " %";
  }

  /** A threshold's figure, in as many digits as tell it from the limit; as its message has it. */
  public static String besides(OptionalDouble limit, OptionalDouble figure, String unit) {
    if (isUnknown(figure)) {
      return UNKNOWN;
    }
    double value = figure.getAsDouble();
    return dev.aiendpoint.baseline.FigureFormat.besides(limit.orElse(value), value, unit);
  }

  /** {@code 31 s}, {@code 13 min 2 s}, {@code 1 h 3 min}. */
  public static String length(Duration length) {
    if (length.toMillis() < 10_000) {
      return rounded(length.toMillis() / 1000.0, 1) + " s";
    }
    long seconds = (length.toMillis() + 500) / 1000;
    if (seconds < 60) {
      return seconds + " s";
    }
    return seconds < 3600
        ? seconds / 60 + " min" + (seconds % 60 == 0 ? "" : " " + seconds % 60 + " s")
        : seconds / 3600 + " h" + (seconds / 60 % 60 == 0 ? "" : " " + seconds / 60 % 60 + " min");
  }

  /** {@code 00:31}, {@code 1:02:03}. */
  public static String clock(long seconds) {
    return seconds < 3600
        ? twoDigits(seconds / 60) + ":" + twoDigits(seconds % 60)
        : seconds / 3600 + ":" + twoDigits(seconds / 60 % 60) + ":" + twoDigits(seconds % 60);
  }

  /** {@code 1 user}, {@code 2 users}. */
  public static String counted(long count, String one, String many) {
    return count + " " + (count == 1 ? one : many);
  }

  /** Rounded half up to at most {@code decimals}, without trailing zeros or exponent. */
  public static String rounded(double value, int decimals) {
    BigDecimal plain = BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_UP);
    return plain.signum() == 0 ? "0" : plain.stripTrailingZeros().toPlainString();
  }

  private static boolean isUnknown(OptionalDouble figure) {
    return figure.isEmpty() || !Double.isFinite(figure.getAsDouble());
  }

  private static String twoDigits(long number) {
    return number < 10 ? "0" + number : Long.toString(number);
  }
}
