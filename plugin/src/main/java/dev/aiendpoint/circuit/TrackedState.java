package dev.aiendpoint.circuit;

/**
 * How a circuit in one state takes what requests say. Facts come in the order of {@link
 * Fact#atMillis()}. One class a state; each writes the transitions that it finds into the timeline.
 */
sealed interface TrackedState permits UnknownState, ClosedState, OpenState, HalfOpenState {

  /**
   * @return the state after it
   */
  TrackedState on(Fact fact, Timeline timeline);

  /** A state to go on from that shares nothing with this one. */
  TrackedState copy();

  /** The state that the timeline is in. */
  static TrackedState of(Timeline timeline) {
    return switch (timeline.state()) {
      case UNKNOWN -> new UnknownState();
      case CLOSED -> new ClosedState(timeline.since());
      case OPEN -> new OpenState(timeline.since());
      case HALF_OPEN -> new HalfOpenState(timeline.since());
    };
  }
}
