package dev.aiendpoint.jmeter.gui;

import dev.aiendpoint.phase.PhasePreset;
import dev.aiendpoint.phase.PhaseProblem;
import dev.aiendpoint.phase.PhaseRow;
import java.awt.BorderLayout;
import java.awt.Dimension;
import java.awt.FlowLayout;
import java.util.List;
import javax.swing.JButton;
import javax.swing.JMenuItem;
import javax.swing.JPanel;
import javax.swing.JPopupMenu;
import javax.swing.JScrollPane;
import javax.swing.JTable;
import javax.swing.ListSelectionModel;

/** The phase table with its buttons. Swing's thread only. */
final class PhaseTablePanel extends JPanel {

  private static final long serialVersionUID = 1L;

  private final PhaseTableModel model = new PhaseTableModel();
  private final JTable table = new JTable(model);
  private final JButton remove = button("remove");
  private final JButton up = button("up");
  private final JButton down = button("down");
  private transient List<PhaseProblem> problems = List.of();

  PhaseTablePanel(Runnable onChange) {
    super(new BorderLayout(0, 4));
    table.setName("phases");
    table.putClientProperty("terminateEditOnFocusLost", Boolean.TRUE);
    table.setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
    table.getTableHeader().setReorderingAllowed(false);
    table.setRowHeight(Math.max(table.getRowHeight(), 22));
    table.setDefaultRenderer(Object.class, new PhaseCellRenderer(() -> problems));
    table.getColumnModel().getColumn(0).setMaxWidth(40);
    table.getSelectionModel().addListSelectionListener(event -> enableButtons());
    model.addTableModelListener(
        event -> {
          enableButtons();
          onChange.run();
        });
    JScrollPane scroll = new JScrollPane(table);
    scroll.setPreferredSize(new Dimension(600, 9 * table.getRowHeight()));
    scroll.setMinimumSize(new Dimension(200, 8 * table.getRowHeight()));
    add(scroll, BorderLayout.CENTER);
    add(buttons(), BorderLayout.SOUTH);
    enableButtons();
  }

  private JPanel buttons() {
    JButton add = button("add");
    add.addActionListener(
        event -> {
          stopEditing();
          int selected = table.getSelectedRow();
          int index = selected < 0 ? model.getRowCount() : selected + 1;
          model.add(index);
          select(index);
        });
    remove.addActionListener(
        event -> {
          stopEditing();
          int selected = table.getSelectedRow();
          model.remove(selected);
          select(Math.min(selected, model.getRowCount() - 1));
        });
    up.addActionListener(event -> move(-1));
    down.addActionListener(event -> move(1));
    JButton preset = button("preset");
    preset.addActionListener(event -> presets().show(preset, 0, preset.getHeight()));
    JPanel buttons = new JPanel(new FlowLayout(FlowLayout.LEADING, 6, 0));
    for (JButton button : List.of(add, remove, up, down, preset)) {
      buttons.add(button);
    }
    return buttons;
  }

  private JPopupMenu presets() {
    JPopupMenu menu = new JPopupMenu();
    for (PhasePreset preset : PhasePreset.values()) {
      JMenuItem item = new JMenuItem(preset.title());
      item.addActionListener(
          event -> {
            cancelEditing();
            model.setRows(preset.rows());
          });
      menu.add(item);
    }
    return menu;
  }

  private static JButton button(String does) {
    JButton button = new JButton(Texts.get("PhasedThreadGroup." + does + ".label"));
    button.setToolTipText(Texts.get("PhasedThreadGroup." + does + ".help"));
    return button;
  }

  private void move(int by) {
    stopEditing();
    int selected = table.getSelectedRow();
    model.swap(selected, selected + by);
    select(selected + by);
  }

  private void select(int row) {
    if (row >= 0) {
      table.setRowSelectionInterval(row, row);
      table.scrollRectToVisible(table.getCellRect(row, 0, true));
    }
  }

  private void enableButtons() {
    int selected = table.getSelectedRow();
    remove.setEnabled(selected >= 0);
    up.setEnabled(selected > 0);
    down.setEnabled(selected >= 0 && selected < model.getRowCount() - 1);
  }

  /** Takes what is being typed into the table. */
  void stopEditing() {
    if (table.isEditing()) {
      table.getCellEditor().stopCellEditing();
    }
  }

  private void cancelEditing() {
    if (table.isEditing()) {
      table.getCellEditor().cancelCellEditing();
    }
  }

  List<PhaseRow> rows() {
    return model.rows();
  }

  void setRows(List<PhaseRow> rows) {
    cancelEditing();
    model.setRows(rows);
  }

  void mark(List<PhaseProblem> wrong) {
    problems = List.copyOf(wrong);
    table.repaint();
  }
}
