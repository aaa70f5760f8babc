package dev.aiendpoint.stats;

import dev.aiendpoint.exchange.CircuitState;
import dev.aiendpoint.sample.OperationClass;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * What a progress line shows: the time since the last look, and the run so far. Without CONTROL
 * samples. Immutable.
 *
 * @param seconds length of the interval
 * @param samples samples that ended in the interval
 * @param requestsPerSecond {@code samples} over {@code seconds}; 0 for an interval without length
 * @param p95Millis elapsed P95 of the successful samples of the interval, absent without any
 * @param samplesSoFar samples since the run began
 * @param errorsSoFar samples since the run began whose outcome is an error
 * @param cacheHitsSoFar answers from a cache since the run began
 * @param cacheLookupsSoFar answers that told hit or miss since the run began
 * @param operationsSoFar samples since the run began by operation class; only classes that occurred
 * @param users active threads when the latest sample ended
 * @param phase phase of the latest sample, empty when the plan has none
 * @param circuit state of the circuit behind the AI requests; UNKNOWN where nothing tells it
 */
public record IntervalSnapshot(
    double seconds,
    long samples,
    double requestsPerSecond,
    OptionalDouble p95Millis,
    long samplesSoFar,
    long errorsSoFar,
    long cacheHitsSoFar,
    long cacheLookupsSoFar,
    Map<OperationClass, Long> operationsSoFar,
    int users,
    String phase,
    CircuitState circuit) {

  public IntervalSnapshot {
    operationsSoFar = Map.copyOf(operationsSoFar);
  }
}
