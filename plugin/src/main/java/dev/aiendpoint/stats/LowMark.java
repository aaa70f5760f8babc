package dev.aiendpoint.stats;

import java.util.concurrent.atomic.AtomicLong;

/** The smallest value so far. For any number of threads; one that is no smaller only reads. */
final class LowMark {

  /** What it is while nothing came. */
  static final long NONE = Long.MAX_VALUE;

  private final AtomicLong value = new AtomicLong(NONE);

  void lower(long candidate) {
    long before = value.get();
    while (candidate < before && !value.compareAndSet(before, candidate)) {
      before = value.get();
    }
  }

  long get() {
    return value.get();
  }
}
