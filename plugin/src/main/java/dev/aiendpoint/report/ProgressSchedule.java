package dev.aiendpoint.report;

import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * When a run under way prints its progress line: every 5 s in a run of less than 2 minutes, every
 * 10 s in one of less than 10 minutes, else every 30 s. Where the length is not known it goes by
 * the time that has passed. A missed moment is not made up for. For use from one thread.
 */
public final class ProgressSchedule {

  private final LongSupplier nanoClock;
  private final Optional<Duration> planned;
  private final long start;
  private long last;

  /**
   * Starts now.
   *
   * @param nanoClock a monotonic clock, such as {@code System::nanoTime}
   * @param planned the run's length, if it is known
   */
  public ProgressSchedule(LongSupplier nanoClock, Optional<Duration> planned) {
    this.nanoClock = nanoClock;
    this.planned = planned;
    this.start = nanoClock.getAsLong();
    this.last = start;
  }

  /** True once in every interval: the caller prints when it is. */
  public boolean isDue() {
    long now = nanoClock.getAsLong();
    long interval = intervalOf(planned.orElse(Duration.ofNanos(now - start))).toNanos();
    // Counted from the start, so that a late call does not shift all that follow.
    long moment = start + (now - start) / interval * interval;
    if (moment - last <= 0) {
      return false;
    }
    last = moment;
    return true;
  }

  /** The time between two lines in a run of the given length. */
  public static Duration intervalOf(Duration length) {
    if (length.compareTo(Duration.ofMinutes(2)) < 0) {
      return Duration.ofSeconds(5);
    }
    return Duration.ofSeconds(length.compareTo(Duration.ofMinutes(10)) < 0 ? 10 : 30);
  }
}
