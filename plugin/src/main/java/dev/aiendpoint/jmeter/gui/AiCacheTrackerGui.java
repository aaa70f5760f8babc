package dev.aiendpoint.jmeter.gui;

import dev.aiendpoint.baseline.FigureFormat;
import dev.aiendpoint.cache.CacheReport;
import dev.aiendpoint.jmeter.AiCacheTracker;
import dev.aiendpoint.jmeter.CacheDisplay;
import java.awt.BorderLayout;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.event.MouseEvent;
import javax.swing.BorderFactory;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JSplitPane;
import javax.swing.JTable;
import javax.swing.ListSelectionModel;
import javax.swing.SwingUtilities;
import javax.swing.table.JTableHeader;
import javax.swing.table.TableColumn;
import org.apache.jmeter.gui.UnsharedComponent;
import org.apache.jmeter.reporters.AbstractListenerElement;
import org.apache.jmeter.samplers.Clearable;
import org.apache.jmeter.samplers.SampleResult;
import org.apache.jmeter.testelement.TestElement;
import org.apache.jmeter.visualizers.Visualizer;
import org.apache.jmeter.visualizers.gui.AbstractListenerGui;

/** The form of {@link AiCacheTracker}: a live table and the hit rate over time. */
public final class AiCacheTrackerGui extends AbstractListenerGui
    implements Visualizer, CacheDisplay, Clearable, UnsharedComponent {

  private static final long serialVersionUID = 1L;
  private static final String ELEMENT = "AiCacheTracker";
  private static final int PADDING = 14;
  private static final int ROWS_SHOWN = 9;

  private final CacheTableModel figures = new CacheTableModel();
  private final JTable table = new Table(figures);
  private final HitRateCurve curve = new HitRateCurve();
  private final JLabel summary = new JLabel();

  /** Of the running test, or of the last one. */
  private transient volatile Runnable startAnew = () -> {};

  public AiCacheTrackerGui() {
    setLayout(new BorderLayout(0, 8));
    setBorder(makeBorder());
    add(ElementForm.titled(makeTitlePanel(), ELEMENT), BorderLayout.NORTH);
    add(results(), BorderLayout.CENTER);
    showNothing();
  }

  private JPanel results() {
    summary.setName("summary");
    summary.setFont(summary.getFont().deriveFont(Font.BOLD));
    summary.setBorder(BorderFactory.createEmptyBorder(2, 0, 6, 0));
    table.setName("figures");
    table.setDefaultRenderer(Object.class, new CacheCellRenderer());
    table.setSelectionMode(ListSelectionModel.MULTIPLE_INTERVAL_SELECTION);
    table.setFillsViewportHeight(true);
    table.setShowVerticalLines(false);
    table.setRowHeight(table.getFontMetrics(table.getFont()).getHeight() + 6);
    for (int column = 0; column < table.getColumnCount(); column++) {
      TableColumn shown = table.getColumnModel().getColumn(column);
      int width = width(column);
      shown.setPreferredWidth(width);
      // Figures that are cut say something else: better scroll.
      shown.setMinWidth(width);
    }
    table.setPreferredScrollableViewportSize(new Dimension(400, ROWS_SHOWN * table.getRowHeight()));
    JSplitPane split =
        new JSplitPane(JSplitPane.VERTICAL_SPLIT, new JScrollPane(table), titled(curve));
    split.setResizeWeight(0.5);
    split.setBorder(null);
    JPanel panel = new JPanel(new BorderLayout());
    panel.add(summary, BorderLayout.NORTH);
    panel.add(split, BorderLayout.CENTER);
    return panel;
  }

  /** Room for the column's head and for figures as long as they usually get. */
  private int width(int column) {
    Font bold = table.getFont().deriveFont(Font.BOLD);
    FontMetrics metrics = table.getFontMetrics(bold);
    String longest =
        switch (column) {
          case 0 -> "AI explanation";
          case 6, 7 -> "999 ms / 9.99 s  (9999)";
          case 8, 9 -> "99999 KRW";
          default -> "99999";
        };
    return PADDING
        + Math.max(metrics.stringWidth(longest), metrics.stringWidth(table.getColumnName(column)));
  }

  private static JPanel titled(HitRateCurve curve) {
    JPanel panel = new JPanel(new BorderLayout());
    panel.setBorder(BorderFactory.createTitledBorder(Texts.get(ELEMENT + ".curve")));
    panel.add(curve);
    return panel;
  }

  @Override
  public void begin(Runnable startingAnew) {
    startAnew = startingAnew;
    SwingUtilities.invokeLater(this::showNothing);
  }

  @Override
  public void show(CacheReport report, String currency) {
    SwingUtilities.invokeLater(
        () -> {
          figures.show(report, currency);
          curve.show(report);
          summary.setText(summary(report, currency));
        });
  }

  private void showNothing() {
    figures.clear();
    curve.clear();
    summary.setText(Texts.get(ELEMENT + ".nothing"));
  }

  private static String summary(CacheReport report, String currency) {
    if (!report.total().isTold()) {
      return Texts.get(ELEMENT + ".nothing");
    }
    StringBuilder text = new StringBuilder();
    text.append(
        Texts.get(ELEMENT + ".summary.hitRate")
            .replace("{0}", CacheTableModel.share(report.total().hitRate()))
            .replace("{1}", Long.toString(report.total().hits() + report.total().misses())));
    report
        .saved()
        .millis()
        .ifPresent(
            millis ->
                text.append("   ·   ")
                    .append(
                        Texts.get(ELEMENT + ".summary.time")
                            .replace("{0}", FigureFormat.figure(millis, "ms"))));
    report
        .saved()
        .cost()
        .ifPresent(
            cost ->
                text.append("   ·   ")
                    .append(
                        Texts.get(ELEMENT + ".summary.cost")
                            .replace("{0}", FigureFormat.figure(cost, currency))));
    return text.toString();
  }

  /** Figures come through {@link #show}, a few times a second, whatever the load. */
  @Override
  public void add(SampleResult sample) {
    // Nothing to do for a single sample.
  }

  @Override
  public boolean isStats() {
    return false;
  }

  /** JMeter's "Clear": what was counted is forgotten, and a running test counts from here. */
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
    return new AiCacheTracker();
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

  /** A table whose column heads explain themselves. */
  private static final class Table extends JTable {

    private static final long serialVersionUID = 1L;

    Table(CacheTableModel model) {
      super(model);
    }

    /** As wide as its place, unless that is too narrow for its columns. */
    @Override
    public boolean getScrollableTracksViewportWidth() {
      return getParent() == null || getMinimumSize().width <= getParent().getWidth();
    }

    @Override
    protected JTableHeader createDefaultTableHeader() {
      return new JTableHeader(columnModel) {
        private static final long serialVersionUID = 1L;

        @Override
        public String getToolTipText(MouseEvent event) {
          int shown = columnModel.getColumnIndexAtX(event.getX());
          return shown < 0
              ? null
              : CacheTableModel.tip(columnModel.getColumn(shown).getModelIndex());
        }
      };
    }
  }
}
