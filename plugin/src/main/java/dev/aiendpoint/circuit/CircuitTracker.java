package dev.aiendpoint.circuit;

import dev.aiendpoint.exchange.CircuitState;

/**
 * Follows one circuit from fact to fact, in the order of {@link Fact#atMillis()}; what comes too
 * late for that order is passed over. Not for several threads.
 */
final class CircuitTracker {

  private final Timeline timeline;
  private TrackedState state;
  private long latestMillis = Long.MIN_VALUE;

  CircuitTracker() {
    timeline = new Timeline();
    state = new UnknownState();
  }

  /** A tracker to go on from that leaves the other one as it is. */
  CircuitTracker(CircuitTracker other) {
    timeline = new Timeline(other.timeline);
    state = other.state.copy();
    latestMillis = other.latestMillis;
  }

  void follow(Fact fact) {
    if (fact.atMillis() < latestMillis) {
      return;
    }
    latestMillis = fact.atMillis();
    boolean wasLetThrough = fact.kind() == Fact.Kind.PASSED || fact.kind() == Fact.Kind.FAILED;
    if (wasLetThrough && timeline.isFurtherProbe(fact)) {
      timeline.probe(fact);
    }
    state = state.on(fact, timeline);
  }

  CircuitState state() {
    return timeline.state();
  }

  Timeline timeline() {
    return timeline;
  }
}
