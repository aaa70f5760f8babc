package dev.aiendpoint.stats;

import java.util.OptionalDouble;

/**
 * An immutable distribution of durations. Every figure is absent when nothing was recorded; all in
 * milliseconds, with 3 significant digits.
 */
public interface Distribution {

  long count();

  /**
   * The value below or at which {@code percentile} percent of the recorded values lie.
   *
   * @param percentile 0 to 100
   */
  OptionalDouble percentile(double percentile);

  /** How many of the recorded values are at most {@code millis}, within the 3 digits. */
  long countAtOrBelow(double millis);

  OptionalDouble min();

  OptionalDouble mean();

  OptionalDouble max();
}
