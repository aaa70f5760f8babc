package dev.aiendpoint.circuit;

import dev.aiendpoint.exchange.CircuitState;
import java.util.ArrayList;
import java.util.List;

/**
 * Narrows down when a circuit opened by what all its openings have in common: a breaker stays open
 * for the same time each time. Requests bound each opening and each end of it; so each gives bounds
 * for that time, and all together give closer bounds for each opening. Where they contradict each
 * other the time is no constant, and everything stays as it is.
 */
final class OpenTimeFit {

  /** Clocks and networks between a request and the breaker. */
  private static final long SLACK_MILLIS = 20;

  /** Bounds so close that their middle is better than any other guess. */
  private static final long CLOSE_MILLIS = 200;

  private final List<Opening> openings;
  private long shortest;
  private long longest = Long.MAX_VALUE;

  OpenTimeFit(List<Opening> openings) {
    this.openings = openings;
    for (Opening opening : openings) {
      if (opening.untilMillis().isPresent()) {
        shortest =
            Math.max(shortest, opening.stillOpenMillis() - opening.notAfterMillis() - SLACK_MILLIS);
        longest =
            Math.min(
                longest,
                opening.untilMillis().getAsLong() - opening.notBeforeMillis() + SLACK_MILLIS);
      }
    }
  }

  /** The openings, narrowed down. */
  List<Opening> fitted() {
    if (shortest > longest) {
      return openings;
    }
    return openings.stream().map(opening -> opening.at(moment(opening))).toList();
  }

  private long moment(Opening opening) {
    if (opening.untilMillis().isEmpty()) {
      return opening.atMillis();
    }
    long from = Math.max(opening.notBeforeMillis(), opening.stillOpenMillis() - longest);
    long to = Math.min(opening.notAfterMillis(), opening.untilMillis().getAsLong() - shortest);
    if (from > to) {
      return opening.atMillis();
    }
    // A named state is seen soon after the change; of an inferred one only the bounds are known.
    boolean inside = opening.atMillis() >= from && opening.atMillis() <= to;
    return opening.explicit() || inside && to - from > CLOSE_MILLIS
        ? Math.max(from, Math.min(to, opening.atMillis()))
        : from + (to - from) / 2;
  }

  /** The transitions with the moments of the openings, of which there is one for each to OPEN. */
  static List<CircuitTransition> moved(
      List<CircuitTransition> transitions, List<Opening> openings) {
    List<CircuitTransition> moved = new ArrayList<>();
    int next = 0;
    for (CircuitTransition transition : transitions) {
      moved.add(
          transition.to() == CircuitState.OPEN
              ? transition.at(openings.get(next++).atMillis())
              : transition);
    }
    return moved;
  }
}
