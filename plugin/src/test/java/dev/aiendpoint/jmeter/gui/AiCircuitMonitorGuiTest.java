package dev.aiendpoint.jmeter.gui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiendpoint.exchange.CircuitState;
import dev.aiendpoint.jmeter.AiCircuitMonitor;
import dev.aiendpoint.jmeter.JMeterHome;
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
  private final ShownForm form = new ShownForm(gui);

  /** JMeter runs a copy of the element that the form has made, its variables replaced. */
  private AiCircuitMonitor running() {
    AiCircuitMonitor element = (AiCircuitMonitor) gui.createTestElement();
    element.setProperty(AiCircuitMonitor.THRESHOLD, "5");
    element.setProperty(AiCircuitMonitor.WINDOW_SECONDS, "60");
    element.setProperty(AiCircuitMonitor.OPEN_SECONDS, "30");
    element.setProperty(AiCircuitMonitor.PROBES, "1");
    gui.configure(element);
    gui.modifyTestElement(element);
    return (AiCircuitMonitor) element.clone();
  }

  private static SampleEvent event(CircuitState state, String outcome) {
    JMeterVariables variables = new JMeterVariables();
    variables.put("ai_circuit", state.name());
    variables.put("ai_outcome", outcome);
    SampleResult result = SampleResult.createTestSample(10);
    result.setSampleLabel("AI explanation");
    result.setSuccessful(state == CircuitState.CLOSED);
    return new SampleEvent(result, "group", variables);
  }

  private void run() throws Exception {
    AiCircuitMonitor running = running();
    running.testStarted();
    running.sampleOccurred(event(CircuitState.CLOSED, "GENERATED"));
    running.sampleOccurred(event(CircuitState.OPEN, "CIRCUIT_REJECTED"));
    running.testEnded();
    SwingUtilities.invokeAndWait(() -> {});
  }

  @Test
  void shouldShowWhatTheRunningElementHasSeen() throws Exception {
    run();

    JTable transitions = form.find(JTable.class, "transitions");
    assertThat(transitions.getRowCount()).isEqualTo(1);
    assertThat(transitions.getValueAt(0, 2)).isEqualTo("CLOSED");
    assertThat(transitions.getValueAt(0, 3)).isEqualTo("OPEN");
    assertThat(form.find(JTable.class, "declared").getRowCount()).isPositive();
    assertThat(form.find(JLabel.class, "summary").getText()).contains("OPEN");
  }

  @Test
  void shouldDrawTheStatesAsBands() throws Exception {
    int open = CircuitBands.COLORS.get(CircuitState.OPEN).getRGB() & 0xFFFFFF;
    assertThat(form.pixels(open)).isZero();

    run();

    assertThat(form.pixels(open)).isPositive();
  }

  @Test
  void shouldForgetWhenCleared() throws Exception {
    run();

    gui.clearData();

    assertThat(form.find(JTable.class, "transitions").getRowCount()).isZero();
    assertThat(form.find(JTable.class, "declared").getRowCount()).isZero();
    assertThat(form.find(JLabel.class, "summary").getText())
        .isEqualTo(Texts.get("AiCircuitMonitor.nothing"));
  }
}
