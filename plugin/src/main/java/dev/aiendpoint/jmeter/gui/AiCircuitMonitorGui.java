package dev.aiendpoint.jmeter.gui;

import dev.aiendpoint.circuit.CircuitReport;
import dev.aiendpoint.circuit.CircuitTransition;
import dev.aiendpoint.circuit.DeclaredPoint;
import dev.aiendpoint.circuit.MonitoredCircuit;
import dev.aiendpoint.jmeter.AiCircuitMonitor;
import dev.aiendpoint.jmeter.CircuitDisplay;
import java.awt.BorderLayout;
import java.awt.Dimension;
import java.awt.Font;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.swing.BorderFactory;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JSplitPane;
import javax.swing.JTable;
import javax.swing.SwingUtilities;
import javax.swing.table.DefaultTableModel;
import org.apache.jmeter.gui.UnsharedComponent;
import org.apache.jmeter.reporters.AbstractListenerElement;
import org.apache.jmeter.samplers.Clearable;
import org.apache.jmeter.samplers.SampleResult;
import org.apache.jmeter.testelement.TestElement;
import org.apache.jmeter.visualizers.Visualizer;
import org.apache.jmeter.visualizers.gui.AbstractListenerGui;

/** The form of {@link AiCircuitMonitor}: what is declared, and the circuit's life as it is seen. */
public final class AiCircuitMonitorGui extends AbstractListenerGui
    implements Visualizer, CircuitDisplay, Clearable, UnsharedComponent {

  private static final long serialVersionUID = 1L;
  private static final String ELEMENT = "AiCircuitMonitor";
  private static final int ROWS_SHOWN = 4;

  private final ElementForm form =
      new ElementForm(
          FormField.text(AiCircuitMonitor.LABELS, ""),
          FormField.number(AiCircuitMonitor.THRESHOLD, AiCircuitMonitor.DEFAULT_THRESHOLD),
          FormField.number(
              AiCircuitMonitor.WINDOW_SECONDS, AiCircuitMonitor.DEFAULT_WINDOW_SECONDS),
          FormField.number(AiCircuitMonitor.OPEN_SECONDS, AiCircuitMonitor.DEFAULT_OPEN_SECONDS),
          FormField.number(AiCircuitMonitor.PROBES, AiCircuitMonitor.DEFAULT_PROBES));
  private final JLabel summary = new JLabel();
  private final CircuitBands bands = new CircuitBands();
  private final DefaultTableModel transitions = model("at", "phase", "from", "to", "evidence");
  private final DefaultTableModel declared = model("point", "declared", "observed", "finding");

  /** Of the running test, or of the last one. */
  private transient volatile Runnable startAnew = () -> {};

  public AiCircuitMonitorGui() {
    setLayout(new BorderLayout(0, 8));
    setBorder(makeBorder());
    JPanel top = new JPanel(new BorderLayout(0, 8));
    top.add(ElementForm.titled(makeTitlePanel(), ELEMENT), BorderLayout.NORTH);
    top.add(form, BorderLayout.CENTER);
    add(top, BorderLayout.NORTH);
    add(results(), BorderLayout.CENTER);
    bindingGroup.addAll(form.bindings());
    showNothing();
  }

  private JPanel results() {
    summary.setName("summary");
    summary.setFont(summary.getFont().deriveFont(Font.BOLD));
    summary.setBorder(BorderFactory.createEmptyBorder(2, 0, 6, 0));
    JPanel seen = new JPanel(new BorderLayout(0, 4));
    seen.add(summary, BorderLayout.NORTH);
    seen.add(titled(bands, "bands"), BorderLayout.CENTER);
    JSplitPane tables =
        new JSplitPane(
            JSplitPane.VERTICAL_SPLIT,
            titled(table(transitions, "transitions"), "transitions"),
            titled(table(declared, "declared"), "declared"));
    tables.setResizeWeight(0.5);
    tables.setBorder(null);
    JPanel panel = new JPanel(new BorderLayout());
    panel.add(seen, BorderLayout.NORTH);
    panel.add(tables, BorderLayout.CENTER);
    return panel;
  }

  private static DefaultTableModel model(String... columns) {
    return new DefaultTableModel(
        Stream.of(columns).map(column -> Texts.get(ELEMENT + ".column." + column)).toArray(), 0) {
      private static final long serialVersionUID = 1L;

      @Override
      public boolean isCellEditable(int row, int column) {
        return false;
      }
    };
  }

  private static JScrollPane table(DefaultTableModel model, String name) {
    JTable table = new JTable(model);
    table.setName(name);
    table.setFillsViewportHeight(true);
    table.setShowVerticalLines(false);
    table.setRowHeight(table.getFontMetrics(table.getFont()).getHeight() + 6);
    table.setPreferredScrollableViewportSize(new Dimension(400, ROWS_SHOWN * table.getRowHeight()));
    return new JScrollPane(table);
  }

  private static JPanel titled(JComponent content, String name) {
    JPanel panel = new JPanel(new BorderLayout());
    panel.setBorder(BorderFactory.createTitledBorder(Texts.get(ELEMENT + "." + name)));
    panel.add(content, BorderLayout.CENTER);
    return panel;
  }

  @Override
  public void begin(Runnable startingAnew) {
    startAnew = startingAnew;
    SwingUtilities.invokeLater(this::showNothing);
  }

  @Override
  public void show(MonitoredCircuit circuit, long startMillis) {
    SwingUtilities.invokeLater(() -> showNow(circuit, startMillis));
  }

  private void showNow(MonitoredCircuit circuit, long startMillis) {
    CircuitReport report = circuit.report();
    bands.show(report, startMillis);
    summary.setText(summary(report));
    transitions.setRowCount(0);
    for (CircuitTransition one : report.transitions()) {
      transitions.addRow(
          new Object[] {
            String.format(Locale.ROOT, "%.1f s", (one.atMillis() - startMillis) / 1_000.0),
            one.phase(),
            one.from().name(),
            one.to().name(),
            Texts.get(ELEMENT + (one.explicit() ? ".explicit" : ".inferred"))
          });
    }
    declared.setRowCount(0);
    for (DeclaredPoint point : circuit.points(Optional.empty())) {
      declared.addRow(
          new Object[] {point.name(), point.declared(), point.observed(), point.finding().words()});
    }
  }

  private void showNothing() {
    bands.clear();
    transitions.setRowCount(0);
    declared.setRowCount(0);
    summary.setText(Texts.get(ELEMENT + ".nothing"));
  }

  private static String summary(CircuitReport report) {
    return report.isKnown()
        ? Texts.get(ELEMENT + ".summary")
            .replace("{0}", report.state().name())
            .replace("{1}", Integer.toString(report.opened(Set.of()).size()))
            .replace("{2}", Integer.toString(report.reopened(Set.of()).size()))
            .replace("{3}", Long.toString(report.rejected()))
            .replace("{4}", Long.toString(report.fallbackServed()))
            .replace("{5}", Long.toString(report.evidence()))
        : Texts.get(ELEMENT + ".nothing");
  }

  /** The circuit comes through {@link #show}, a few times a second, whatever the load. */
  @Override
  public void add(SampleResult sample) {
    // Nothing to do for a single sample.
  }

  @Override
  public boolean isStats() {
    return false;
  }

  /** JMeter's "Clear": what was seen is forgotten, and a running test is watched from here. */
  @Override
  public void clearData() {
    startAnew.run();
    showNothing();
  }

  @Override
  public String getStaticLabel() {
    return Texts.label(ELEMENT);
  }

  @Override
  public String getLabelResource() {
    return ELEMENT + ".label";
  }

  @Override
  public String getDocAnchor() {
    return Texts.anchor(ELEMENT);
  }

  @Override
  public TestElement makeTestElement() {
    return new AiCircuitMonitor();
  }

  @Override
  public void assignDefaultValues(TestElement element) {
    super.assignDefaultValues(element);
    form.assignDefaults(element);
  }

  @Override
  public void modifyTestElement(TestElement element) {
    super.modifyTestElement(element);
    if (element instanceof AbstractListenerElement listener) {
      listener.setListener(this);
    }
  }

  @Override
  public void clearGui() {
    super.clearGui();
    configure(createTestElement());
  }
}
