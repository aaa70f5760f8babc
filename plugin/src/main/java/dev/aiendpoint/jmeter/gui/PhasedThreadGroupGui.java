package dev.aiendpoint.jmeter.gui;

import dev.aiendpoint.jmeter.PhasedThreadGroup;
import dev.aiendpoint.phase.PhasePreset;
import dev.aiendpoint.phase.PhasePreview;
import dev.aiendpoint.phase.PhasedLoad;
import dev.aiendpoint.phase.PhasedLoadText;
import java.awt.BorderLayout;
import java.awt.Container;
import java.awt.GridBagConstraints;
import java.awt.GridBagLayout;
import java.util.List;
import javax.swing.BorderFactory;
import javax.swing.JPanel;
import javax.swing.JTextArea;
import net.miginfocom.swing.MigLayout;
import org.apache.jmeter.testelement.TestElement;
import org.apache.jmeter.threads.gui.AbstractThreadGroupGui;

/**
 * The form of {@link PhasedThreadGroup}: its table, limits, problems and curve. JMeter reuses one
 * form for many elements, so it keeps none of them. Swing's thread only.
 */
public final class PhasedThreadGroupGui extends AbstractThreadGroupGui {

  private static final long serialVersionUID = 1L;

  private static final String ELEMENT = "PhasedThreadGroup";

  private final PhaseTablePanel table = new PhaseTablePanel(this::refresh);
  private final PhaseCurve curve = new PhaseCurve();
  private final JTextArea problems = new JTextArea();
  private final transient FormField gracefulLimit =
      FormField.number(PhasedThreadGroup.GRACEFUL_LIMIT, PhasedThreadGroup.DEFAULT_GRACEFUL_LIMIT);
  private final transient FormField maxUsers =
      FormField.number(PhasedThreadGroup.MAX_USERS, PhasedThreadGroup.DEFAULT_MAX_USERS);
  private final transient FormField arrivals =
      FormField.choice(
          PhasedThreadGroup.ARRIVALS,
          PhasedThreadGroup.DEFAULT_ARRIVALS,
          List.of(PhasedLoadText.EVEN, PhasedLoadText.POISSON));
  private final transient FormField seed = FormField.number(PhasedThreadGroup.SEED, "");
  private final transient List<FormField> limits = List.of(gracefulLimit, maxUsers, arrivals, seed);
  private boolean filling;

  public PhasedThreadGroupGui() {
    layOut();
    bindingGroup.addAll(limits);
    limits.forEach(field -> field.onChange(this::refresh));
    refresh();
  }

  private void layOut() {
    problems.setName("problems");
    problems.setEditable(false);
    problems.setLineWrap(true);
    problems.setWrapStyleWord(true);
    problems.setOpaque(false);
    problems.setBorder(BorderFactory.createEmptyBorder(2, 4, 2, 4));

    JPanel phases = titled(Texts.get(PhasedThreadGroup.PHASES + ".label"));
    phases.setLayout(new MigLayout("insets 0, fill, wrap 1", "[grow,fill]", "[][grow,fill][]"));
    phases.add(
        WrappedText.help(Texts.get(PhasedThreadGroup.PHASES + ".help")),
        "growx, w 100:300, gapleft 4, gapright 4");
    phases.add(table, "growx, w 100:300");
    phases.add(problems, "growx, w 100:300");
    JPanel over = titled(Texts.get(ELEMENT + ".curve"));
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

  /** In one row, to leave the room to table and curve: what they mean is in their tips. */
  private JPanel limits() {
    JPanel panel = titled(Texts.get(ELEMENT + ".limits"));
    panel.setLayout(new MigLayout("insets 2 4 2 4, fillx", "", ""));
    for (FormField field : limits) {
      field.editor().setToolTipText(field.help());
      panel.add(field.label(), "shrink 0");
      panel.add(field.editor(), "growx, w 40:80, gapright 8");
    }
    return panel;
  }

  // ---- what is typed

  /** As the element would understand it: an empty field is its default. */
  private PhasedLoadText typed() {
    return new PhasedLoadText(
        table.rows(), gracefulLimit.value(), maxUsers.value(), arrivals.value(), seed.value());
  }

  private void refresh() {
    // Also called by the table and the fields while the form is being put together or filled.
    if (filling || limits == null) {
      return;
    }
    PhasePreview preview = PhasePreview.of(typed());
    table.mark(preview.cells());
    curve.show(preview);
    boolean wrong = !preview.problems().isEmpty();
    problems.setForeground(wrong ? PhaseCellRenderer.WRONG : curve.getForeground());
    problems.setText(
        wrong
            ? String.join("\n", preview.problems())
            : preview
                .load()
                .map(PhasedThreadGroupGui::summary)
                .orElse(Texts.get(ELEMENT + ".unknown")));
  }

  private static String summary(PhasedLoad load) {
    String users = "up to " + load.profile().peakUsers() + " users";
    String most = "arrivals with up to " + load.maxUsers() + " users";
    return TimePlot.time(Math.max(1, load.profile().totalNanos() / 1_000_000_000L))
        + ", "
        + (load.profile().peakUsers() > 0 || !load.profile().hasArrivals() ? users : most)
        + (load.profile().peakUsers() > 0 && load.profile().hasArrivals() ? ", " + most : "");
  }

  // ---- JMeter's form

  @Override
  protected Container makeTitlePanel() {
    return ElementForm.titled(super.makeTitlePanel(), ELEMENT);
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
    return new PhasedThreadGroup();
  }

  @Override
  public void assignDefaultValues(TestElement element) {
    super.assignDefaultValues(element);
    ((PhasedThreadGroup) element).setRows(PhasePreset.SMOKE.rows());
    limits.forEach(field -> field.assignDefault(element));
  }

  @Override
  public void configure(TestElement element) {
    filling = true;
    try {
      super.configure(element);
      table.setRows(((PhasedThreadGroup) element).getRows());
    } finally {
      filling = false;
    }
    refresh();
  }

  @Override
  public void modifyTestElement(TestElement element) {
    super.modifyTestElement(element);
    table.stopEditing();
    ((PhasedThreadGroup) element).setRows(table.rows());
  }

  @Override
  public void clearGui() {
    super.clearGui();
    configure(createTestElement());
  }
}
