package dev.aiendpoint.jmeter.gui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiendpoint.jmeter.JMeterHome;
import dev.aiendpoint.jmeter.PhasedThreadGroup;
import dev.aiendpoint.phase.PhasePreset;
import dev.aiendpoint.phase.PhaseRow;
import dev.aiendpoint.phase.PhasedLoadText;
import java.awt.Component;
import java.awt.Container;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.swing.JTable;
import javax.swing.JTextArea;
import org.apache.jmeter.threads.AbstractThreadGroup;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The form, without a screen: Swing's components that are not windows need none. */
class PhasedThreadGroupGuiIT {

  @BeforeAll
  static void home() {
    JMeterHome.use();
  }

  private final PhasedThreadGroupGui gui = new PhasedThreadGroupGui();

  private static PhasedThreadGroup group(PhasedLoadText text) {
    PhasedThreadGroup group = (PhasedThreadGroup) new PhasedThreadGroupGui().createTestElement();
    group.setLoadText(text);
    return group;
  }

  private PhasedThreadGroup throughForm(PhasedThreadGroup group) {
    gui.configure(group);
    PhasedThreadGroup back = (PhasedThreadGroup) gui.makeTestElement();
    gui.modifyTestElement(back);
    return back;
  }

  @Test
  void shouldGiveBackTheSameElement() {
    PhasedThreadGroup group =
        group(
            new PhasedLoadText(
                List.of(
                    new PhaseRow("${n}", "${u}", "1 min", "none"),
                    new PhaseRow("+", "5/s", "wrong", "25 %")),
                "${limit}",
                "77",
                "${spacing}",
                "42"));
    group.setName("mine");
    group.setProperty(
        AbstractThreadGroup.ON_SAMPLE_ERROR, AbstractThreadGroup.ON_SAMPLE_ERROR_STOPTEST);

    PhasedThreadGroup back = throughForm(group);

    assertThat(back).isEqualTo(group);
    assertThat(back.getLoadText().seed()).isEqualTo("42");
    assertThat(back.getLoadText().maxUsers()).isEqualTo("77");
    assertThat(back.getLoadText().gracefulLimit()).isEqualTo("${limit}");
    assertThat(back.getLoadText().arrivals()).isEqualTo("${spacing}");
  }

  @Test
  void shouldGiveBackANewElementUnchanged() {
    PhasedThreadGroup fresh = (PhasedThreadGroup) gui.createTestElement();

    assertThat(fresh.getName()).isEqualTo("AI Phased Thread Group");
    assertThat(fresh.getRows()).isEqualTo(PhasePreset.SMOKE.rows());
    assertThat(throughForm(fresh)).isEqualTo(fresh);
  }

  @Test
  void shouldKeepNothingOfTheLastElement() {
    gui.configure(
        group(new PhasedLoadText(PhasePreset.AI_LOAD.rows(), "1 s", "7", "poisson", "1")));
    PhasedThreadGroup plain = new PhasedThreadGroup();

    assertThat(throughForm(plain).getLoadText()).isEqualTo(plain.getLoadText());

    gui.configure(
        group(new PhasedLoadText(PhasePreset.AI_LOAD.rows(), "1 s", "7", "poisson", "1")));
    gui.clearGui();
    PhasedThreadGroup cleared = (PhasedThreadGroup) gui.makeTestElement();
    gui.modifyTestElement(cleared);
    assertThat(cleared).isEqualTo(gui.createTestElement());
    assertThat(gui.getName()).isEqualTo("AI Phased Thread Group");
  }

  @Test
  void shouldTakeWhatIsBeingTypedWhenTheElementIsRead() {
    gui.configure(group(new PhasedLoadText(PhasePreset.SMOKE.rows(), "30 s", "1000", "even", "")));
    JTable table = find(gui, JTable.class, "phases").orElseThrow();
    table.editCellAt(0, 2);
    ((javax.swing.JTextField) table.getEditorComponent()).setText("99");

    PhasedThreadGroup back = (PhasedThreadGroup) gui.makeTestElement();
    gui.modifyTestElement(back);

    assertThat(back.getRows().get(0).level()).isEqualTo("99");
  }

  @Test
  void shouldListProblemsWhileTyping() {
    gui.configure(group(new PhasedLoadText(PhasePreset.SMOKE.rows(), "30 s", "1000", "even", "")));
    JTextArea problems = find(gui, JTextArea.class, "problems").orElseThrow();
    assertThat(problems.getText()).isEqualTo("30 s, up to 10 users");

    JTable table = find(gui, JTable.class, "phases").orElseThrow();
    table.setValueAt("3 parsecs", 0, 3);

    assertThat(problems.getText()).startsWith("row 1 (steady): length was '3 parsecs'");
    assertThat(find(gui, PhaseCurve.class, "curve").orElseThrow().message()).contains("problems");
  }

  @Test
  void shouldSayThatTheCurveContainsVariables() {
    gui.configure(
        group(
            new PhasedLoadText(
                List.of(new PhaseRow("a", "${users}", "1 s", "none")), "30 s", "1", "even", "")));

    assertThat(find(gui, PhaseCurve.class, "curve").orElseThrow().message())
        .contains("contains variables");
  }

  /** Also leaves pictures for a human to look at. */
  @Test
  void shouldDrawEveryPreset() throws IOException {
    for (PhasePreset preset : PhasePreset.values()) {
      gui.configure(group(new PhasedLoadText(preset.rows(), "30 s", "1000", "even", "")));
      gui.setSize(1000, 900);
      layOut(gui);
      BufferedImage picture = new BufferedImage(1000, 900, BufferedImage.TYPE_INT_RGB);
      gui.paint(picture.createGraphics());
      File file = new File("target/pictures/phased-" + preset.name() + ".png");
      assertThat(file.getParentFile().isDirectory() || file.getParentFile().mkdirs()).isTrue();
      ImageIO.write(picture, "png", file);
      assertThat(picture.getRGB(0, 0)).isNotEqualTo(0);
    }
  }

  private static void layOut(Component component) {
    component.doLayout();
    if (component instanceof Container container) {
      for (Component child : container.getComponents()) {
        layOut(child);
      }
    }
  }

  private static <T> Optional<T> find(Container in, Class<T> type, String name) {
    for (Component child : in.getComponents()) {
      if (type.isInstance(child) && name.equals(child.getName())) {
        return Optional.of(type.cast(child));
      }
      if (child instanceof Container container) {
        Optional<T> found = find(container, type, name);
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }
}
