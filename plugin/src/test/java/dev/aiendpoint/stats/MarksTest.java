package dev.aiendpoint.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class MarksTest {

  private static final int VALUES = 20_000;

  @Test
  void shouldFollowEveryStepUpAndDown() {
    HighMark high = new HighMark(Long.MIN_VALUE);
    LowMark low = new LowMark();
    assertThat(low.get()).isEqualTo(LowMark.NONE);
    long most = Long.MIN_VALUE;
    long least = LowMark.NONE;
    for (long value : new long[] {5, 6, 4, 7, 3, 5}) {
      high.raise(value);
      low.lower(value);
      most = Math.max(most, value);
      least = Math.min(least, value);
      assertThat(high.get()).isEqualTo(most);
      assertThat(low.get()).isEqualTo(least);
    }
  }

  @Test
  void shouldLoseNothingWhenManyThreadsRaiseIt() throws Exception {
    HighMark high = new HighMark(0);
    LowMark low = new LowMark();
    List<Thread> threads =
        IntStream.range(0, 4)
            .mapToObj(
                part ->
                    new Thread(
                        () ->
                            LongStream.rangeClosed(1, VALUES)
                                .forEach(
                                    value -> {
                                      high.raise(4 * value + part);
                                      low.lower(-4 * value - part);
                                    })))
            .toList();
    threads.forEach(Thread::start);
    for (Thread thread : threads) {
      thread.join();
    }
    assertThat(high.get()).isEqualTo(4L * VALUES + 3);
    assertThat(low.get()).isEqualTo(-4L * VALUES - 3);
  }
}
