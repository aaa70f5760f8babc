package dev.aiendpoint.report.page;

import dev.aiendpoint.baseline.RunVerdict;
import dev.aiendpoint.circuit.CircuitReport;
import dev.aiendpoint.circuit.CircuitTransition;
import dev.aiendpoint.circuit.DeclaredPoint;
import dev.aiendpoint.circuit.MonitoredCircuit;
import dev.aiendpoint.report.CircuitLine;
import dev.aiendpoint.report.RunFigures;
import dev.aiendpoint.report.page.Page.Cell;
import dev.aiendpoint.report.page.Page.Column;
import dev.aiendpoint.report.picture.CircuitPicture;
import java.util.ArrayList;
import java.util.List;

/** The circuit's life with its evidence. */
final class CircuitSection implements Section {

  private static final int SHOWN = 40;

  @Override
  public void write(Page page, RunVerdict run, RunFigures figures) {
    page.section("circuit", "Circuit breaker");
    CircuitReport circuit = figures.circuit();
    if (circuit.evidence() == 0) {
      page.nothing("No AI request told anything of a circuit breaker.");
    } else {
      page.html().element("p", CircuitLine.of(figures));
      if (!run.figures().timeSeries().isEmpty()) {
        page.picture(new CircuitPicture(run));
      }
      if (circuit.transitions().isEmpty()) {
        page.nothing("No change of its state was seen.");
      } else {
        transitions(page, run, circuit);
      }
      run.figures().circuitFindings().monitors().forEach(monitor -> declared(page, run, monitor));
    }
    page.endSection();
  }

  /** What is said of a circuit beside what was seen of it. */
  private static void declared(Page page, RunVerdict run, MonitoredCircuit monitor) {
    List<DeclaredPoint> points = run.figures().circuitFindings().points(monitor);
    if (!points.isEmpty()) {
      page.html().element("h3", monitor.name() + ": declared against observed");
      page.table(
          List.of(
              Column.words("Point"),
              Column.words("Declared"),
              Column.words("Observed"),
              Column.words("Finding")),
          points.stream()
              .map(
                  point ->
                      List.of(
                          Cell.of(point.name()),
                          Cell.of(point.declared()),
                          Cell.of(point.observed()),
                          Cell.of(point.finding().words())))
              .toList());
    }
  }

  private static void transitions(Page page, RunVerdict run, CircuitReport circuit) {
    List<List<Cell>> rows = new ArrayList<>();
    for (CircuitTransition one :
        circuit.transitions().subList(0, Math.min(SHOWN, circuit.transitions().size()))) {
      double seconds = (one.atMillis() - run.startedAt().toEpochMilli()) / 1000.0;
      rows.add(
          List.of(
              Cell.of(String.format(java.util.Locale.ROOT, "%.1f s", seconds)),
              Cell.of(one.phase().isEmpty() ? "-" : one.phase()),
              Cell.of(one.from() + " → " + one.to()),
              Cell.of(one.explicit() ? "told by an answer" : "inferred from how requests ended")));
    }
    page.table(
        List.of(
            Column.number("At"),
            Column.words("Phase"),
            Column.words("Change"),
            Column.words("Evidence")),
        rows);
    if (circuit.transitions().size() > SHOWN) {
      page.nothing("and " + (circuit.transitions().size() - SHOWN) + " more changes.");
    }
  }
}
