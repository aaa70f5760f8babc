package dev.aiendpoint.stats;

/** The unit in which a metric is kept inside; figures leave this package in milliseconds. */
enum TimeUnitRatio {
  /** JMeter knows elapsed no finer. */
  MILLISECONDS(1),
  /** Gaps between chunks are often shorter than a millisecond. */
  MICROSECONDS(1000);

  /** Significant decimal digits of every distribution. */
  static final int DIGITS = 3;

  private final int perMilli;

  TimeUnitRatio(int perMilli) {
    this.perMilli = perMilli;
  }

  static TimeUnitRatio of(TimingMetric metric) {
    return metric.isOfWholeRequest() ? MILLISECONDS : MICROSECONDS;
  }

  int perMilli() {
    return perMilli;
  }
}
