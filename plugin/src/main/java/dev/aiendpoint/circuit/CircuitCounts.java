package dev.aiendpoint.circuit;

import java.util.List;

/** How many requests told what. Not for several threads. */
final class CircuitCounts {

  private long evidence;
  private long realFailures;
  private long rejected;
  private long fallbackServed;
  private long lastMillis;

  CircuitCounts() {}

  CircuitCounts(CircuitCounts other) {
    evidence = other.evidence;
    realFailures = other.realFailures;
    rejected = other.rejected;
    fallbackServed = other.fallbackServed;
    lastMillis = other.lastMillis;
  }

  void add(Fact fact, Evidence source) {
    evidence++;
    lastMillis = Math.max(lastMillis, fact.endMillis());
    switch (source.kind()) {
      case FALLBACK -> fallbackServed++;
      case REJECTED -> rejected++;
      case ERROR, BROKEN, GENERATED, READING -> {}
    }
    // A bare error is a failure to the client, whatever stands behind it.
    if (fact.kind() == Fact.Kind.FAILED && source.kind() != Evidence.Kind.REJECTED
        || source.kind() == Evidence.Kind.ERROR && fact.kind() != Fact.Kind.FAILED) {
      realFailures++;
    }
  }

  CircuitReport report(Timeline timeline) {
    boolean complete = timeline.dropped() == 0;
    List<Opening> openings =
        complete ? new OpenTimeFit(timeline.openings()).fitted() : timeline.openings();
    return new CircuitReport(
        timeline.initial(),
        complete ? OpenTimeFit.moved(timeline.transitions(), openings) : timeline.transitions(),
        openings,
        evidence,
        realFailures,
        timeline.probes(),
        timeline.failedProbes(),
        rejected,
        fallbackServed,
        timeline.wronglyLetThrough(),
        timeline.probesAtOnce(),
        timeline.streak.longest(),
        lastMillis);
  }
}
