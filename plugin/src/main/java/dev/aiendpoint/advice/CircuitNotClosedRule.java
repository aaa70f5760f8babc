package dev.aiendpoint.advice;

import dev.aiendpoint.baseline.RunVerdict;
import dev.aiendpoint.circuit.CircuitReport;
import dev.aiendpoint.exchange.CircuitState;
import java.util.List;
import java.util.Set;

/** A circuit that opened and was not seen to close again. */
final class CircuitNotClosedRule implements AdviceRule {

  @Override
  public List<Advice> apply(RunVerdict run) {
    CircuitReport circuit = run.figures().circuit();
    if (circuit.openings(Set.of()).isEmpty() || circuit.state() == CircuitState.CLOSED) {
      return List.of();
    }
    return List.of(
        new Advice(
            "The circuit opened and was " + circuit.state() + " when the run ended.",
            circuit.probes()
                + " probes, "
                + circuit.failedProbes()
                + " failed; n = "
                + circuit.evidence(),
            circuit.probes() == 0
                ? "Give it time and requests after its open time, or check that it lets a probe"
                    + " through at all."
                : "Check whether the service behind it had recovered; if it had, the breaker does"
                    + " not close as it should."));
  }
}
