package dev.aiendpoint.jmeter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class CallWatchTest {

  private final AtomicInteger aborts = new AtomicInteger();
  private final CallWatch watch = new CallWatch(aborts::incrementAndGet);

  @Test
  void shouldNotAbortWhatComesAfterACallWhoseDeadlineIsJustPassing() {
    synchronized (watch) {
      watch.startDeadline(1);
      while (!isTimerWaitingForTheLock()) {
        Thread.onSpinWait();
      }
      watch.finish();
    }
    awaitTimer();

    assertThat(aborts).hasValue(0);
    assertThat(watch.failure()).isEmpty();
  }

  @Test
  void shouldAbortOnceWhenBothLimitsPass() {
    watch.startDeadline(1);
    watch.startStall(1, System::nanoTime);
    while (watch.failure().isEmpty()) {
      Thread.onSpinWait();
    }
    awaitTimer();
    watch.finish();

    assertThat(aborts).hasValue(1);
  }

  @Test
  void shouldHaveNoLimitsWhenTheyAreZero() {
    watch.startDeadline(0);
    watch.startStall(0, () -> Long.MIN_VALUE / 2);

    assertThat(CallWatch.waiting()).isZero();
    assertThat(watch.failure()).isEmpty();
  }

  private static boolean isTimerWaitingForTheLock() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().equals("AI Request deadlines"))
        .anyMatch(thread -> thread.getState() == Thread.State.BLOCKED);
  }

  /** Returns when the one timer thread has come past all that was due. */
  private static void awaitTimer() {
    CallWatch last = new CallWatch(() -> {});
    last.startDeadline(1);
    while (last.failure().isEmpty()) {
      Thread.onSpinWait();
    }
  }
}
