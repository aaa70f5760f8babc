package dev.aiendpoint.standin.provider;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiendpoint.standin.provider.fault.Fault;
import dev.aiendpoint.standin.provider.fault.Status;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** On a clock that moves only when it is told to. Times are milliseconds. */
class TurnsTest {

  private static final long DELAY = 1_000;
  private static final Fault FAULT = new Status(503, DELAY, 10);

  private record Task(long atNanos, Runnable task) {}

  private final PriorityQueue<Task> tasks =
      new PriorityQueue<>(Comparator.comparingLong(Task::atNanos));
  private final List<String> told = new ArrayList<>();
  private long now;
  private final Turns turns =
      new Turns((nanos, task) -> tasks.add(new Task(Math.max(nanos, now), task)), () -> now);

  private void until(long millis) {
    long end = nanos(millis);
    while (!tasks.isEmpty() && tasks.peek().atNanos() <= end) {
      Task task = tasks.remove();
      now = task.atNanos();
      task.task().run();
    }
    now = end;
  }

  /** A call that begins now and fails after the delay at the soonest. */
  private void call(String name, Fault fault) {
    turns.begun(now);
    turns.take(
        fault,
        now,
        nanos(DELAY),
        planned -> told.add(name + "@" + TimeUnit.NANOSECONDS.toMillis(planned)));
  }

  private void call(String name) {
    call(name, FAULT);
  }

  private static long nanos(long millis) {
    return TimeUnit.MILLISECONDS.toNanos(millis);
  }

  @Test
  void shouldTellTheFirstFailureInItsOwnTime() {
    call("a");
    until(5_000);

    assertThat(told).containsExactly("a@1000");
  }

  @Test
  void shouldTellTheNextWhenACallSinceHasShownWhatTheOneBeforeDid() {
    call("a");
    until(100);
    call("b");
    until(1_100);
    assertThat(told).as("b is due").containsExactly("a@1000");
    turns.begun(now);
    until(1_200);
    turns.begun(now);
    until(1_349);
    assertThat(told).as("100 ms after a shows nothing, 200 ms after it do").hasSize(1);
    until(1_350);

    assertThat(told).containsExactly("a@1000", "b@1350");
  }

  @Test
  void shouldNotWaitForAnotherCallWhenItsOwnBeganSinceTheOneBefore() {
    call("a");
    until(1_300);
    call("b");
    until(5_000);

    assertThat(told).containsExactly("a@1000", "b@2300");
  }

  @Test
  void shouldTellAllWhenNoCallCameForSoLongThatACircuitMustBeOpen() {
    for (String name : List.of("a", "b", "c", "d")) {
      call(name);
    }
    until(2_999);
    assertThat(told).hasSize(1);
    until(10_000);

    assertThat(told).containsExactly("a@1000", "b@3000", "c@3000", "d@3000");
  }

  @Test
  void shouldTellEachInItsOwnTimeOnceSoManyWereToldOneAfterTheOther() {
    Fault two = new Status(503, DELAY, 2);
    for (String name : List.of("a", "b", "c")) {
      call(name, two);
    }
    until(1_200);
    turns.begun(now);
    call("d", two);
    until(10_000);

    assertThat(told).containsExactly("a@1000", "b@1350", "c@1350", "d@2200");
  }

  @Test
  void shouldBeginAnewWithAnotherFault() {
    call("a");
    call("b");
    until(1_100);
    Fault other = new Status(500, DELAY, 10);
    call("c", other);
    call("d", other);
    until(2_300);
    assertThat(told).containsExactly("a@1000", "b@1100", "c@2100");
    turns.begun(now);
    until(10_000);

    assertThat(told).containsExactly("a@1000", "b@1100", "c@2100", "d@2450");
  }
}
