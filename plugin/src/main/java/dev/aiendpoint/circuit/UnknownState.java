package dev.aiendpoint.circuit;

import dev.aiendpoint.exchange.CircuitState;

/** Nothing tells the state, or what there is cannot. */
final class UnknownState implements TrackedState {

  @Override
  public TrackedState on(Fact fact, Timeline timeline) {
    if (fact.isNamed()) {
      return become(fact.named(), fact.endMillis(), fact, timeline);
    }
    return switch (fact.kind()) {
      case PASSED -> {
        timeline.letThrough(fact.startMillis());
        yield become(CircuitState.CLOSED, fact.startMillis(), fact, timeline);
      }
      case FAILED -> {
        timeline.letThrough(fact.startMillis());
        timeline.streak.failed(fact);
        yield become(CircuitState.CLOSED, fact.startMillis(), fact, timeline);
      }
      case REJECTED -> become(CircuitState.OPEN, fact.endMillis(), fact, timeline);
      case REFUSED, NONE -> this;
    };
  }

  /** What is seen first was so before; after a loss it is a change. */
  private static TrackedState become(
      CircuitState state, long atMillis, Fact fact, Timeline timeline) {
    if (timeline.transitions().isEmpty()) {
      timeline.begin(state, atMillis);
    } else {
      switch (state) {
        case OPEN -> timeline.open(atMillis, atMillis, fact.phase(), fact.isNamed());
        case HALF_OPEN -> timeline.halfOpen(atMillis, fact.phase(), fact.isNamed());
        case CLOSED -> {
          timeline.close(atMillis, fact.phase(), fact.isNamed());
          if (fact.kind() == Fact.Kind.FAILED) {
            timeline.streak.failed(fact);
          }
        }
        case UNKNOWN -> {
          return new UnknownState();
        }
      }
    }
    return TrackedState.of(timeline);
  }

  @Override
  public TrackedState copy() {
    return this;
  }
}
