package dev.aiendpoint.standin.provider;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiendpoint.standin.MutableClock;
import java.time.Duration;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class ContextSlotsTest {

  private final MutableClock clock = new MutableClock();
  private final ContextSlots slots =
      new ContextSlots(OptionalInt.of(2), ContextSlots.WARM, ContextSlots.SHEDDING, clock);

  private void call(String user) {
    assertThat(slots.enter(user)).isTrue();
    slots.leave(user);
  }

  @Test
  void shouldShedEverythingForAWhileWhenAUserFindsNoRoom() {
    call("a");
    call("b");
    assertThat(slots.enter("c")).isFalse();
    assertThat(slots.enter("a")).isFalse();
    clock.advance(Duration.ofSeconds(8));
    call("a");
    assertThat(slots.overloads()).isEqualTo(1);
  }

  @Test
  void shouldServeAnyNumberOfCallsWhenTheUsersAreFew() {
    for (int i = 0; i < 100; i++) {
      call("a");
      call("b");
    }
    assertThat(slots.warm()).isEqualTo(2);
  }

  @Test
  void shouldHaveRoomWhenAContextHasGoneCold() {
    call("a");
    call("b");
    clock.advance(Duration.ofSeconds(20));
    call("c");
    assertThat(slots.warm()).isEqualTo(1);
  }

  @Test
  void shouldKeepTheContextWhenACallIsStillRunning() {
    assertThat(slots.enter("a")).isTrue();
    call("b");
    clock.advance(Duration.ofSeconds(60));
    call("c");
    assertThat(slots.enter("d")).isFalse();
  }

  @Test
  void shouldNeverShedWhenThereIsNoBound() {
    ContextSlots unbounded =
        new ContextSlots(OptionalInt.empty(), ContextSlots.WARM, ContextSlots.SHEDDING, clock);
    for (int i = 0; i < 500; i++) {
      assertThat(unbounded.enter("user-" + i)).isTrue();
    }
  }
}
