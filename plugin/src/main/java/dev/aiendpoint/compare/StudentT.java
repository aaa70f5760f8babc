package dev.aiendpoint.compare;

/**
 * Student's t distribution, by the continued fraction of the incomplete beta function.
 *
 * @see <a href="https://dlmf.nist.gov/8.17">NIST Digital Library of Mathematical Functions,
 *     8.17</a>
 */
final class StudentT {

  private static final int MOST_TERMS = 300;
  private static final double TINY = 1e-300;
  private static final double PRECISE = 1e-14;

  private StudentT() {}

  /** The probability of a value at least as far from 0, on either side. */
  static double twoSided(double t, double freedom) {
    return Double.isInfinite(t) ? 0 : beta(freedom / (freedom + t * t), freedom / 2, 0.5);
  }

  /** The distance from 0 that is exceeded with this probability, on either side. */
  static double distance(double probability, double freedom) {
    double low = 0;
    double high = 1;
    while (twoSided(high, freedom) > probability) {
      high *= 2;
    }
    for (int i = 0; i < 60; i++) {
      double middle = (low + high) / 2;
      if (twoSided(middle, freedom) > probability) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return high;
  }

  /** The regularised incomplete beta function. */
  private static double beta(double x, double a, double b) {
    if (x <= 0 || x >= 1) {
      return x <= 0 ? 0 : 1;
    }
    double front =
        Math.exp(
            logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x));
    return x < (a + 1) / (a + b + 2)
        ? front * fraction(x, a, b) / a
        : 1 - front * fraction(1 - x, b, a) / b;
  }

  /** Lentz's method. */
  private static double fraction(double x, double a, double b) {
    double c = 1;
    double d = 1 / notZero(1 - (a + b) * x / (a + 1));
    double value = d;
    for (int m = 1; m <= MOST_TERMS; m++) {
      double even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
      d = 1 / notZero(1 + even * d);
      c = notZero(1 + even / c);
      value *= d * c;
      double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
      d = 1 / notZero(1 + odd * d);
      c = notZero(1 + odd / c);
      value *= d * c;
      if (Math.abs(d * c - 1) < PRECISE) {
        break;
      }
    }
    return value;
  }

  private static double notZero(double value) {
    return Math.abs(value) < TINY ? TINY : value;
  }

  /** Stirling's series, after the argument is made large. */
  private static double logGamma(double x) {
    double shifted = x;
    double correction = 0;
    while (shifted < 12) {
      correction -= Math.log(shifted);
      shifted++;
    }
    double inverse = 1 / (shifted * shifted);
    double series = (1.0 / 12 - inverse * (1.0 / 360 - inverse / 1260)) / shifted;
    return correction
        + (shifted - 0.5) * Math.log(shifted)
        - shifted
        + 0.5 * Math.log(2 * Math.PI)
        + series;
  }
}
