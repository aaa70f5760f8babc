package dev.aiendpoint.stats;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What only a live run knows of a sample: no column of a result file holds it.
 *
 * @param gapsNanos time between content events, nanoseconds; only read
 * @param fromIntendedMillis elapsed counted from the intended start of the arrival that the request
 *     began; empty for every other request
 * @param tokenSource where the output tokens come from; empty when they are unknown
 * @param chunks content events of a streamed answer, 0 for any other
 */
public record LiveFacts(
    long[] gapsNanos,
    OptionalDouble fromIntendedMillis,
    Optional<TokenSource> tokenSource,
    int chunks) {

  /** Nothing but what the sample itself says. */
  public static final LiveFacts NONE = ofGaps(new long[0]);

  public static LiveFacts ofGaps(long[] gapsNanos) {
    return new LiveFacts(gapsNanos, OptionalDouble.empty(), Optional.empty(), 0);
  }

  public LiveFacts withFromIntended(OptionalDouble millis) {
    return new LiveFacts(gapsNanos, millis, tokenSource, chunks);
  }
}
