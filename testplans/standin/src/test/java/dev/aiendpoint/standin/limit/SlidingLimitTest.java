package dev.aiendpoint.standin.limit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiendpoint.standin.MutableClock;
import java.time.Duration;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class SlidingLimitTest {

  private final MutableClock clock = new MutableClock();

  @Test
  void shouldRefuseWhenTheWindowIsFull() {
    SlidingLimit limit = new SlidingLimit(2, Duration.ofSeconds(60), clock);

    assertThat(limit.tryAcquire()).isTrue();
    clock.advance(Duration.ofSeconds(20));
    assertThat(limit.tryAcquire()).isTrue();
    assertThat(limit.tryAcquire()).isFalse();
    assertThat(limit.untilFree()).isEqualTo(Duration.ofSeconds(40));

    clock.advance(Duration.ofSeconds(40));
    assertThat(limit.tryAcquire()).isTrue();
    assertThat(limit.tryAcquire()).isFalse();
  }

  @Test
  void shouldKeepUsersApartWhenOneIsAtItsLimit() {
    ChatLimit limit = new ChatLimit(1, Duration.ofSeconds(60), clock);

    assertThat(limit.of("a").tryAcquire()).isTrue();
    assertThat(limit.of("a").tryAcquire()).isFalse();
    assertThat(limit.of("b").tryAcquire()).isTrue();
  }

  @Test
  void shouldBeSpentUntilTomorrowWhenTheBudgetIsReached() {
    DailyBudget budget = new DailyBudget(OptionalLong.of(300), clock);

    budget.charge(200);
    assertThat(budget.spent()).isFalse();
    budget.charge(150);
    assertThat(budget.spent()).isTrue();
    clock.advance(Duration.ofDays(1));
    assertThat(budget.spent()).isFalse();
    assertThat(budget.spentToday()).isZero();
  }
}
