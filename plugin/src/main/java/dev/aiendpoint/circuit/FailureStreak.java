package dev.aiendpoint.circuit;

import java.util.OptionalLong;

/** Failures in a row as clients see them, the latest in detail. Not for several threads. */
final class FailureStreak {

  /** Failures that lie further back than this had no part in an opening. */
  static final long WINDOW_MILLIS = 60_000;

  private static final int KEPT = 64;

  private static final int STILL_NEAR = 10;

  private final long[] ends = new long[KEPT];
  private long known;
  private long count;
  private long firstStart;
  private long lastEnd;
  private long passedSince;
  private long longest;
  private long fastestMillis = Long.MAX_VALUE;

  FailureStreak() {}

  FailureStreak(FailureStreak other) {
    System.arraycopy(other.ends, 0, ends, 0, KEPT);
    known = other.known;
    count = other.count;
    firstStart = other.firstStart;
    lastEnd = other.lastEnd;
    passedSince = other.passedSince;
    longest = other.longest;
    fastestMillis = other.fastestMillis;
  }

  void failed(Fact failure) {
    if (count > 0 && failure.startMillis() - lastEnd > WINDOW_MILLIS) {
      count = 0;
    }
    if (count == 0) {
      firstStart = failure.startMillis();
    }
    ends[(int) (known % KEPT)] = failure.endMillis();
    lastEnd = known == 0 ? failure.endMillis() : Math.max(lastEnd, failure.endMillis());
    fastestMillis = Math.min(fastestMillis, failure.elapsedMillis());
    known++;
    count++;
    longest = Math.max(longest, count);
    passedSince = 0;
  }

  /** A success ends the row; the failures before it stay near for a while. */
  void passed() {
    count = 0;
    passedSince++;
  }

  /** What was before has no part in what follows. */
  void forget() {
    known = 0;
    count = 0;
    passedSince = 0;
  }

  /**
   * True when a request may have failed as the failures before did: it took at least two thirds of
   * the time of the fastest of them, or so long that it need not be compared. A refusal that some
   * pause held up did not.
   */
  boolean looksLike(Fact failure) {
    return failure.lengthy()
        || fastestMillis == Long.MAX_VALUE
        || 3 * failure.elapsedMillis() >= 2 * fastestMillis;
  }

  /** Most failures in a row, also of those that were forgotten. */
  long longest() {
    return longest;
  }

  long count() {
    return count;
  }

  OptionalLong firstStart() {
    return count == 0 ? OptionalLong.empty() : OptionalLong.of(firstStart);
  }

  /** True when a failure stands shortly before a moment, or was in flight then. */
  boolean reaches(long millis) {
    return known > 0 && passedSince <= STILL_NEAR && millis - lastEnd <= WINDOW_MILLIS;
  }

  /** The latest end of a failure in a stretch of time. */
  OptionalLong latestEnd(long fromMillis, long toMillis) {
    OptionalLong latest = OptionalLong.empty();
    for (int i = 0; i < Math.min(known, KEPT); i++) {
      if (ends[i] >= fromMillis && ends[i] <= toMillis) {
        latest = OptionalLong.of(Math.max(ends[i], latest.orElse(ends[i])));
      }
    }
    return latest;
  }
}
