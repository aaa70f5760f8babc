package dev.aiendpoint.stats;

import java.util.concurrent.atomic.AtomicLong;

/** The largest value so far. For any number of threads; one that is no larger only reads. */
final class HighMark {

  private final AtomicLong value;

  /**
   * @param start what it is while nothing larger came
   */
  HighMark(long start) {
    value = new AtomicLong(start);
  }

  void raise(long candidate) {
    long before = value.get();
    while (candidate > before && !value.compareAndSet(before, candidate)) {
      before = value.get();
    }
  }

  long get() {
    return value.get();
  }
}
