package dev.aiendpoint.circuit;

import java.util.List;
import java.util.Optional;

/**
 * What is known of circuits besides the samples: the circuits that somebody watches with what is
 * said of them, and the AI provider's own log. A result file holds none of it.
 *
 * @param monitors in the order of the plan
 * @param providerLog absent when the provider keeps none, or nobody knows where
 */
public record CircuitFindings(List<MonitoredCircuit> monitors, Optional<ProviderLog> providerLog) {

  /** Nothing. */
  public static final CircuitFindings NONE = new CircuitFindings(List.of(), Optional.empty());

  public CircuitFindings {
    monitors = List.copyOf(monitors);
  }

  /**
   * What is said of a circuit beside what was seen of it; empty when nothing is said. The log holds
   * the calls of all circuits behind which the provider stands, so among several it tells of the
   * one behind all AI requests only.
   */
  public List<DeclaredPoint> points(MonitoredCircuit circuit) {
    boolean logIsOfIt = circuit.labels().isEmpty() || monitors.size() == 1;
    return circuit.points(logIsOfIt ? providerLog : Optional.empty());
  }

  /**
   * Failures before the first opening of the circuit behind all AI requests; empty while it never
   * opened.
   */
  public Optional<FailuresBeforeOpening> failuresBeforeOpening(CircuitReport all) {
    DeclaredCircuit declared =
        monitors.stream()
            .filter(monitor -> monitor.labels().isEmpty())
            .map(MonitoredCircuit::declared)
            .findFirst()
            .orElse(DeclaredCircuit.NONE);
    return new MonitoredCircuit("", List.of(), declared, all).failures(providerLog);
  }
}
