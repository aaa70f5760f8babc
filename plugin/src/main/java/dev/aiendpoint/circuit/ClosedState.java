package dev.aiendpoint.circuit;

import static dev.aiendpoint.exchange.CircuitState.CLOSED;
import static dev.aiendpoint.exchange.CircuitState.HALF_OPEN;
import static dev.aiendpoint.exchange.CircuitState.OPEN;

/**
 * CLOSED: requests are let through. It opens when an answer says so; or when, after real failures,
 * several requests in a row are refused fast and none that began among them was let through. Fast
 * refusals that no real failure came before may be instant errors as well: then nobody can tell.
 */
final class ClosedState implements TrackedState {

  /** Refusals in a row that no chance explains. */
  static final int REFUSALS_NEEDED = 3;

  private final long since;
  private int refusals;
  private long firstRefusalStart;
  private long firstRefusalEnd;
  private String firstRefusalPhase = "";

  ClosedState(long since) {
    this.since = since;
  }

  @Override
  public TrackedState on(Fact fact, Timeline timeline) {
    if (fact.isNamed()) {
      return onNamed(fact, timeline);
    }
    switch (fact.kind()) {
      case PASSED -> {
        refusals = 0;
        timeline.letThrough(fact.startMillis());
        timeline.streak.passed();
      }
      case FAILED -> {
        if (fact.crowded() && !timeline.streak.looksLike(fact)) {
          return this;
        }
        refusals = 0;
        // A probe that was let through beside the one that succeeded is no new failure.
        if (fact.beganAfter(since)) {
          timeline.letThrough(fact.startMillis());
          timeline.streak.failed(fact);
        }
      }
      case REJECTED -> {
        if (fact.beganAfter(since)) {
          timeline.open(fact.endMillis(), fact.endMillis(), fact.phase(), true);
          return new OpenState(fact.endMillis());
        }
      }
      case REFUSED -> {
        if (fact.beganAfter(since)) {
          return onRefusal(fact, timeline);
        }
      }
      case NONE -> {}
    }
    return this;
  }

  private TrackedState onRefusal(Fact fact, Timeline timeline) {
    if (refusals == 0) {
      firstRefusalStart = fact.startMillis();
      firstRefusalEnd = fact.endMillis();
      firstRefusalPhase = fact.phase();
    }
    refusals++;
    if (refusals < REFUSALS_NEEDED) {
      return this;
    }
    if (!timeline.streak.reaches(firstRefusalStart)) {
      timeline.lose(firstRefusalStart, firstRefusalPhase);
      return new UnknownState();
    }
    timeline.open(opening(timeline), firstRefusalEnd, firstRefusalPhase, false);
    return new OpenState(firstRefusalEnd);
  }

  /** A failure opens a circuit: the latest one's end, else the middle of the time in question. */
  private long opening(Timeline timeline) {
    long from = timeline.notOpenUntil(firstRefusalStart);
    return timeline
        .streak
        .latestEnd(from, firstRefusalStart)
        .orElse(from + (firstRefusalStart - from) / 2);
  }

  private TrackedState onNamed(Fact fact, Timeline timeline) {
    if (fact.named() == CLOSED) {
      timeline.confirm(CLOSED);
      timeline.letThrough(fact.endMillis());
      if (fact.kind() == Fact.Kind.PASSED) {
        timeline.streak.passed();
      }
    }
    if (fact.kind() == Fact.Kind.FAILED && fact.beganAfter(since)) {
      timeline.streak.failed(fact);
    }
    if (timeline.wasIn(fact.named(), fact.startMillis(), fact.endMillis())) {
      return this;
    }
    timeline.open(fact.endMillis(), fact.endMillis(), fact.phase(), fact.named() == OPEN);
    if (fact.named() == HALF_OPEN) {
      timeline.halfOpen(fact.endMillis(), fact.phase(), true);
      return new HalfOpenState(fact.endMillis());
    }
    return new OpenState(fact.endMillis());
  }

  @Override
  public TrackedState copy() {
    ClosedState copy = new ClosedState(since);
    copy.refusals = refusals;
    copy.firstRefusalStart = firstRefusalStart;
    copy.firstRefusalEnd = firstRefusalEnd;
    copy.firstRefusalPhase = firstRefusalPhase;
    return copy;
  }
}
