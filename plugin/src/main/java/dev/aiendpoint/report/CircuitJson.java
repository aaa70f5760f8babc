package dev.aiendpoint.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.aiendpoint.circuit.CircuitReport;
import dev.aiendpoint.circuit.CircuitTransition;
import dev.aiendpoint.circuit.Opening;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Writes the {@code circuit} member of {@code verdict.json}. Figures of one opening are those of
 * the first; {@code failuresBeforeOpen} is what clients saw, a bound of what the breaker counted.
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
              node.put("failuresBeforeOpen", first.failures());
              put(node, "timeToOpenMs", first.timeToOpenMillis());
              put(node, "openForMs", first.openForMillis());
            });
    put(node, "timeToRecoverMs", circuit.timeToRecoverMillis());
    node.put("probes", circuit.probes());
    node.put("failedProbes", circuit.failedProbes());
    node.put("rejected", circuit.rejected());
    node.put("fallbackServed", circuit.fallbackServed());
    node.put("wronglyLetThrough", circuit.wronglyLetThrough());
    node.put("realFailures", circuit.realFailures());
    node.put("n", circuit.evidence());
    ArrayNode transitions = node.putArray("transitions");
    for (CircuitTransition transition : circuit.transitions()) {
      ObjectNode one = transitions.addObject();
      put(one, "atMs", figures.sinceStart(OptionalLong.of(transition.atMillis())));
      one.put("phase", transition.phase());
      one.put("from", transition.from().name());
      one.put("to", transition.to().name());
      one.put("evidence", transition.explicit() ? "explicit" : "inferred");
    }
    return node;
  }

  private static void put(ObjectNode node, String name, OptionalLong value) {
    value.ifPresent(known -> node.put(name, known));
  }
}
