package dev.aiendpoint.circuit;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One circuit that somebody watches.
 *
 * @param name what the watcher is called
 * @param labels label patterns of the endpoints that share it; empty for all AI requests
 * @param declared how it is said to be set
 * @param report what was seen of it
 */
public record MonitoredCircuit(
    String name, List<String> labels, DeclaredCircuit declared, CircuitReport report) {

  public MonitoredCircuit {
    labels = List.copyOf(labels);
  }

  /**
   * What is said beside what was seen; empty when nothing is said.
   *
   * @param log the provider's log, when there is one
   */
  public List<DeclaredPoint> points(Optional<ProviderLog> log) {
    // Calls of other endpoints, past other breakers, are in the same log.
    return new DeclaredComparison(
            declared, report, failures(log), labels.isEmpty() ? log : Optional.empty())
        .points();
  }

  /** Failures before the first opening; empty while it never opened. */
  public Optional<FailuresBeforeOpening> failures(Optional<ProviderLog> log) {
    return report.opened(Set.of()).stream()
        .findFirst()
        .map(
            opening ->
                log.map(known -> FailuresBeforeOpening.of(known, opening, declared.failures()))
                    .orElseGet(() -> FailuresBeforeOpening.ofClients(opening)));
  }
}
