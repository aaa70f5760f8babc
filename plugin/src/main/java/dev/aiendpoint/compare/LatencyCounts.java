package dev.aiendpoint.compare;

import java.util.Arrays;

/**
 * Counts of durations in buckets: exact to the millisecond below 256 ms, above to less than one
 * percent. Grows with the longest duration, not with the number of them. Not for several threads.
 */
final class LatencyCounts {

  private static final int EXACT_BITS = 8;
  private static final int STEP_BITS = EXACT_BITS - 1;

  private int[] counts = new int[0];

  void add(long millis) {
    int bucket = bucket(Math.max(0, Math.min(millis, Integer.MAX_VALUE)));
    if (bucket >= counts.length) {
      counts = Arrays.copyOf(counts, bucket + 1 + bucket / 4);
    }
    counts[bucket]++;
  }

  /** How many buckets may hold anything. */
  int buckets() {
    return counts.length;
  }

  int count(int bucket) {
    return bucket < counts.length ? counts[bucket] : 0;
  }

  static int bucket(long millis) {
    int octave = 63 - Long.numberOfLeadingZeros(millis | 1);
    if (octave < EXACT_BITS) {
      return (int) millis;
    }
    int shift = octave - STEP_BITS;
    return (1 << EXACT_BITS)
        + (octave - EXACT_BITS) * (1 << STEP_BITS)
        + (int) (millis >>> shift)
        - (1 << STEP_BITS);
  }

  /** The middle of a bucket, in milliseconds. */
  static double millis(int bucket) {
    if (bucket < 1 << EXACT_BITS) {
      return bucket;
    }
    int above = bucket - (1 << EXACT_BITS);
    int shift = above / (1 << STEP_BITS) + 1;
    long low = (long) (above % (1 << STEP_BITS) + (1 << STEP_BITS)) << shift;
    return low + ((1L << shift) - 1) / 2.0;
  }
}
