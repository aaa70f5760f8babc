package dev.aiendpoint.jmeter;

import dev.aiendpoint.exchange.TransportFailure;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Ends one call that takes too long: past its total deadline, or when its stream is silent for
 * longer than the stall limit. One timer thread serves all calls; a call costs one timer entry for
 * each limit, which moves on by itself while events keep coming and goes with the call.
 * Thread-safe.
 */
final class CallWatch {

  private static final ScheduledThreadPoolExecutor TIMER = timer();

  private final Runnable abort;
  private Future<?> deadline;
  private Future<?> stall;
  private boolean finished;
  private volatile TransportFailure failure;

  CallWatch(Runnable abort) {
    this.abort = abort;
  }

  private static ScheduledThreadPoolExecutor timer() {
    ScheduledThreadPoolExecutor timer =
        new ScheduledThreadPoolExecutor(
            1,
            task -> {
              Thread thread = new Thread(task, "AI Request deadlines");
              thread.setDaemon(true);
              return thread;
            });
    timer.setRemoveOnCancelPolicy(true);
    return timer;
  }

  /** Limits of all calls that are still waited for; 0 when no call is under way. */
  static int waiting() {
    return TIMER.getQueue().size();
  }

  /** Ends the call {@code millis} from now; 0 or less: never. */
  synchronized void startDeadline(long millis) {
    if (millis > 0) {
      deadline =
          TIMER.schedule(
              () ->
                  end(
                      new TransportFailure(
                          TransportFailure.Kind.TIMEOUT,
                          "the total deadline of " + millis + " ms passed")),
              millis,
              TimeUnit.MILLISECONDS);
    }
  }

  /**
   * Ends the call when no event arrives for {@code millis}, counted from now at the earliest; 0 or
   * less: never.
   *
   * @param lastEventNanos arrival of the latest event on {@link System#nanoTime}
   */
  void startStall(long millis, LongSupplier lastEventNanos) {
    if (millis > 0) {
      checkStall(millis, System.nanoTime(), lastEventNanos);
    }
  }

  private synchronized void checkStall(long millis, long startNanos, LongSupplier lastEventNanos) {
    if (finished) {
      return;
    }
    long nowNanos = System.nanoTime();
    long silentNanos = Math.min(nowNanos - startNanos, nowNanos - lastEventNanos.getAsLong());
    long leftNanos = TimeUnit.MILLISECONDS.toNanos(millis) - silentNanos;
    if (leftNanos <= 0) {
      end(
          new TransportFailure(
              TransportFailure.Kind.STALLED, "no event arrived for " + millis + " ms"));
    } else {
      stall =
          TIMER.schedule(
              () -> checkStall(millis, startNanos, lastEventNanos),
              leftNanos,
              TimeUnit.NANOSECONDS);
    }
  }

  /** Runs within the lock, so that it cannot hit what comes after {@link #finish()}. */
  private synchronized void end(TransportFailure why) {
    if (!finished) {
      finished = true;
      failure = why;
      abort.run();
    }
  }

  /** The call is over: nothing ends it any more. */
  synchronized void finish() {
    finished = true;
    cancel(deadline);
    cancel(stall);
  }

  private static void cancel(Future<?> entry) {
    if (entry != null) {
      entry.cancel(false);
    }
  }

  /** Why the call was ended, if it was. */
  Optional<TransportFailure> failure() {
    return Optional.ofNullable(failure);
  }
}
