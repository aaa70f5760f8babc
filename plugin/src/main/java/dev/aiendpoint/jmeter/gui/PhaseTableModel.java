package dev.aiendpoint.jmeter.gui;

import dev.aiendpoint.phase.PhaseProblem;
import dev.aiendpoint.phase.PhaseRow;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javax.swing.table.AbstractTableModel;

/** The phase table as the form edits it: a row number, then the typed cells. */
final class PhaseTableModel extends AbstractTableModel {

  private static final long serialVersionUID = 1L;

  private static final List<String> COLUMNS =
      List.of(
          "#",
          PhaseRow.NAME_COLUMN,
          PhaseRow.LEVEL_COLUMN,
          PhaseRow.LENGTH_COLUMN,
          PhaseRow.RAMP_COLUMN);

  private final transient List<PhaseRow> rows = new ArrayList<>();

  List<PhaseRow> rows() {
    return List.copyOf(rows);
  }

  void setRows(List<PhaseRow> typed) {
    rows.clear();
    rows.addAll(typed);
    fireTableDataChanged();
  }

  /** Adds a row like the one before it, under a name of its own. */
  void add(int index) {
    PhaseRow model = index == 0 ? new PhaseRow("", "10", "1 min", "none") : rows.get(index - 1);
    rows.add(index, new PhaseRow(freeName(), model.level(), model.length(), model.ramp()));
    fireTableRowsInserted(index, index);
  }

  private String freeName() {
    int number = rows.size() + 1;
    while (true) {
      String name = "phase " + number++;
      if (rows.stream().noneMatch(row -> row.name().equals(name))) {
        return name;
      }
    }
  }

  void remove(int index) {
    rows.remove(index);
    fireTableRowsDeleted(index, index);
  }

  void swap(int first, int second) {
    Collections.swap(rows, first, second);
    fireTableDataChanged();
  }

  /** The problem of a cell in this model's columns, null when it is right. */
  static PhaseProblem problemAt(List<PhaseProblem> problems, int row, int column) {
    return problems.stream()
        .filter(problem -> problem.row() == row + 1 && problem.column().equals(COLUMNS.get(column)))
        .findFirst()
        .orElse(null);
  }

  @Override
  public int getRowCount() {
    return rows.size();
  }

  @Override
  public int getColumnCount() {
    return COLUMNS.size();
  }

  @Override
  public String getColumnName(int column) {
    return COLUMNS.get(column);
  }

  @Override
  public boolean isCellEditable(int row, int column) {
    return column > 0;
  }

  @Override
  public Object getValueAt(int index, int column) {
    PhaseRow row = rows.get(index);
    return switch (column) {
      case 0 -> Integer.toString(index + 1);
      case 1 -> row.name();
      case 2 -> row.level();
      case 3 -> row.length();
      default -> row.ramp();
    };
  }

  @Override
  public void setValueAt(Object value, int index, int column) {
    if (index >= rows.size()) {
      // An editor may commit after its row has gone.
      return;
    }
    PhaseRow row = rows.get(index);
    String text = value.toString();
    rows.set(
        index,
        switch (column) {
          case 1 -> new PhaseRow(text, row.level(), row.length(), row.ramp());
          case 2 -> new PhaseRow(row.name(), text, row.length(), row.ramp());
          case 3 -> new PhaseRow(row.name(), row.level(), text, row.ramp());
          default -> new PhaseRow(row.name(), row.level(), row.length(), text);
        });
    fireTableCellUpdated(index, column);
  }
}
