package dev.aiendpoint.jmeter.gui;

import java.awt.Component;
import java.awt.Font;
import javax.swing.BorderFactory;
import javax.swing.JTable;
import javax.swing.SwingConstants;
import javax.swing.table.DefaultTableCellRenderer;

/** Figures to the right, names to the left; labels stand out and their phases are indented. */
final class CacheCellRenderer extends DefaultTableCellRenderer {

  private static final long serialVersionUID = 1L;
  private static final int INDENT = 20;
  private static final int PADDING = 6;

  @Override
  public Component getTableCellRendererComponent(
      JTable table, Object value, boolean selected, boolean focused, int row, int column) {
    super.getTableCellRendererComponent(table, value, selected, false, row, column);
    CacheTableModel.Rank rank =
        ((CacheTableModel) table.getModel()).rank(table.convertRowIndexToModel(row));
    boolean name = table.convertColumnIndexToModel(column) == 0;
    boolean indented = name && rank == CacheTableModel.Rank.PHASE;
    setHorizontalAlignment(name ? SwingConstants.LEADING : SwingConstants.TRAILING);
    setFont(
        table.getFont().deriveFont(rank == CacheTableModel.Rank.PHASE ? Font.PLAIN : Font.BOLD));
    setBorder(BorderFactory.createEmptyBorder(0, indented ? INDENT : PADDING, 0, PADDING));
    return this;
  }
}
