package dev.aiendpoint.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProgressScheduleTest {

  /** Near the point where a clock of nanoseconds turns negative. */
  private final AtomicLong clock = new AtomicLong(Long.MAX_VALUE - 1000);

  @ParameterizedTest(name = "a run of {0} s prints every {1} s")
  @CsvSource({"30, 5", "119, 5", "120, 10", "599, 10", "600, 30", "1620, 30"})
  void shouldPrintLessOftenWhenTheRunIsLonger(long length, long interval) {
    List<Long> printed = printed(Optional.of(Duration.ofSeconds(length)), 95);

    assertThat(printed.get(0)).isEqualTo(interval);
    assertThat(printed).hasSize((int) (95 / interval));
  }

  @Test
  void shouldGoByThePassedTimeWhenTheLengthIsNotKnown() {
    List<Long> printed = printed(Optional.empty(), 700);

    assertThat(printed).startsWith(5L, 10L, 15L).contains(115L, 120L, 130L, 590L, 600L, 630L);
    assertThat(printed).doesNotContain(125L, 610L);
  }

  @Test
  void shouldNotMakeUpForMissedMomentsWhenTheCallerWasLate() {
    ProgressSchedule schedule =
        new ProgressSchedule(clock::get, Optional.of(Duration.ofMinutes(1)));

    pass(17_300);
    assertThat(schedule.isDue()).isTrue();
    assertThat(schedule.isDue()).isFalse();
    pass(2_600);
    assertThat(schedule.isDue()).as("19.9 s").isFalse();
    pass(100);
    assertThat(schedule.isDue()).as("20 s: back in step").isTrue();
  }

  private List<Long> printed(Optional<Duration> planned, long seconds) {
    ProgressSchedule schedule = new ProgressSchedule(clock::get, planned);
    List<Long> printed = new ArrayList<>();
    for (long second = 1; second <= seconds; second++) {
      pass(1000);
      if (schedule.isDue()) {
        printed.add(second);
      }
    }
    return printed;
  }

  private void pass(long millis) {
    clock.addAndGet(TimeUnit.MILLISECONDS.toNanos(millis));
  }
}
