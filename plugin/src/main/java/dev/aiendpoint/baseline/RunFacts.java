package dev.aiendpoint.baseline;

import java.time.Instant;
import java.util.List;

/**
 * What a verdict tells of a run besides its figures.
 *
 * @param target what was tested
 * @param startedAt start of the run
 * @param endedAt end of the run
 * @param currency currency of costs, empty when the profile has no prices
 * @param events what ended the run early or disturbed it; become the first reasons
 * @param origin how the run came about
 */
public record RunFacts(
    String target,
    Instant startedAt,
    Instant endedAt,
    String currency,
    List<String> events,
    RunOrigin origin) {

  public RunFacts {
    events = List.copyOf(events);
  }

  /** A run of which nobody knows how it came about. */
  public RunFacts(
      String target, Instant startedAt, Instant endedAt, String currency, List<String> events) {
    this(target, startedAt, endedAt, currency, events, RunOrigin.UNKNOWN);
  }
}
