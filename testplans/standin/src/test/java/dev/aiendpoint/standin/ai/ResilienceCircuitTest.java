package dev.aiendpoint.standin.ai;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiendpoint.standin.MutableClock;
import dev.aiendpoint.standin.ai.AiCircuit.Permit;
import dev.aiendpoint.standin.options.Scale;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ResilienceCircuitTest {

  private final MutableClock clock = new MutableClock();
  private final CircuitEvents events = new CircuitEvents();
  private final ResilienceCircuit circuit =
      new ResilienceCircuit(false, new Scale(1, 1), clock, events);
  private final ResilienceCircuit stuck =
      new ResilienceCircuit(true, new Scale(1, 1), clock, events);

  private static void fail(AiCircuit circuit, int times) {
    for (int i = 0; i < times; i++) {
      circuit.tryAcquire().orElseThrow().failed();
    }
  }

  private void advance(int seconds) {
    clock.advance(Duration.ofSeconds(seconds));
  }

  /** resilience4j lets the probe through after the open time, not at its end. */
  private void passOpenTime() {
    clock.advance(ResilienceCircuit.OPEN_TIME.plusMillis(1));
  }

  @Test
  void shouldOpenWhenFiveAttemptsInARowFailed() {
    fail(circuit, 4);
    assertThat(circuit.state()).isEqualTo("CLOSED");
    fail(circuit, 1);
    assertThat(circuit.state()).isEqualTo("OPEN");
    assertThat(circuit.tryAcquire()).isEmpty();
    assertThat(events.all())
        .containsExactly(new CircuitEvents.Event(clock.millis(), "CLOSED", "OPEN", 5));
  }

  @Test
  void shouldCountAnewWhenASuccessCameBetween() {
    fail(circuit, 4);
    circuit.tryAcquire().orElseThrow().succeeded();
    fail(circuit, 4);

    assertThat(circuit.state()).isEqualTo("CLOSED");
  }

  @Test
  void shouldNotCountWhenAFailureIsOlderThanTheWindow() {
    fail(circuit, 2);
    advance(40);
    fail(circuit, 2);
    advance(30);
    fail(circuit, 2);
    assertThat(circuit.state()).isEqualTo("CLOSED");

    fail(circuit, 1);
    assertThat(circuit.state()).isEqualTo("OPEN");
  }

  @Test
  void shouldLetOneProbeThroughWhenTheOpenTimeIsOver() {
    fail(circuit, 5);
    advance(29);
    assertThat(circuit.tryAcquire()).isEmpty();
    advance(2);

    Permit probe = circuit.tryAcquire().orElseThrow();
    assertThat(circuit.state()).isEqualTo("HALF_OPEN");
    assertThat(circuit.tryAcquire()).isEmpty();
    probe.succeeded();
    assertThat(circuit.state()).isEqualTo("CLOSED");
    assertThat(events.all().stream().map(CircuitEvents.Event::to))
        .containsExactly("OPEN", "HALF_OPEN", "CLOSED");
  }

  @Test
  void shouldOpenAgainWhenTheProbeFails() {
    fail(circuit, 5);
    passOpenTime();
    circuit.tryAcquire().orElseThrow().failed();

    assertThat(circuit.state()).isEqualTo("OPEN");
    advance(29);
    assertThat(circuit.tryAcquire()).isEmpty();
    advance(2);
    circuit.tryAcquire().orElseThrow().succeeded();
    assertThat(circuit.state()).isEqualTo("CLOSED");
  }

  @Test
  void shouldWaitForTheProbeWhenAnOlderCallEndsDuringHalfOpen() {
    Permit older = circuit.tryAcquire().orElseThrow();
    fail(circuit, 5);
    passOpenTime();
    Permit probe = circuit.tryAcquire().orElseThrow();

    older.succeeded();
    assertThat(circuit.state()).isEqualTo("HALF_OPEN");
    probe.failed();
    assertThat(circuit.state()).isEqualTo("OPEN");
  }

  @Test
  void shouldGiveThePermitBackWhenAProbeIsIgnored() {
    fail(circuit, 5);
    passOpenTime();
    circuit.tryAcquire().orElseThrow().ignored();

    assertThat(circuit.tryAcquire()).isPresent();
  }

  @Test
  void shouldStayHalfOpenWhenTheBuggyBreakersProbeFails() {
    fail(stuck, 5);
    passOpenTime();
    Permit first = stuck.tryAcquire().orElseThrow();
    Permit second = stuck.tryAcquire().orElseThrow();
    assertThat(stuck.tryAcquire()).isEmpty();
    first.failed();
    second.failed();

    advance(299);
    assertThat(stuck.tryAcquire()).isEmpty();
    assertThat(stuck.state()).isEqualTo("HALF_OPEN");
    advance(1);
    assertThat(stuck.tryAcquire()).isPresent();
    assertThat(stuck.state()).isEqualTo("CLOSED");
  }

  @Test
  void shouldCloseWhenTheBuggyBreakersProbeSucceeds() {
    fail(stuck, 5);
    passOpenTime();
    stuck.tryAcquire().orElseThrow().succeeded();

    assertThat(stuck.state()).isEqualTo("CLOSED");
  }

  @Test
  void shouldOpenForLessWhenDurationsAreScaled() {
    ResilienceCircuit scaled = new ResilienceCircuit(false, new Scale(0.1, 1), clock, events);
    fail(scaled, 5);
    clock.advance(Duration.ofMillis(3_000));
    assertThat(scaled.tryAcquire()).isEmpty();
    clock.advance(Duration.ofMillis(1));
    assertThat(scaled.tryAcquire()).isPresent();
  }
}
