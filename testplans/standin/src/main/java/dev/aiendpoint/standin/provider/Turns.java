package dev.aiendpoint.standin.provider;

import dev.aiendpoint.standin.provider.fault.Fault;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;

/**
 * Lets the first failures of a fault end one after the other, so that the log tells which of them
 * opened a circuit breaker. A failure is told when a call has begun since the one before was told:
 * it shows that this one opened nothing. Where none begins for twice as long as a failure takes by
 * itself, at least {@value #LEAST_PATIENCE_MILLIS} ms, no further failure waits for another, nor
 * does any once {@link Fault#oneByOne} were told. By then some user has asked again and was
 * refused, so that nobody takes the rest for the ones that opened it.
 *
 * <p>Safe for use by many threads; none waits.
 */
final class Turns {

  /**
   * Between a failure and the call that shows what it did, and between that call and the next
   * failure. It takes time until a client knows of a failure, and until a call that was let through
   * arrives.
   */
  static final long APART_MILLIS = 150;

  static final long LEAST_PATIENCE_MILLIS = 2_000;

  private static final long APART_NANOS = TimeUnit.MILLISECONDS.toNanos(APART_MILLIS);

  /** Runs something at a time of the monotonic clock. */
  interface Timer {
    void at(long nanos, Runnable task);
  }

  private record Waiting(long dueNanos, LongConsumer tell) {}

  private final Timer timer;
  private final LongSupplier nanoTime;
  private final Queue<Waiting> waiting = new ArrayDeque<>();
  private Fault fault;
  private long patienceNanos;
  private int left;
  private boolean anyTold;
  private long toldNanos;
  private boolean shown;
  private long shownNanos;

  Turns(Timer timer, LongSupplier nanoTime) {
    this.timer = timer;
    this.nanoTime = nanoTime;
  }

  /** A call has begun, whatever becomes of it. */
  synchronized void begun(long nanos) {
    if (anyTold && !shown && nanos - toldNanos >= APART_NANOS) {
      shown = true;
      shownNanos = nanos;
      plan();
    }
  }

  /**
   * A failure that may have to wait for others.
   *
   * @param startNanos when its call began
   * @param delayNanos how long it takes by itself
   * @param tell takes the moment at which its turn has come, on the monotonic clock
   */
  synchronized void take(Fault of, long startNanos, long delayNanos, LongConsumer tell) {
    if (of != fault) {
      letGo();
      fault = of;
      patienceNanos =
          Math.max(2 * delayNanos, TimeUnit.MILLISECONDS.toNanos(LEAST_PATIENCE_MILLIS));
      left = of.oneByOne();
      anyTold = false;
      shown = false;
    }
    waiting.add(new Waiting(startNanos + delayNanos, tell));
    if (left == 0) {
      letGo();
    } else if (waiting.size() == 1) {
      plan();
    }
  }

  /** When the next one's turn comes, as far as is known now. */
  private long turnNanos() {
    long due = waiting.element().dueNanos();
    if (!anyTold) {
      return due;
    }
    long after = shown ? shownNanos + APART_NANOS : toldNanos + patienceNanos;
    return after - due > 0 ? after : due;
  }

  private void plan() {
    if (!waiting.isEmpty()) {
      timer.at(turnNanos(), this::turn);
    }
  }

  /** Does nothing where another plan has come before this one. */
  private void turn() {
    Waiting next;
    long planned;
    synchronized (this) {
      if (waiting.isEmpty() || nanoTime.getAsLong() - turnNanos() < 0) {
        return;
      }
      planned = turnNanos();
      next = waiting.remove();
      left = anyTold && !shown ? 0 : left - 1;
      anyTold = true;
      shown = false;
      toldNanos = nanoTime.getAsLong();
      if (left == 0) {
        letGo();
      } else {
        plan();
      }
    }
    next.tell().accept(planned);
  }

  /** Each at its own time. */
  private void letGo() {
    List<Waiting> all = new ArrayList<>(waiting);
    waiting.clear();
    left = 0;
    long now = nanoTime.getAsLong();
    for (Waiting one : all) {
      long at = now - one.dueNanos() > 0 ? now : one.dueNanos();
      timer.at(at, () -> one.tell().accept(at));
    }
  }
}
