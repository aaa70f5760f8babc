package dev.aiendpoint.jmeter.gui;

import dev.aiendpoint.baseline.FigureFormat;
import dev.aiendpoint.cache.CacheReport;
import dev.aiendpoint.jmeter.AiCacheTracker;
import dev.aiendpoint.jmeter.CacheDisplay;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.event.MouseEvent;
import javax.swing.JSplitPane;
import javax.swing.JTable;
import javax.swing.ListSelectionModel;
import javax.swing.SwingUtilities;
import javax.swing.table.JTableHeader;
import javax.swing.table.TableColumn;

/** The form of {@link AiCacheTracker}: a live table and the hit rate over time. */
public final class AiCacheTrackerGui extends LiveListenerGui implements CacheDisplay {

  private static final long serialVersionUID = 1L;
  private static final int PADDING = 14;
  private static final int ROWS_SHOWN = 9;

  private final CacheTableModel figures = new CacheTableModel();
  private final JTable table = new Table(figures);
  private final HitRateCurve curve = new HitRateCurve();

  public AiCacheTrackerGui() {
    super(AiCacheTracker::new);
    table.setDefaultRenderer(Object.class, new CacheCellRenderer());
    table.setSelectionMode(ListSelectionModel.MULTIPLE_INTERVAL_SELECTION);
    for (int column = 0; column < table.getColumnCount(); column++) {
      TableColumn shown = table.getColumnModel().getColumn(column);
      int width = width(column);
      shown.setPreferredWidth(width);
      // Figures that are cut say something else: better scroll.
      shown.setMinWidth(width);
    }
    JSplitPane split =
        new JSplitPane(
            JSplitPane.VERTICAL_SPLIT,
            scrolled(table, "figures", ROWS_SHOWN),
            titled(curve, "curve"));
    split.setResizeWeight(0.5);
    split.setBorder(null);
    addResults(split);
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

  @Override
  public void show(CacheReport report, String currency) {
    SwingUtilities.invokeLater(
        () -> {
          figures.show(report, currency);
          curve.show(report);
          summarise(summary(report, currency));
        });
  }

  @Override
  void clearResults() {
    figures.clear();
    curve.clear();
  }

  private String summary(CacheReport report, String currency) {
    if (!report.total().isTold()) {
      return text("nothing");
    }
    StringBuilder text = new StringBuilder();
    text.append(
        text("summary.hitRate")
            .replace("{0}", CacheTableModel.share(report.total().hitRate()))
            .replace("{1}", Long.toString(report.total().hits() + report.total().misses())));
    report
        .saved()
        .millis()
        .ifPresent(
            millis ->
                text.append("   ·   ")
                    .append(
                        text("summary.time").replace("{0}", FigureFormat.figure(millis, "ms"))));
    report
        .saved()
        .cost()
        .ifPresent(
            cost ->
                text.append("   ·   ")
                    .append(
                        text("summary.cost").replace("{0}", FigureFormat.figure(cost, currency))));
    return text.toString();
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
