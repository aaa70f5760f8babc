package dev.aiendpoint.jmeter.gui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiendpoint.cache.CacheReport;
import dev.aiendpoint.exchange.CacheStatus;
import dev.aiendpoint.exchange.Outcome;
import dev.aiendpoint.jmeter.AiCacheTracker;
import dev.aiendpoint.jmeter.JMeterHome;
import dev.aiendpoint.stats.RunRecorder;
import dev.aiendpoint.stats.TestSample;
import java.util.concurrent.atomic.AtomicInteger;
import javax.swing.JLabel;
import javax.swing.JTable;
import javax.swing.SwingUtilities;
import org.apache.jmeter.samplers.SampleEvent;
import org.apache.jmeter.samplers.SampleResult;
import org.apache.jmeter.threads.JMeterVariables;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class AiCacheTrackerGuiTest {

  @BeforeAll
  static void prepare() {
    JMeterHome.use();
  }

  private final AiCacheTrackerGui gui = new AiCacheTrackerGui();
  private final ShownForm form = new ShownForm(gui);

  private static CacheReport report() {
    RunRecorder run = new RunRecorder();
    miss("AI explanation", "warm-up", 2000).cost(200).start(1_000).recordIn(run, 2);
    hit("AI explanation", "normal", 20).cost(0).start(9_000).recordIn(run, 6);
    hit("READ matches", "normal", 5).start(9_000).recordIn(run, 2);
    return CacheReport.of(run.snapshot());
  }

  private static TestSample hit(String label, String phase, long elapsed) {
    return TestSample.of(label)
        .phase(phase)
        .outcome(Outcome.CACHED)
        .cache(CacheStatus.HIT)
        .elapsed(elapsed);
  }

  private static TestSample miss(String label, String phase, long elapsed) {
    return TestSample.of(label)
        .phase(phase)
        .outcome(Outcome.GENERATED)
        .cache(CacheStatus.MISS)
        .elapsed(elapsed);
  }

  private void show() throws Exception {
    gui.show(report(), "KRW");
    SwingUtilities.invokeAndWait(() -> {});
  }

  @Test
  void shouldShowARowForAllAndForEachLabelWithItsPhases() throws Exception {
    show();

    JTable table = form.find(JTable.class, "figures");
    assertThat(texts(table))
        .isDeepEqualTo(
            new String[][] {
              row("All labels", 8, 2, "80 %", "20 ms / 20 ms  (8)", "2 s / 2 s  (2)"),
              row("AI explanation", 6, 2, "75 %", "20 ms / 20 ms  (6)", "2 s / 2 s  (2)"),
              row("warm-up", 0, 2, "0 %", "-", "2 s / 2 s  (2)"),
              row("normal", 6, 0, "100 %", "20 ms / 20 ms  (6)", "-"),
              row("READ matches", 2, 0, "100 %", "5 ms / 5 ms  (2)", "-"),
              row("normal", 2, 0, "100 %", "5 ms / 5 ms  (2)", "-"),
            });
    assertThat(table.getValueAt(1, 8)).isEqualTo("11.9 s");
    assertThat(table.getValueAt(1, 9)).isEqualTo("1200 KRW");
    assertThat(table.getValueAt(2, 8)).isEqualTo("");
    assertThat(table.getValueAt(4, 8)).isEqualTo("-");
    assertThat(form.find(JLabel.class, "summary").getText())
        .isEqualTo("Hit rate 80 % (n = 10)   ·   saved 11.9 s of waiting   ·   saved 1200 KRW");
  }

  private static String[] row(
      String name, long hits, long misses, String rate, String hit, String miss) {
    return new String[] {name, "" + hits, "" + misses, "0", "0", rate, hit, miss};
  }

  private static String[][] texts(JTable table) {
    String[][] texts = new String[table.getRowCount()][8];
    for (int row = 0; row < texts.length; row++) {
      for (int column = 0; column < 8; column++) {
        texts[row][column] = (String) table.getValueAt(row, column);
      }
    }
    return texts;
  }

  @Test
  void shouldForgetAndCountAnewWhenCleared() throws Exception {
    AtomicInteger anew = new AtomicInteger();
    gui.begin(anew::incrementAndGet);
    show();

    gui.clearData();

    assertThat(anew).hasValue(1);
    assertThat(form.find(JTable.class, "figures").getRowCount()).isZero();
    assertThat(form.find(JLabel.class, "summary").getText()).startsWith("No answer has told");
  }

  /** JMeter runs a copy of the element that the form has made. */
  @Test
  void shouldShowWhatTheRunningElementHasCounted() throws Exception {
    AiCacheTracker element = (AiCacheTracker) gui.createTestElement();
    gui.modifyTestElement(element);
    AiCacheTracker running = (AiCacheTracker) element.clone();

    running.testStarted();
    running.sampleOccurred(event("HIT"));
    running.sampleOccurred(event("MISS"));
    running.sampleOccurred(event("HIT"));
    running.testEnded();
    SwingUtilities.invokeAndWait(() -> {});

    assertThat(form.find(JTable.class, "figures").getValueAt(1, 1)).isEqualTo("2");
    assertThat(form.find(JLabel.class, "summary").getText()).startsWith("Hit rate 66.7 % (n = 3)");
  }

  private static SampleEvent event(String cache) {
    JMeterVariables variables = new JMeterVariables();
    variables.put("ai_cache", cache);
    SampleResult result = SampleResult.createTestSample(10);
    result.setSampleLabel("AI explanation");
    result.setSuccessful(true);
    return new SampleEvent(result, "group", variables);
  }

  @Test
  void shouldExplainEachColumn() {
    JTable table = form.find(JTable.class, "figures");

    for (int column = 0; column < table.getColumnCount(); column++) {
      assertThat(table.getColumnName(column)).doesNotContain("[");
      assertThat(CacheTableModel.tip(column)).doesNotContain("[");
    }
  }

  @Test
  void shouldDrawWithAndWithoutFigures() throws Exception {
    assertThat(form.pixels(0xE07B00)).isZero();

    show();

    assertThat(form.pixels(0xE07B00)).isPositive();
    assertThat(form.pixels(0x2F7ED8)).isPositive();
  }
}
