package dev.aiendpoint.stats;

import java.util.Arrays;
import java.util.OptionalDouble;

/**
 * A coarse distribution of latencies for pictures: {@value #COUNT} buckets, exact below {@value
 * #PER_OCTAVE} ms and at most an eighth of their value wide above, up to half an hour; what is
 * longer counts in the last. Verdicts come from {@link Distribution}. Immutable.
 */
public final class LatencyBuckets {

  static final LatencyBuckets NONE = new LatencyBuckets(0, new long[0]);

  private static final int BITS = 3;
  private static final int PER_OCTAVE = 1 << BITS;
  private static final int HIGHEST_BIT = 20;

  /** How many buckets there are. */
  static final int COUNT = PER_OCTAVE * (HIGHEST_BIT - BITS + 2);

  private final int first;
  private final long[] counts;

  private LatencyBuckets(int first, long[] counts) {
    this.first = first;
    this.counts = counts;
  }

  /**
   * @param counts by bucket, {@link #COUNT} of them; only what lies between the first and the last
   *     that is not 0 is kept
   */
  static LatencyBuckets of(long[] counts) {
    int first = 0;
    int end = counts.length;
    while (first < end && counts[first] == 0) {
      first++;
    }
    while (end > first && counts[end - 1] == 0) {
      end--;
    }
    return first == end ? NONE : new LatencyBuckets(first, Arrays.copyOfRange(counts, first, end));
  }

  /** The bucket of a latency; a negative one counts as 0. */
  static int indexOf(long millis) {
    if (millis < PER_OCTAVE) {
      return (int) Math.max(0, millis);
    }
    int highestBit = 63 - Long.numberOfLeadingZeros(millis);
    int shift = highestBit - BITS;
    return highestBit > HIGHEST_BIT
        ? COUNT - 1
        : PER_OCTAVE * (shift + 1) + (int) (millis >>> shift) - PER_OCTAVE;
  }

  /** The smallest latency of a bucket, in milliseconds; that of the next bucket is its end. */
  static long lowerBound(int index) {
    if (index < PER_OCTAVE) {
      return index;
    }
    int shift = index / PER_OCTAVE - 1;
    return (long) (PER_OCTAVE + index % PER_OCTAVE) << shift;
  }

  public long count() {
    return Arrays.stream(counts).sum();
  }

  /**
   * The latency below or at which {@code percentile} percent lie, in milliseconds: as if the values
   * of its bucket lay evenly in it; absent when nothing was counted.
   *
   * @param percentile 0 to 100
   */
  public OptionalDouble percentile(double percentile) {
    long rank = (long) Math.max(1, Math.ceil(percentile / 100 * count()));
    long seen = 0;
    for (int i = 0; i < counts.length; i++) {
      seen += counts[i];
      if (seen >= rank) {
        long low = lowerBound(first + i);
        // Whole milliseconds lie in it: a bucket of one has no other place than that one.
        long width = lowerBound(first + i + 1) - 1 - low;
        double place = (rank - seen + counts[i] - 0.5) / counts[i];
        return OptionalDouble.of(low + place * width);
      }
    }
    return OptionalDouble.empty();
  }

  LatencyBuckets plus(LatencyBuckets other) {
    if (counts.length == 0 || other.counts.length == 0) {
      return counts.length == 0 ? other : this;
    }
    long[] sum = new long[COUNT];
    addTo(sum);
    other.addTo(sum);
    return of(sum);
  }

  private void addTo(long[] sum) {
    for (int i = 0; i < counts.length; i++) {
      sum[first + i] += counts[i];
    }
  }
}
