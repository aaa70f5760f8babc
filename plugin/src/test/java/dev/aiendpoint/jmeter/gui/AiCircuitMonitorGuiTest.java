package dev.aiendpoint.jmeter.gui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiendpoint.circuit.CircuitRecorder;
import dev.aiendpoint.circuit.DeclaredCircuit;
import dev.aiendpoint.circuit.MonitoredCircuit;
import dev.aiendpoint.exchange.CircuitEvidence;
import dev.aiendpoint.exchange.CircuitState;
import dev.aiendpoint.exchange.Outcome;
import dev.aiendpoint.jmeter.AiCircuitMonitor;
import dev.aiendpoint.jmeter.JMeterHome;
import dev.aiendpoint.sample.Sample;
import dev.aiendpoint.stats.TestSample;
import java.awt.Component;
import java.awt.Container;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import javax.swing.JLabel;
import javax.swing.JTable;
import javax.swing.SwingUtilities;
import org.apache.jmeter.samplers.SampleEvent;
import org.apache.jmeter.samplers.SampleResult;
import org.apache.jmeter.threads.JMeterVariables;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class AiCircuitMonitorGuiTest {

  @BeforeAll
  static void prepare() {
    JMeterHome.use();
  }

  private final AiCircuitMonitorGui gui = new AiCircuitMonitorGui();

  /** Open from the 10th to the 40th second; answers name the state, but not that of the probe. */
  private static MonitoredCircuit circuit() {
    CircuitRecorder recorder = new CircuitRecorder();
    for (long at = 0; at < 9_000; at += 500) {
      recorder.record(sample("baseline", at, 400, Outcome.GENERATED, "CLOSED"));
    }
    for (long at = 9_990; at < 39_500; at += 500) {
      recorder.record(sample("outage", at, 10, Outcome.CIRCUIT_REJECTED, "OPEN"));
    }
    recorder.record(sample("recovery", 40_000, 500, Outcome.GENERATED, ""));
    return new MonitoredCircuit(
        "AI Circuit Monitor",
        List.of(),
        new DeclaredCircuit(
            OptionalLong.empty(),
            OptionalLong.empty(),
            OptionalLong.of(10_000),
            OptionalLong.of(1)),
        recorder.report());
  }

  private static Sample sample(String phase, long at, long elapsed, Outcome outcome, String state) {
    return TestSample.of("AI chat")
        .phase(phase)
        .start(at)
        .elapsed(elapsed)
        .outcome(outcome)
        .circuit(
            state.isEmpty()
                ? CircuitEvidence.NONE
                : CircuitEvidence.explicit(CircuitState.valueOf(state)))
        .build();
  }

  private void show() throws Exception {
    gui.show(circuit(), 0);
    SwingUtilities.invokeAndWait(() -> {});
  }

  @Test
  void shouldShowEachTransitionWithItsEvidence() throws Exception {
    show();

    assertThat(rows("transitions"))
        .isDeepEqualTo(
            new String[][] {
              {"10.0 s", "outage", "CLOSED", "OPEN", "explicit: an answer named it"},
              {"40.0 s", "recovery", "OPEN", "HALF_OPEN", "inferred from outcomes and times"},
              {"40.5 s", "recovery", "HALF_OPEN", "CLOSED", "inferred from outcomes and times"},
            });
    assertThat(text("summary"))
        .startsWith("CLOSED   ·   opened 1 times, 0 again")
        .endsWith("n = 79");
  }

  @Test
  void shouldHoldWhatIsDeclaredAgainstWhatWasSeen() throws Exception {
    show();

    assertThat(rows("declared"))
        .isDeepEqualTo(
            new String[][] {
              {"open time", "10 s", "29.5 s to 31.1 s", "mismatch"},
              {"probes", "1", "at most 1 in one HALF_OPEN", "match"},
            });
  }

  @Test
  void shouldForgetAndBeginAnewWhenCleared() throws Exception {
    AtomicInteger anew = new AtomicInteger();
    gui.begin(anew::incrementAndGet);
    show();

    gui.clearData();

    assertThat(anew).hasValue(1);
    assertThat(rows("transitions")).isEmpty();
    assertThat(rows("declared")).isEmpty();
    assertThat(text("summary")).startsWith("No answer has told");
  }

  /** JMeter runs a copy of the element that the form has made. */
  private static AiCircuitMonitor running(AiCircuitMonitorGui of, String labels) {
    AiCircuitMonitor element = (AiCircuitMonitor) of.createTestElement();
    of.modifyTestElement(element);
    element.setProperty(AiCircuitMonitor.LABELS, labels);
    element.setProperty(AiCircuitMonitor.THRESHOLD, "5");
    element.setProperty(AiCircuitMonitor.WINDOW_SECONDS, "");
    element.setProperty(AiCircuitMonitor.OPEN_SECONDS, "");
    element.setProperty(AiCircuitMonitor.PROBES, "");
    AiCircuitMonitor running = (AiCircuitMonitor) element.clone();
    running.testStarted();
    return running;
  }

  @Test
  void shouldShowWhatTheRunningElementHasSeen() throws Exception {
    AiCircuitMonitor monitor = running(gui, "");

    monitor.sampleOccurred(event("AI chat", 1_000, "GENERATED", "CLOSED explicit"));
    monitor.sampleOccurred(event("AI chat", 2_000, "CIRCUIT_REJECTED", "OPEN explicit"));
    monitor.sampleOccurred(event("READ matches", 3_000, "SERVED", "HALF_OPEN explicit"));
    monitor.testEnded();
    SwingUtilities.invokeAndWait(() -> {});

    assertThat(text("summary")).startsWith("OPEN   ·   opened 1 times").endsWith("n = 2");
    assertThat(rows("transitions")).hasDimensions(1, 5);
    assertThat(rows("declared")).hasDimensions(1, 4);
  }

  /** Two groups of endpoints with a breaker each, watched by a monitor each. */
  @Test
  void shouldFollowTwoGroupsOfLabelsAsTwoCircuits() throws Exception {
    AiCircuitMonitorGui other = new AiCircuitMonitorGui();
    AiCircuitMonitor chats = running(gui, "AI chat*");
    AiCircuitMonitor explanations = running(other, "AI explanation, AI summary");

    for (AiCircuitMonitor monitor : List.of(chats, explanations)) {
      monitor.sampleOccurred(event("AI chat", 1_000, "GENERATED", "CLOSED explicit"));
      monitor.sampleOccurred(event("AI explanation", 1_000, "GENERATED", "CLOSED explicit"));
      monitor.sampleOccurred(event("AI chat stream", 2_000, "CIRCUIT_REJECTED", "OPEN explicit"));
      monitor.sampleOccurred(event("AI summary", 3_000, "GENERATED", "CLOSED explicit"));
      monitor.sampleOccurred(event("AI explanation", 4_000, "GENERATED", "CLOSED explicit"));
      monitor.testEnded();
    }
    SwingUtilities.invokeAndWait(() -> {});

    assertThat(text("summary")).startsWith("OPEN   ·   opened 1 times").endsWith("n = 2");
    assertThat(find(other, JLabel.class, "summary").getText())
        .startsWith("CLOSED   ·   opened 0 times")
        .endsWith("n = 3");
    assertThat(find(other, JTable.class, "transitions").getRowCount()).isZero();
  }

  private static SampleEvent event(String label, long at, String outcome, String circuit) {
    JMeterVariables variables = new JMeterVariables();
    variables.put("ai_outcome", outcome);
    variables.put("ai_circuit", circuit);
    SampleResult result = SampleResult.createTestSample(at, at + 300);
    result.setSampleLabel(label);
    result.setSuccessful(outcome.equals("GENERATED"));
    return new SampleEvent(result, "group", variables);
  }

  @Test
  void shouldDrawTheStatesInTheirColours() throws Exception {
    int red = CircuitBands.COLORS.get(CircuitState.OPEN).getRGB() & 0xFFFFFF;
    int green = CircuitBands.COLORS.get(CircuitState.CLOSED).getRGB() & 0xFFFFFF;
    BufferedImage empty = picture();
    show();
    BufferedImage shown = picture();

    assertThat(colours(empty, red)).isZero();
    assertThat(colours(shown, red)).isGreaterThan(2 * colours(shown, green));
    assertThat(colours(shown, green)).isPositive();
  }

  private BufferedImage picture() {
    gui.setSize(1000, 900);
    layOut(gui);
    BufferedImage picture = new BufferedImage(1000, 900, BufferedImage.TYPE_INT_RGB);
    gui.paint(picture.createGraphics());
    return picture;
  }

  private static long colours(BufferedImage picture, int rgb) {
    long found = 0;
    for (int x = 0; x < picture.getWidth(); x++) {
      for (int y = 0; y < picture.getHeight(); y++) {
        found += (picture.getRGB(x, y) & 0xFFFFFF) == rgb ? 1 : 0;
      }
    }
    return found;
  }

  private static void layOut(Component component) {
    component.doLayout();
    if (component instanceof Container container) {
      for (Component child : container.getComponents()) {
        layOut(child);
      }
    }
  }

  private String text(String name) {
    return find(gui, JLabel.class, name).getText();
  }

  private String[][] rows(String name) {
    JTable table = find(gui, JTable.class, name);
    String[][] rows = new String[table.getRowCount()][table.getColumnCount()];
    for (int row = 0; row < rows.length; row++) {
      for (int column = 0; column < rows[row].length; column++) {
        rows[row][column] = (String) table.getValueAt(row, column);
      }
    }
    return rows;
  }

  private static <T> T find(Container in, Class<T> type, String name) {
    for (Component child : in.getComponents()) {
      if (type.isInstance(child) && name.equals(child.getName())) {
        return type.cast(child);
      }
      if (child instanceof Container container) {
        T found = find(container, type, name);
        if (found != null) {
          return found;
        }
      }
    }
    return null;
  }
}
