package dev.aiendpoint.circuit;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** How many requests told what. Not for several threads. */
final class CircuitCounts {

  private final Map<String, CircuitReport.Told> told;
  private long evidence;
  private long named;
  private long realFailures;
  private long rejected;
  private long fallbackServed;
  private long lastMillis;

  CircuitCounts() {
    told = new HashMap<>();
  }

  CircuitCounts(CircuitCounts other) {
    told = new HashMap<>(other.told);
    evidence = other.evidence;
    named = other.named;
    realFailures = other.realFailures;
    rejected = other.rejected;
    fallbackServed = other.fallbackServed;
    lastMillis = other.lastMillis;
  }

  void add(Fact fact, Evidence source) {
    evidence++;
    lastMillis = Math.max(lastMillis, fact.endMillis());
    named += fact.isNamed() ? 1 : 0;
    if (fact.isNamed() || fact.kind() != Fact.Kind.NONE) {
      told.merge(fact.phase(), new CircuitReport.Told(1, fact.atMillis()), CircuitCounts::together);
    }
    switch (source.kind()) {
      case FALLBACK -> fallbackServed++;
      case REJECTED -> rejected++;
      case ERROR, BROKEN, GENERATED, READING -> {}
    }
    // A bare error is a failure to the client, whatever stands behind it.
    if (fact.kind() == Fact.Kind.FAILED || source.kind() == Evidence.Kind.ERROR) {
      realFailures++;
    }
  }

  private static CircuitReport.Told together(CircuitReport.Told a, CircuitReport.Told b) {
    return new CircuitReport.Told(
        a.requests() + b.requests(), Math.min(a.firstMillis(), b.firstMillis()));
  }

  CircuitReport report(Timeline timeline) {
    boolean complete = timeline.dropped() == 0;
    List<Opening> openings =
        complete ? new OpenTimeFit(timeline.openings()).fitted() : timeline.openings();
    return new CircuitReport(
        timeline.initial(),
        timeline.initialAt(),
        complete ? OpenTimeFit.moved(timeline.transitions(), openings) : timeline.transitions(),
        openings,
        evidence,
        told,
        realFailures,
        timeline.probes(),
        timeline.failedProbes(),
        rejected,
        fallbackServed,
        named == 0 ? OptionalLong.empty() : OptionalLong.of(timeline.wronglyLetThrough()),
        timeline.probesAtOnce(),
        timeline.streak.longest(),
        lastMillis);
  }
}
