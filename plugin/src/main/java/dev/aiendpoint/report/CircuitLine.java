package dev.aiendpoint.report;

import static dev.aiendpoint.report.FigureFormat.counted;

import dev.aiendpoint.circuit.CircuitFindings;
import dev.aiendpoint.circuit.CircuitReport;
import dev.aiendpoint.circuit.CircuitTransition;
import dev.aiendpoint.circuit.DeclaredPoint;
import dev.aiendpoint.circuit.MonitoredCircuit;
import dev.aiendpoint.circuit.Opening;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

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
      parts.add(openings(opened, circuit.reopened(Set.of()).size(), figures));
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

  private static String openings(List<Opening> opened, int reopened, RunFigures figures) {
    Opening first = opened.get(0);
    StringBuilder text = new StringBuilder("opened ");
    text.append(counted(opened.size(), "time", "times"));
    if (reopened > 0) {
      text.append(" and ").append(reopened).append(" again after a failed probe");
    }
    text.append(", first after ").append(failures(figures));
    OptionalLong openFor = first.openForMillis();
    if (openFor.isPresent()) {
      text.append(", for ").append(FigureFormat.millis(OptionalDouble.of(openFor.getAsLong())));
    }
    return text.toString();
  }

  private static String failures(RunFigures figures) {
    return figures
        .circuitFindings()
        .failuresBeforeOpening(figures.circuit())
        .map(
            failures ->
                failures.words(
                    failures.count().isPresent() && failures.count().getAsLong() == 1
                        ? "failure"
                        : "failures"))
        .orElse("no failure that anybody saw");
  }

  /** What is said of each watched circuit, beside what was seen of it. */
  static List<String> declared(RunFigures figures) {
    List<String> lines = new ArrayList<>();
    CircuitFindings findings = figures.circuitFindings();
    for (MonitoredCircuit circuit : findings.monitors()) {
      List<DeclaredPoint> points = findings.points(circuit);
      if (!points.isEmpty()) {
        String whose = circuit.labels().isEmpty() ? "" : String.join(", ", circuit.labels()) + ": ";
        lines.add(
            whose
                + points.stream()
                    .map(
                        point ->
                            point.name()
                                + " "
                                + point.declared()
                                + ": "
                                + point.finding().words()
                                + " ("
                                + point.observed()
                                + ")")
                    .collect(Collectors.joining("; ")));
      }
    }
    return lines;
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
