package dev.aiendpoint.advice;

import dev.aiendpoint.baseline.CircuitMetric;
import dev.aiendpoint.baseline.RunVerdict;
import dev.aiendpoint.circuit.CircuitReport;
import java.util.List;
import java.util.Set;

/** A baseline asks for an open circuit, and none was seen: was there anything to open it? */
final class CircuitNeverOpenedRule implements AdviceRule {

  @Override
  public List<Advice> apply(RunVerdict run) {
    CircuitReport circuit = run.figures().circuit();
    List<Missed> missed = Missed.of(run, metric -> metric instanceof CircuitMetric);
    if (missed.isEmpty() || circuit.evidence() == 0 || !circuit.openings(Set.of()).isEmpty()) {
      return List.of();
    }
    String evidence =
        missed.get(0).words()
            + "; "
            + circuit.realFailures()
            + " real failures among "
            + circuit.evidence()
            + " requests that told anything";
    return List.of(
        circuit.realFailures() == 0
            ? new Advice(
                "The circuit never opened, and nothing failed that could have opened it.",
                evidence,
                "Raise the load or induce the fault (circuit-breaker plan): this run says nothing"
                    + " about the breaker.")
            : new Advice(
                "The circuit never opened although requests failed.",
                evidence,
                "Check that the breaker is on, that it counts these failures, and that its"
                    + " threshold is reached within its window."));
  }
}
