package dev.aiendpoint.svg;

/** Where a figure lies on an axis. */
public sealed interface Scale {

  /** Pixels for a figure; beyond the ends it stays at the end. */
  double at(double figure);

  /**
   * Equal distances for equal differences.
   *
   * @param low figure at {@code from}
   * @param high figure at {@code to}
   */
  record Linear(double low, double high, double from, double to) implements Scale {
    @Override
    public double at(double figure) {
      double part = high > low ? (figure - low) / (high - low) : 0;
      return from + Math.max(0, Math.min(1, part)) * (to - from);
    }
  }

  /** Equal distances for equal ratios; {@code low} is above 0. */
  record Logarithmic(double low, double high, double from, double to) implements Scale {
    @Override
    public double at(double figure) {
      double part = Math.log(Math.max(figure, low) / low) / Math.log(high / low);
      return from + Math.max(0, Math.min(1, part)) * (to - from);
    }
  }
}
