package dev.aiendpoint.report;

import static dev.aiendpoint.report.FigureFormat.counted;

import dev.aiendpoint.circuit.CircuitReport;
import dev.aiendpoint.circuit.CircuitTransition;
import dev.aiendpoint.circuit.Opening;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;

/** Says in one line what became of the circuit. */
public final class CircuitLine {

  private static final int SHOWN = 6;

  private CircuitLine() {}

  public static String of(RunFigures figures) {
    CircuitReport circuit = figures.circuit();
    List<String> parts = new ArrayList<>();
    parts.add(circuit.state() + " (n = " + circuit.evidence() + ")");
    List<Opening> opened = circuit.opened(Set.of());
    if (opened.isEmpty()) {
      parts.add(
          "never seen to open, "
              + counted(circuit.realFailures(), "real failure", "real failures"));
    } else {
      parts.add(openings(opened, circuit.reopened(Set.of()).size()));
    }
    if (circuit.probes() > 0) {
      parts.add(
          counted(circuit.probes(), "probe", "probes") + ", " + circuit.failedProbes() + " failed");
    }
    if (circuit.rejected() + circuit.fallbackServed() > 0) {
      parts.add(circuit.rejected() + " refused, " + circuit.fallbackServed() + " fallback");
    }
    if (!circuit.transitions().isEmpty()) {
      parts.add(transitions(figures));
    }
    return String.join("; ", parts);
  }

  private static String openings(List<Opening> opened, int reopened) {
    Opening first = opened.get(0);
    StringBuilder text = new StringBuilder("opened ");
    text.append(counted(opened.size(), "time", "times"));
    if (reopened > 0) {
      text.append(" and ").append(reopened).append(" again after a failed probe");
    }
    text.append(", first after ").append(counted(first.failures(), "failure", "failures"));
    text.append(" that clients saw");
    OptionalLong openFor = first.openForMillis();
    if (openFor.isPresent()) {
      text.append(", for ").append(FigureFormat.millis(OptionalDouble.of(openFor.getAsLong())));
    }
    return text.toString();
  }

  private static String transitions(RunFigures figures) {
    List<CircuitTransition> all = figures.circuit().transitions();
    StringBuilder text = new StringBuilder(all.get(0).from().name());
    for (CircuitTransition one : all.subList(0, Math.min(SHOWN, all.size()))) {
      long millis = figures.sinceStart(OptionalLong.of(one.atMillis())).getAsLong();
      text.append(" > ").append(one.to()).append(' ');
      text.append(FigureFormat.clock(Math.max(0, millis) / 1000));
      text.append(one.explicit() ? "" : " (inferred)");
    }
    return text + (all.size() > SHOWN ? " > ..." : "");
  }
}
