package dev.aiendpoint.jmeter.gui;

import dev.aiendpoint.jmeter.LiveDisplay;
import java.awt.BorderLayout;
import java.awt.Dimension;
import java.awt.Font;
import java.util.function.Supplier;
import javax.swing.BorderFactory;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTable;
import javax.swing.SwingUtilities;
import org.apache.jmeter.gui.UnsharedComponent;
import org.apache.jmeter.reporters.AbstractListenerElement;
import org.apache.jmeter.samplers.Clearable;
import org.apache.jmeter.samplers.SampleResult;
import org.apache.jmeter.testelement.TestElement;
import org.apache.jmeter.visualizers.Visualizer;

/** The form of a listener that shows a running test: a summary, and below it what tells more. */
abstract class LiveListenerGui extends ElementGui
    implements Visualizer, LiveDisplay, Clearable, UnsharedComponent {

  private static final long serialVersionUID = 1L;

  private final JLabel summary = new JLabel();

  /** Of the running test, or of the last one. */
  private transient volatile Runnable startAnew = () -> {};

  LiveListenerGui(Supplier<TestElement> maker, FormField... fields) {
    super(ElementKind.LISTENER, maker, fields);
    summary.setName("summary");
    summary.setFont(summary.getFont().deriveFont(Font.BOLD));
    summary.setBorder(BorderFactory.createEmptyBorder(2, 0, 6, 0));
  }

  /** Puts the summary and what tells more below the fields, and shows that there is nothing yet. */
  final void addResults(JComponent more) {
    JPanel results = new JPanel(new BorderLayout());
    results.add(summary, BorderLayout.NORTH);
    results.add(more, BorderLayout.CENTER);
    addBelow(results);
    showNothing();
  }

  /** A text of the element, by the end of its key. */
  final String text(String key) {
    return Texts.get(element() + "." + key);
  }

  final JPanel titled(JComponent content, String key) {
    JPanel panel = new JPanel(new BorderLayout());
    panel.setBorder(BorderFactory.createTitledBorder(text(key)));
    panel.add(content, BorderLayout.CENTER);
    return panel;
  }

  static JScrollPane scrolled(JTable table, String name, int rows) {
    table.setName(name);
    table.setFillsViewportHeight(true);
    table.setShowVerticalLines(false);
    table.setRowHeight(table.getFontMetrics(table.getFont()).getHeight() + 6);
    table.setPreferredScrollableViewportSize(new Dimension(400, rows * table.getRowHeight()));
    return new JScrollPane(table);
  }

  final void summarise(String words) {
    summary.setText(words);
  }

  /** Empties all that {@link #addResults} got. */
  abstract void clearResults();

  private void showNothing() {
    clearResults();
    summarise(text("nothing"));
  }

  @Override
  public final void begin(Runnable startingAnew) {
    startAnew = startingAnew;
    SwingUtilities.invokeLater(this::showNothing);
  }

  /** JMeter's "Clear": what was seen is forgotten, and a running test is watched from here. */
  @Override
  public final void clearData() {
    startAnew.run();
    showNothing();
  }

  /** What was seen comes from the element's own thread, a few times a second, whatever the load. */
  @Override
  public final void add(SampleResult sample) {
    // Nothing to do for a single sample.
  }

  @Override
  public final boolean isStats() {
    return false;
  }

  @Override
  public final void modifyTestElement(TestElement element) {
    super.modifyTestElement(element);
    if (element instanceof AbstractListenerElement listener) {
      listener.setListener(this);
    }
  }
}
