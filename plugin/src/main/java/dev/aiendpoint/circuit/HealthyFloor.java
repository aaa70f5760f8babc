package dev.aiendpoint.circuit;

import java.util.OptionalLong;

/**
 * How fast the service answers at best while it works: the fifth percentile of the generated
 * answers' times, to an eighth. A refusal takes a small part of that. Memory is fixed. Not for
 * several threads.
 */
final class HealthyFloor {

  private static final int FAST_PART = 4;
  private static final int SLOW_PART = 2;
  private static final int LONG_TIMES = 2;

  private static final int NEEDED = 5;
  private static final int STEPS = 8;
  private static final int OCTAVES = 40;
  private static final double SHARE = 0.05;

  private final long[] counts = new long[STEPS * OCTAVES];
  private long total;

  void add(long elapsedMillis) {
    counts[step(Math.max(1, elapsedMillis))]++;
    total++;
  }

  private static int step(long millis) {
    int octave = 63 - Long.numberOfLeadingZeros(millis);
    int within = (int) (((millis - (1L << octave)) * STEPS) >> octave);
    return Math.min(octave * STEPS + within, STEPS * OCTAVES - 1);
  }

  /** True when nothing behind a circuit can have been asked in that time. */
  static boolean isFast(long elapsedMillis, long floorMillis) {
    return elapsedMillis * FAST_PART <= floorMillis;
  }

  /**
   * True when something behind a circuit must have been asked. What is neither fast nor slow tells
   * nothing: a refusal that waited for a processor of a busy machine looks like that.
   */
  static boolean isSlow(long elapsedMillis, long floorMillis) {
    return elapsedMillis * SLOW_PART >= floorMillis;
  }

  /** True when it took so long that no refusal which had to wait explains it. */
  static boolean isLong(long elapsedMillis, long floorMillis) {
    return elapsedMillis >= LONG_TIMES * floorMillis;
  }

  /** The floor in milliseconds; absent until {@value #NEEDED} answers are known. */
  OptionalLong millis() {
    if (total < NEEDED) {
      return OptionalLong.empty();
    }
    long wanted = Math.max(1, Math.round(total * SHARE));
    long seen = 0;
    int step = -1;
    while (seen < wanted) {
      step++;
      seen += counts[step];
    }
    long base = 1L << (step / STEPS);
    return OptionalLong.of(base + base * (step % STEPS) / STEPS);
  }
}
