package dev.aiendpoint.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.aiendpoint.circuit.CircuitFindings;
import dev.aiendpoint.circuit.CircuitReport;
import dev.aiendpoint.circuit.CircuitTransition;
import dev.aiendpoint.circuit.DeclaredPoint;
import dev.aiendpoint.circuit.FailuresBeforeOpening;
import dev.aiendpoint.circuit.MonitoredCircuit;
import dev.aiendpoint.circuit.Opening;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Writes the {@code circuit} member of {@code verdict.json}. Figures of one opening are those of
 * the first; {@code failuresBeforeOpenSource} says whether {@code failuresBeforeOpen} was counted
 * by the provider or is the bound that clients saw. Where the provider's log leaves a choice there
 * is no such number, only the least and the most.
 */
final class CircuitJson {

  private CircuitJson() {}

  static ObjectNode of(RunFigures figures) {
    CircuitReport circuit = figures.circuit();
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("state", circuit.state().name());
    List<Opening> opened = circuit.opened(Set.of());
    node.put("opened", opened.size());
    node.put("reopened", circuit.reopened(Set.of()).size());
    opened.stream()
        .findFirst()
        .ifPresent(
            first -> {
              failures(node, figures);
              put(node, "timeToOpenMs", first.timeToOpenMillis());
              put(node, "openForMs", first.openForMillis());
            });
    put(node, "timeToRecoverMs", circuit.timeToRecoverMillis());
    node.put("probes", circuit.probes());
    node.put("failedProbes", circuit.failedProbes());
    node.put("rejected", circuit.rejected());
    node.put("fallbackServed", circuit.fallbackServed());
    put(node, "wronglyLetThrough", circuit.wronglyLetThrough());
    node.put("realFailures", circuit.realFailures());
    node.put("n", circuit.evidence());
    transitions(node, circuit, figures);
    monitors(node, figures);
    return node;
  }

  private static void transitions(ObjectNode node, CircuitReport circuit, RunFigures figures) {
    ArrayNode transitions = node.putArray("transitions");
    for (CircuitTransition transition : circuit.transitions()) {
      ObjectNode one = transitions.addObject();
      put(one, "atMs", figures.sinceStart(OptionalLong.of(transition.atMillis())));
      one.put("phase", transition.phase());
      one.put("from", transition.from().name());
      one.put("to", transition.to().name());
      one.put("evidence", transition.explicit() ? "explicit" : "inferred");
    }
  }

  /** What the breaker counted, as far as anybody can tell, and who says so. */
  private static void failures(ObjectNode node, RunFigures figures) {
    figures
        .circuitFindings()
        .failuresBeforeOpening(figures.circuit())
        .ifPresent(
            failures -> {
              put(node, "failuresBeforeOpen", failures.count());
              node.put("failuresBeforeOpenSource", failures.source().words());
              if (failures.source() == FailuresBeforeOpening.Source.PROVIDER_LOG) {
                node.put("failuresBeforeOpenLeast", failures.least());
                put(node, "failuresBeforeOpenMost", failures.most());
                put(node, "failuresInFlight", failures.inFlight());
              }
            });
  }

  /** The circuits that somebody watches, with what is said of them beside what was seen. */
  private static void monitors(ObjectNode node, RunFigures figures) {
    CircuitFindings findings = figures.circuitFindings();
    if (findings.monitors().isEmpty()) {
      return;
    }
    ArrayNode monitors = node.putArray("monitors");
    for (MonitoredCircuit circuit : findings.monitors()) {
      ObjectNode one = monitors.addObject();
      one.put("name", circuit.name());
      circuit.labels().forEach(one.putArray("labels")::add);
      one.put("state", circuit.report().state().name());
      one.put("opened", circuit.report().opened(Set.of()).size());
      one.put("n", circuit.report().evidence());
      ArrayNode declared = one.putArray("declared");
      for (DeclaredPoint point : findings.points(circuit)) {
        declared
            .addObject()
            .put("name", point.name())
            .put("declared", point.declared())
            .put("observed", point.observed())
            .put("finding", point.finding().words());
      }
      transitions(one, circuit.report(), figures);
    }
  }

  private static void put(ObjectNode node, String name, OptionalLong value) {
    value.ifPresent(known -> node.put(name, known));
  }
}
