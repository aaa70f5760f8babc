package dev.aiendpoint.phase;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class PhaseClockTest {

  @Test
  void shouldTellPhaseByTimeSinceItsStart() {
    AtomicLong ticker = new AtomicLong(-5);
    LoadProfile profile =
        LoadProfile.of(
            PhaseTableParser.parse(
                    List.of(
                        new PhaseRow("a", "1", "1 s", "none"),
                        new PhaseRow("b", "1", "1 s", "none")))
                .phases(),
            LoadScale.FULL);
    PhaseClock clock = new PhaseClock(profile, ticker::get);

    assertThat(clock.currentPhase()).isEqualTo("a");
    ticker.addAndGet(999_999_999L);
    assertThat(clock.currentPhase()).isEqualTo("a");
    ticker.incrementAndGet();
    assertThat(clock.currentPhase()).isEqualTo("b");
    assertThat(clock.elapsedNanos()).isEqualTo(1_000_000_000L);
    assertThat(clock.tickAt(0)).isEqualTo(-5);
  }
}
