package dev.aiendpoint.baseline;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * How figures are shown to people: {@code 487 ms}, {@code 6.2 s}, {@code 2.5 min}, {@code 0.3 %},
 * {@code 30 pp}, {@code 50 /s}, {@code 1204}. Three significant digits; the point is the decimal
 * sign everywhere.
 */
public final class FigureFormat {

  private static final int DIGITS = 3;
  private static final int MOST_DIGITS = 9;

  private FigureFormat() {}

  /**
   * @param unit {@code ms}, {@code %}, {@code pp}, {@code /s} or empty
   */
  public static String figure(double value, String unit) {
    return figure(value, unit, DIGITS);
  }

  /**
   * A figure beside a limit: with as many digits as it takes to differ from the limit, so that
   * nobody reads {@code limit < 5 s, observed 5 s}.
   */
  public static String besides(double limit, double value, String unit) {
    int digits = DIGITS;
    while (digits < MOST_DIGITS
        && value != limit
        && figure(value, unit, digits).equals(figure(limit, unit, digits))) {
      digits++;
    }
    return figure(value, unit, digits);
  }

  private static String figure(double value, String unit, int digits) {
    return switch (unit) {
      case "ms" -> time(value, digits);
      case "%" -> percent(value, digits) + " %";
      case "" -> number(value, digits);
      default -> plain(value, digits) + " " + unit;
    };
  }

  private static String time(double millis, int digits) {
    if (rounded(millis, digits).doubleValue() < 1000) {
      return plain(millis, digits) + " ms";
    }
    return millis < 120_000
        ? plain(millis / 1000, digits) + " s"
        : plain(millis / 60_000, digits) + " min";
  }

  private static String percent(double value, int digits) {
    int precise = digits;
    // 99.96 % is not 100 %.
    while (precise < MOST_DIGITS && value < 100 && rounded(value, precise).doubleValue() >= 100) {
      precise++;
    }
    return plain(value, precise);
  }

  private static String number(double value, int digits) {
    return value == Math.rint(value) ? plain(value, 18) : plain(value, digits);
  }

  private static String plain(double value, int digits) {
    BigDecimal rounded = rounded(value, digits).stripTrailingZeros();
    return rounded.scale() < 0 ? rounded.setScale(0).toPlainString() : rounded.toPlainString();
  }

  private static BigDecimal rounded(double value, int digits) {
    BigDecimal exact = BigDecimal.valueOf(value);
    int whole = exact.precision() - exact.scale();
    // Digits before the point always stay: 1204 is not 1200.
    return exact.round(new MathContext(Math.max(digits, whole), RoundingMode.HALF_UP));
  }
}
