package dev.aiendpoint.phase;

import java.time.Duration;

/**
 * One row of a phase table: a level that is kept for a time, reached from the last row's level over
 * a share of that time. Neighbouring rows of the same name are steps of one phase.
 *
 * @param name name of the phase, as it appears in results and baselines
 * @param level load at the end of the ramp
 * @param length how long the row lasts, above 0, its ramp included
 * @param ramp share of the length that the way from the last level takes: 0 none, 1 all of it
 */
public record Phase(String name, Level level, Duration length, double ramp) {

  public Phase {
    if (length.isZero() || length.isNegative()) {
      throw new IllegalArgumentException(
          "phase " + name + ": length was '" + length + "' but must be above 0");
    }
    if (!(ramp >= 0 && ramp <= 1)) {
      throw new IllegalArgumentException(
          "phase " + name + ": ramp was '" + ramp + "' but must be between 0 and 1");
    }
  }
}
