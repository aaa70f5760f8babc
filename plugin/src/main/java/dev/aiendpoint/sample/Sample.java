package dev.aiendpoint.sample;

import dev.aiendpoint.exchange.CacheStatus;
import dev.aiendpoint.exchange.CircuitEvidence;
import dev.aiendpoint.exchange.Outcome;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * One finished sample with everything a verdict may depend on: exactly what a JTL row holds, so
 * that a live run and its result file lead to the same figures. Latencies in milliseconds.
 *
 * @param label sample label; its first word is the operation class
 * @param startMillis wall-clock start, epoch milliseconds
 * @param elapsedMillis JMeter's elapsed
 * @param success JMeter's success flag
 * @param responseCode HTTP status or JMeter's text for none; empty when unknown
 * @param message failure message, empty on success
 * @param allThreads active threads of the run when the sample ended
 * @param phase name of the phase in which the sample started, empty when the plan has none
 * @param outcome how it ended
 * @param cache cache status
 * @param circuit circuit evidence
 * @param ttftMillis time to first token
 * @param tpotMillis time per output token
 * @param iclMaxMillis the request's largest inter-chunk latency
 * @param tokensIn input tokens
 * @param tokensOut output tokens
 * @param cost price of the request in the profile's currency
 */
public record Sample(
    String label,
    long startMillis,
    long elapsedMillis,
    boolean success,
    String responseCode,
    String message,
    int allThreads,
    String phase,
    Outcome outcome,
    CacheStatus cache,
    CircuitEvidence circuit,
    OptionalDouble ttftMillis,
    OptionalDouble tpotMillis,
    OptionalDouble iclMaxMillis,
    OptionalLong tokensIn,
    OptionalLong tokensOut,
    OptionalDouble cost) {

  public OperationClass operation() {
    return OperationClass.ofLabel(label);
  }

  /**
   * The sample as it counts: one that JMeter failed although the service served it did not hold an
   * assertion of the plan. The one place of that rule.
   */
  public Sample normalised() {
    return success || !outcome.isSuccess() ? this : withOutcome(Outcome.ASSERTION_FAILED);
  }

  public Sample withOutcome(Outcome other) {
    return new Sample(
        label,
        startMillis,
        elapsedMillis,
        success,
        responseCode,
        message,
        allThreads,
        phase,
        other,
        cache,
        circuit,
        ttftMillis,
        tpotMillis,
        iclMaxMillis,
        tokensIn,
        tokensOut,
        cost);
  }

  public long endMillis() {
    return startMillis + elapsedMillis;
  }
}
