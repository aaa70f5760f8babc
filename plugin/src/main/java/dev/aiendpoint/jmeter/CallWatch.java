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
 * each limit, which moves on by itself while events keep coming. Thread-safe.
 */
final class CallWatch {

  private static final ScheduledThreadPoolExecutor TIMER = timer();

  private final Runnable abort;
  private Future<?> deadline;
  private volatile boolean finished;
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

  /** Ends the call {@code millis} from now; 0 or less: never. */
  void startDeadline(long millis) {
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
   * Ends the call when no event arrives for {@code millis}; 0 or less: never.
   *
   * @param lastEventNanos arrival of the latest event on {@link System#nanoTime}
   */
  void startStall(long millis, LongSupplier lastEventNanos) {
    if (millis > 0) {
      checkStall(millis, lastEventNanos);
    }
  }

  private void checkStall(long millis, LongSupplier lastEventNanos) {
    if (finished) {
      return;
    }
    long silentNanos = System.nanoTime() - lastEventNanos.getAsLong();
    long leftNanos = TimeUnit.MILLISECONDS.toNanos(millis) - silentNanos;
    if (leftNanos <= 0) {
      end(
          new TransportFailure(
              TransportFailure.Kind.STALLED, "no event arrived for " + millis + " ms"));
    } else {
      TIMER.schedule(() -> checkStall(millis, lastEventNanos), leftNanos, TimeUnit.NANOSECONDS);
    }
  }

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
    if (deadline != null) {
      deadline.cancel(false);
    }
  }

  /** Why the call was ended, if it was. */
  Optional<TransportFailure> failure() {
    return Optional.ofNullable(failure);
  }
}
