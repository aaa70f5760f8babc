package dev.aiendpoint.circuit;

import static dev.aiendpoint.exchange.CircuitState.CLOSED;
import static dev.aiendpoint.exchange.CircuitState.HALF_OPEN;
import static dev.aiendpoint.exchange.CircuitState.OPEN;

/** HALF_OPEN, as an answer said: a probe is under way, or should be. */
final class HalfOpenState implements TrackedState {

  private final long seenMillis;

  HalfOpenState(long seenMillis) {
    this.seenMillis = seenMillis;
  }

  @Override
  public TrackedState on(Fact fact, Timeline timeline) {
    boolean probe =
        (fact.kind() == Fact.Kind.PASSED || fact.kind() == Fact.Kind.FAILED)
            && timeline.beganInHalfOpen(fact);
    if (fact.isNamed()) {
      return onNamed(fact, probe, timeline);
    }
    if (probe && fact.kind() == Fact.Kind.PASSED) {
      timeline.close(Math.max(fact.endMillis(), seenMillis), fact.phase(), false);
    } else if (probe) {
      long end = Math.max(fact.endMillis(), seenMillis);
      timeline.open(end, end, fact.phase(), false);
    }
    return probe ? TrackedState.of(timeline) : this;
  }

  private TrackedState onNamed(Fact fact, boolean probe, Timeline timeline) {
    if (fact.named() == HALF_OPEN) {
      timeline.confirm(HALF_OPEN);
      timeline.letThrough(fact.endMillis());
      return this;
    }
    // A probe's answer names what the probe made of the circuit.
    if (!probe && timeline.wasIn(fact.named(), fact.startMillis(), fact.endMillis())) {
      return this;
    }
    if (fact.named() == OPEN) {
      timeline.open(fact.endMillis(), fact.endMillis(), fact.phase(), true);
    } else if (fact.named() == CLOSED) {
      timeline.close(fact.endMillis(), fact.phase(), true);
    }
    return TrackedState.of(timeline);
  }

  @Override
  public TrackedState copy() {
    return this;
  }
}
