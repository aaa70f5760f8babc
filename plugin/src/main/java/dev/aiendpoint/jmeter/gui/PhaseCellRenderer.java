package dev.aiendpoint.jmeter.gui;

import dev.aiendpoint.phase.PhaseProblem;
import java.awt.Color;
import java.awt.Component;
import java.util.List;
import java.util.function.Supplier;
import javax.swing.JTable;
import javax.swing.table.DefaultTableCellRenderer;

/** Shows a cell of the phase table, in red with the reason as its tool tip when it is wrong. */
final class PhaseCellRenderer extends DefaultTableCellRenderer {

  private static final long serialVersionUID = 1L;

  static final Color WRONG = new Color(0xC62828);

  private final transient Supplier<List<PhaseProblem>> problems;

  PhaseCellRenderer(Supplier<List<PhaseProblem>> problems) {
    this.problems = problems;
  }

  @Override
  public Component getTableCellRendererComponent(
      JTable table, Object value, boolean selected, boolean focused, int row, int column) {
    super.getTableCellRendererComponent(table, value, selected, focused, row, column);
    PhaseProblem problem = PhaseTableModel.problemAt(problems.get(), row, column);
    setToolTipText(problem == null ? null : problem.toString());
    setHorizontalAlignment(column == 0 ? TRAILING : LEADING);
    if (problem != null) {
      setBackground(new Color(WRONG.getRed(), WRONG.getGreen(), WRONG.getBlue()));
      setForeground(Color.WHITE);
    } else {
      setBackground(selected ? table.getSelectionBackground() : table.getBackground());
      setForeground(selected ? table.getSelectionForeground() : table.getForeground());
    }
    return this;
  }
}
