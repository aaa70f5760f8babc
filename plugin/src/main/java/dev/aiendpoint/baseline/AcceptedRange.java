package dev.aiendpoint.baseline;

/** The values that a comparison accepts, in the metric's unit. */
record AcceptedRange(double low, boolean lowIncluded, double high, boolean highIncluded) {

  boolean contains(double value) {
    return !isAbove(value) && !isBelow(value);
  }

  /** True when the value lies past the upper end. */
  boolean isAbove(double value) {
    return highIncluded ? value > high : value >= high;
  }

  boolean isBelow(double value) {
    return lowIncluded ? value < low : value <= low;
  }

  /** True when everything that {@code other} accepts is accepted here. */
  boolean containsAll(AcceptedRange other) {
    boolean lowInside = other.low > low || other.low == low && (lowIncluded || !other.lowIncluded);
    boolean highInside =
        other.high < high || other.high == high && (highIncluded || !other.highIncluded);
    return lowInside && highInside;
  }

  boolean overlaps(AcceptedRange other) {
    double from = Math.max(low, other.low);
    double to = Math.min(high, other.high);
    return from < to || from == to && contains(from) && other.contains(from);
  }

  /** The range with each finite end moved outwards by a part of itself, ends included. */
  AcceptedRange widenedByPercent(double percent) {
    if (percent == 0) {
      return this;
    }
    return new AcceptedRange(low * (100 - percent) / 100, true, high * (100 + percent) / 100, true);
  }
}
