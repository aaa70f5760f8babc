package dev.aiendpoint.report.picture;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** How figures are written beside an axis. */
final class AxisText {

  private AxisText() {}

  /** {@code 0}, {@code 0.5 ms}, {@code 250 ms}, {@code 2.5 s}. */
  static String millis(double millis) {
    if (millis == 0) {
      return "0";
    }
    return millis < 1000 ? plain(millis) + " ms" : plain(millis / 1000) + " s";
  }

  static String percent(double percent) {
    return plain(percent) + " %";
  }

  /** {@code 40}, {@code 2.5}, {@code 12k}. */
  static String plain(double figure) {
    if (figure >= 10_000) {
      return plain(figure / 1000) + "k";
    }
    BigDecimal rounded =
        BigDecimal.valueOf(figure).setScale(figure < 10 ? 2 : 1, RoundingMode.HALF_UP);
    return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
  }

  /** Time since the start: {@code 0:05}, {@code 12:30}, {@code 1:02:00}; below a second with it. */
  static String time(double millis) {
    long tenths = Math.round(millis / 100);
    long seconds = tenths / 10;
    String fraction = tenths % 10 == 0 ? "" : "." + tenths % 10;
    return seconds < 3600
        ? "%d:%02d%s".formatted(seconds / 60, seconds % 60, fraction)
        : "%d:%02d:%02d%s".formatted(seconds / 3600, seconds / 60 % 60, seconds % 60, fraction);
  }
}
