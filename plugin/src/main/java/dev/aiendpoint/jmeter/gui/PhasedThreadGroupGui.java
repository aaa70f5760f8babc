package dev.aiendpoint.jmeter.gui;

import dev.aiendpoint.jmeter.PhasedThreadGroup;
import dev.aiendpoint.phase.PhasePreset;
import dev.aiendpoint.phase.PhasePreview;
import dev.aiendpoint.phase.PhasedLoad;
import dev.aiendpoint.phase.PhasedLoadText;
import java.awt.BorderLayout;
import java.awt.Color;
import java.awt.Font;
import java.awt.GridBagConstraints;
import java.awt.GridBagLayout;
import java.awt.Insets;
import java.util.List;
import javax.swing.BorderFactory;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTextArea;
import javax.swing.JTextField;
import javax.swing.event.DocumentEvent;
import javax.swing.event.DocumentListener;
import org.apache.jmeter.testelement.TestElement;
import org.apache.jmeter.threads.gui.AbstractThreadGroupGui;

/**
 * The form of the phased thread group: its table, limits, problems and curve. JMeter reuses one
 * form for many elements, so it keeps none of them. Swing's thread only.
 */
public class PhasedThreadGroupGui extends AbstractThreadGroupGui {

  private static final long serialVersionUID = 1L;

  private static final String LABEL = "AI Phased Thread Group";

  private static final String HELP =
      "<html>Level: <b>50</b> (users) or <b>50/s</b>, <b>30/min</b> (arrivals)."
          + " Length: <b>30 s</b>, <b>2 min 30 s</b>."
          + " Ramp, the share of the length that the change takes: <b>none</b>, <b>all</b>,"
          + " <b>25 %</b>.<br>A row named <b>+</b> is a further step of the phase above."
          + " Every field may hold <b>${variables}</b>. Lengths and levels are multiplied by the"
          + " properties duration.scale and users.scale.</html>";

  private final PhaseTablePanel table;
  private final PhaseCurve curve;
  private final JTextArea problems;
  private final JTextField gracefulLimit;
  private final JTextField maxUsers;
  private final JComboBox<String> arrivals;
  private final JTextField seed;
  private boolean filling;

  public PhasedThreadGroupGui() {
    table = new PhaseTablePanel(this::refresh);
    curve = new PhaseCurve();
    problems = new JTextArea();
    gracefulLimit = field("graceful limit", "How long a retiring user may take for its iteration");
    maxUsers = field("max users", "Arrivals that find this many users busy are dropped");
    arrivals = new JComboBox<>(new String[] {PhasedLoadText.EVEN, PhasedLoadText.POISSON});
    seed = field("seed", "Repeats the same random arrivals; empty for others in each run");
    layOut();
    fill(empty());
  }

  private JTextField field(String name, String tip) {
    JTextField field = new JTextField(8);
    field.setName(name);
    field.setToolTipText(tip);
    field
        .getDocument()
        .addDocumentListener(
            new DocumentListener() {
              @Override
              public void insertUpdate(DocumentEvent event) {
                refresh();
              }

              @Override
              public void removeUpdate(DocumentEvent event) {
                refresh();
              }

              @Override
              public void changedUpdate(DocumentEvent event) {
                refresh();
              }
            });
    return field;
  }

  private void layOut() {
    arrivals.setEditable(true);
    arrivals.setName("arrivals");
    arrivals.setToolTipText("even: the same gap between arrivals; poisson: random gaps");
    arrivals.addActionListener(event -> refresh());
    problems.setName("problems");
    problems.setEditable(false);
    problems.setLineWrap(true);
    problems.setWrapStyleWord(true);
    problems.setOpaque(false);
    problems.setBorder(BorderFactory.createEmptyBorder(2, 4, 2, 4));

    JPanel phases = titled("Phases");
    JLabel help = new JLabel(HELP);
    help.setFont(help.getFont().deriveFont(Font.PLAIN));
    phases.add(help, BorderLayout.NORTH);
    phases.add(table, BorderLayout.CENTER);
    phases.add(problems, BorderLayout.SOUTH);
    JPanel over = titled("Load over time");
    over.add(curve, BorderLayout.CENTER);

    JPanel all = new JPanel(new GridBagLayout());
    GridBagConstraints place = new GridBagConstraints();
    place.gridx = 0;
    place.fill = GridBagConstraints.BOTH;
    place.weightx = 1;
    place.weighty = 0.5;
    all.add(phases, place);
    place.weighty = 0;
    all.add(limits(), place);
    place.weighty = 0.5;
    all.add(over, place);
    add(all, BorderLayout.CENTER);
  }

  private static JPanel titled(String title) {
    JPanel panel = new JPanel(new BorderLayout(0, 4));
    panel.setBorder(BorderFactory.createTitledBorder(title));
    return panel;
  }

  private JPanel limits() {
    JPanel panel = new JPanel(new GridBagLayout());
    panel.setBorder(BorderFactory.createTitledBorder("Limits"));
    GridBagConstraints place = new GridBagConstraints();
    place.insets = new Insets(2, 4, 2, 12);
    place.anchor = GridBagConstraints.LINE_START;
    labelled(panel, place, "Graceful limit:", gracefulLimit);
    labelled(panel, place, "Max users for arrivals:", maxUsers);
    labelled(panel, place, "Arrivals:", arrivals);
    labelled(panel, place, "Seed:", seed);
    place.weightx = 1;
    panel.add(new JPanel(), place);
    return panel;
  }

  private static void labelled(
      JPanel panel, GridBagConstraints place, String text, JComponent field) {
    JLabel label = new JLabel(text);
    label.setLabelFor(field);
    Insets around = place.insets;
    place.insets = new Insets(2, 4, 2, 4);
    panel.add(label, place);
    place.insets = around;
    panel.add(field, place);
  }

  // ---- what is typed

  private static PhasedLoadText empty() {
    return new PhasedLoadText(
        List.of(),
        PhasedLoadText.DEFAULT_GRACEFUL_LIMIT,
        PhasedLoadText.DEFAULT_MAX_USERS,
        PhasedLoadText.EVEN,
        "");
  }

  private void fill(PhasedLoadText text) {
    filling = true;
    try {
      table.setRows(text.rows());
      gracefulLimit.setText(text.gracefulLimit());
      maxUsers.setText(text.maxUsers());
      arrivals.setSelectedItem(text.arrivals());
      seed.setText(text.seed());
    } finally {
      filling = false;
    }
    refresh();
  }

  private PhasedLoadText typed() {
    return new PhasedLoadText(
        table.rows(),
        gracefulLimit.getText(),
        maxUsers.getText(),
        String.valueOf(arrivals.getEditor().getItem()),
        seed.getText());
  }

  private void refresh() {
    // Also called by fields while the form is still being put together.
    if (filling || seed == null) {
      return;
    }
    PhasePreview preview = PhasePreview.of(typed());
    table.mark(preview.cells());
    curve.show(preview);
    boolean wrong = !preview.problems().isEmpty();
    problems.setForeground(wrong ? PhaseCellRenderer.WRONG : foreground());
    problems.setText(
        wrong
            ? String.join("\n", preview.problems())
            : preview
                .load()
                .map(PhasedThreadGroupGui::summary)
                .orElse("Checked when the test starts."));
  }

  private Color foreground() {
    return curve.getForeground();
  }

  private static String summary(PhasedLoad load) {
    String users = "up to " + load.profile().peakUsers() + " users";
    String most = "arrivals with up to " + load.maxUsers() + " users";
    return PhaseCurve.time(Math.max(1, load.profile().totalNanos() / 1_000_000_000L))
        + ", "
        + (load.profile().peakUsers() > 0 || !load.profile().hasArrivals() ? users : most)
        + (load.profile().peakUsers() > 0 && load.profile().hasArrivals() ? ", " + most : "");
  }

  // ---- JMeter's form

  @Override
  public String getStaticLabel() {
    return LABEL;
  }

  @Override
  public String getLabelResource() {
    return getClass().getSimpleName();
  }

  @Override
  public String getDocAnchor() {
    return LABEL.replace(' ', '_');
  }

  @Override
  public TestElement makeTestElement() {
    return new PhasedThreadGroup();
  }

  @Override
  public void assignDefaultValues(TestElement element) {
    super.assignDefaultValues(element);
    ((PhasedThreadGroup) element).setRows(PhasePreset.SMOKE.rows());
  }

  @Override
  public void configure(TestElement element) {
    super.configure(element);
    fill(((PhasedThreadGroup) element).getLoadText());
  }

  @Override
  public void modifyTestElement(TestElement element) {
    super.modifyTestElement(element);
    table.stopEditing();
    ((PhasedThreadGroup) element).setLoadText(typed());
  }

  @Override
  public void clearGui() {
    super.clearGui();
    fill(empty());
  }
}
