package dev.aiendpoint.jmeter.gui;

import dev.aiendpoint.circuit.CircuitReport;
import dev.aiendpoint.circuit.CircuitTransition;
import dev.aiendpoint.circuit.DeclaredPoint;
import dev.aiendpoint.circuit.MonitoredCircuit;
import dev.aiendpoint.jmeter.AiCircuitMonitor;
import dev.aiendpoint.jmeter.CircuitDisplay;
import java.awt.BorderLayout;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JSplitPane;
import javax.swing.JTable;
import javax.swing.SwingUtilities;
import javax.swing.table.DefaultTableModel;

/** The form of {@link AiCircuitMonitor}: what is declared, and the circuit's life as it is seen. */
public final class AiCircuitMonitorGui extends LiveListenerGui implements CircuitDisplay {

  private static final long serialVersionUID = 1L;
  private static final int ROWS_SHOWN = 4;

  private final CircuitBands bands = new CircuitBands();
  private final DefaultTableModel transitions = model("at", "phase", "from", "to", "evidence");
  private final DefaultTableModel declared = model("point", "declared", "observed", "finding");

  public AiCircuitMonitorGui() {
    super(
        AiCircuitMonitor::new,
        FormField.text(AiCircuitMonitor.LABELS, ""),
        FormField.number(AiCircuitMonitor.THRESHOLD, AiCircuitMonitor.DEFAULT_THRESHOLD),
        FormField.number(AiCircuitMonitor.WINDOW_SECONDS, AiCircuitMonitor.DEFAULT_WINDOW_SECONDS),
        FormField.number(AiCircuitMonitor.OPEN_SECONDS, AiCircuitMonitor.DEFAULT_OPEN_SECONDS),
        FormField.number(AiCircuitMonitor.PROBES, AiCircuitMonitor.DEFAULT_PROBES));
    JSplitPane tables =
        new JSplitPane(
            JSplitPane.VERTICAL_SPLIT,
            titled(table(transitions, "transitions"), "transitions"),
            titled(table(declared, "declared"), "declared"));
    tables.setResizeWeight(0.5);
    tables.setBorder(null);
    JPanel more = new JPanel(new BorderLayout());
    more.add(titled(bands, "bands"), BorderLayout.NORTH);
    more.add(tables, BorderLayout.CENTER);
    addResults(more);
  }

  private DefaultTableModel model(String... columns) {
    return new DefaultTableModel(
        Stream.of(columns).map(column -> text("column." + column)).toArray(), 0) {
      private static final long serialVersionUID = 1L;

      @Override
      public boolean isCellEditable(int row, int column) {
        return false;
      }
    };
  }

  private static JScrollPane table(DefaultTableModel model, String name) {
    return scrolled(new JTable(model), name, ROWS_SHOWN);
  }

  @Override
  public void show(MonitoredCircuit circuit, long startMillis) {
    SwingUtilities.invokeLater(() -> showNow(circuit, startMillis));
  }

  private void showNow(MonitoredCircuit circuit, long startMillis) {
    CircuitReport report = circuit.report();
    bands.show(report, startMillis);
    summarise(summary(report));
    transitions.setRowCount(0);
    for (CircuitTransition one : report.transitions()) {
      transitions.addRow(
          new Object[] {
            String.format(Locale.ROOT, "%.1f s", (one.atMillis() - startMillis) / 1_000.0),
            one.phase(),
            one.from().name(),
            one.to().name(),
            text(one.explicit() ? "explicit" : "inferred")
          });
    }
    declared.setRowCount(0);
    for (DeclaredPoint point : circuit.points(Optional.empty())) {
      declared.addRow(
          new Object[] {point.name(), point.declared(), point.observed(), point.finding().words()});
    }
  }

  @Override
  void clearResults() {
    bands.clear();
    transitions.setRowCount(0);
    declared.setRowCount(0);
  }

  private String summary(CircuitReport report) {
    return report.isKnown()
        ? text("summary")
            .replace("{0}", report.state().name())
            .replace("{1}", Integer.toString(report.opened(Set.of()).size()))
            .replace("{2}", Integer.toString(report.reopened(Set.of()).size()))
            .replace("{3}", Long.toString(report.rejected()))
            .replace("{4}", Long.toString(report.fallbackServed()))
            .replace("{5}", Long.toString(report.evidence()))
        : text("nothing");
  }
}
