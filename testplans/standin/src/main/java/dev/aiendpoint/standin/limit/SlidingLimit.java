package dev.aiendpoint.standin.limit;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/** At most so many calls in any window of a length. Safe for use by many threads. */
public final class SlidingLimit {

  private final int calls;
  private final long windowMillis;
  private final Clock clock;
  private final Deque<Long> taken = new ArrayDeque<>();

  public SlidingLimit(int calls, Duration window, Clock clock) {
    this.calls = calls;
    this.windowMillis = window.toMillis();
    this.clock = clock;
  }

  /** Takes one call if the window has room; a refused call takes nothing. */
  public synchronized boolean tryAcquire() {
    long now = clock.millis();
    while (!taken.isEmpty() && taken.peekFirst() <= now - windowMillis) {
      taken.removeFirst();
    }
    if (taken.size() >= calls) {
      return false;
    }
    taken.addLast(now);
    return true;
  }

  /** How long until the window has room again; zero when it has. */
  public synchronized Duration untilFree() {
    if (taken.size() < calls) {
      return Duration.ZERO;
    }
    return Duration.ofMillis(Math.max(0, taken.peekFirst() + windowMillis - clock.millis()));
  }
}
