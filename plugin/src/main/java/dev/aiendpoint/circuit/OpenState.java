package dev.aiendpoint.circuit;

import static dev.aiendpoint.exchange.CircuitState.CLOSED;
import static dev.aiendpoint.exchange.CircuitState.HALF_OPEN;
import static dev.aiendpoint.exchange.CircuitState.OPEN;

/**
 * OPEN: requests are refused. A request that began after that was seen, and was let through, is a
 * probe: with its begin the circuit is HALF_OPEN, and its end decides. What was in flight when the
 * circuit opened says nothing.
 */
final class OpenState implements TrackedState {

  /** A refusal that some pause held up is not taken for a failed probe so soon. */
  static final long SOONEST_PROBE_MILLIS = 500;

  private final long seenMillis;

  /**
   * @param seenMillis the end of the request that showed it
   */
  OpenState(long seenMillis) {
    this.seenMillis = seenMillis;
  }

  @Override
  public TrackedState on(Fact fact, Timeline timeline) {
    if (!fact.beganAfter(seenMillis)) {
      return lateName(fact, timeline);
    }
    if (fact.isNamed()) {
      return onNamed(fact, timeline);
    }
    return switch (fact.kind()) {
      case PASSED -> {
        timeline.halfOpen(fact.startMillis(), fact.phase(), false);
        timeline.probe(fact);
        timeline.close(fact.endMillis(), fact.phase(), false);
        yield new ClosedState(fact.endMillis());
      }
      case FAILED -> failedProbe(fact, timeline);
      case REFUSED, REJECTED -> {
        timeline.refused(fact.startMillis());
        yield this;
      }
      case NONE -> this;
    };
  }

  private TrackedState lateName(Fact fact, Timeline timeline) {
    if (fact.isNamed() && fact.named() == OPEN) {
      timeline.confirm(OPEN);
    }
    // One that began before and still saw a probe under way.
    if (fact.named() == HALF_OPEN
        && !timeline.wasIn(HALF_OPEN, fact.startMillis(), fact.endMillis())) {
      timeline.halfOpen(fact.endMillis(), fact.phase(), true);
      return new HalfOpenState(fact.endMillis());
    }
    return this;
  }

  private TrackedState onNamed(Fact fact, Timeline timeline) {
    boolean letThrough = fact.kind() == Fact.Kind.PASSED || fact.kind() == Fact.Kind.FAILED;
    if (fact.named() == OPEN) {
      timeline.confirm(OPEN);
      if (fact.kind() == Fact.Kind.FAILED) {
        return failedProbe(fact, timeline);
      }
      if (fact.kind() == Fact.Kind.PASSED) {
        timeline.letThroughWrongly();
      }
      timeline.refused(fact.startMillis());
      return this;
    }
    if (timeline.wasIn(fact.named(), fact.startMillis(), fact.endMillis())) {
      return this;
    }
    long began = letThrough ? fact.startMillis() : fact.endMillis();
    timeline.halfOpen(began, fact.phase(), fact.named() == HALF_OPEN);
    if (letThrough) {
      timeline.probe(fact);
    }
    if (fact.named() == CLOSED) {
      timeline.close(fact.endMillis(), fact.phase(), true);
    }
    return TrackedState.of(timeline);
  }

  private TrackedState failedProbe(Fact fact, Timeline timeline) {
    if (fact.startMillis() - timeline.since() < SOONEST_PROBE_MILLIS
        || fact.crowded()
        || !timeline.streak.looksLike(fact)
        || timeline.wasIn(HALF_OPEN, fact.startMillis(), fact.endMillis())) {
      return this;
    }
    timeline.halfOpen(fact.startMillis(), fact.phase(), false);
    timeline.probe(fact);
    // Retries may follow the attempt that failed: the middle is never off by more than half.
    long reopened = fact.startMillis() + (fact.endMillis() - fact.startMillis()) / 2;
    timeline.open(reopened, fact.endMillis(), fact.phase(), false);
    return new OpenState(fact.endMillis());
  }

  @Override
  public TrackedState copy() {
    return this;
  }
}
