package dev.aiendpoint.jmeter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aiendpoint.phase.PhaseRow;
import dev.aiendpoint.phase.PhasedLoadText;
import java.util.List;
import org.apache.jmeter.util.JMeterUtils;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhasedThreadGroupTest {

  private final PhasedThreadGroup group = new PhasedThreadGroup();

  @BeforeAll
  static void home() {
    JMeterHome.use();
  }

  @BeforeEach
  void table() {
    group.setName("users");
    group.setRows(List.of(new PhaseRow("a", "5", "1 s", "none")));
  }

  @AfterEach
  void settings() {
    JMeterUtils.getJMeterProperties().remove("users.scale");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          no number of users | b | -5 | 1 s       | none | row 2 (b): users or arrivals was '-5'
          no time            | b | 5  | 3 parsecs | none | row 2 (b): length was '3 parsecs'
          no share           | b | 5  | 1 s       | some | row 2 (b): ramp was 'some'
          a name used before | a | 5  | 1 s       | none | row 2 (a): name was 'a'
          """)
  void shouldRefuseTheRunAndNameTheRowWhenTheTableIsWrong(
      String why, String name, String level, String length, String ramp, String reason) {
    group.setRows(
        List.of(new PhaseRow("a", "5", "1 s", "none"), new PhaseRow(name, level, length, ramp)));

    assertThatThrownBy(group::testStarted)
        .isInstanceOf(RunRefusedException.class)
        .hasMessageStartingWith("thread group 'users', " + reason);
  }

  @Test
  void shouldRefuseTheRunWhenThereIsNoTable() {
    group.setRows(List.of());

    assertThatThrownBy(group::testStarted)
        .isInstanceOf(RunRefusedException.class)
        .hasMessageContaining("thread group 'users'");
  }

  @Test
  void shouldRefuseTheRunOnARemoteEngineToo() {
    group.setLoadText(new PhasedLoadText(group.getRows(), "soon", "1", "even", ""));

    assertThatThrownBy(() -> group.testStarted("engine"))
        .isInstanceOf(RunRefusedException.class)
        .hasMessageContaining("graceful limit was 'soon'");
  }

  @Test
  void shouldStartWithDefaultsForWhatIsNotInThePlan() {
    group.testStarted();

    assertThat(group.getLoadText())
        .isEqualTo(new PhasedLoadText(group.getRows(), "30 s", "1000", "even", ""));
    assertThat(group.getNumThreads()).isEqualTo(5);
  }

  @Test
  void shouldEvaluateFunctionsInCells() {
    JMeterUtils.setProperty("users.here", "7");
    group.setRows(
        List.of(
            new PhaseRow("${__P(no.such.phase,steady)}", "${__P(users.here,10)}", "1 s", "none")));
    assertThat(group.getRows().get(0).level()).isEqualTo("${__P(users.here,10)}");

    group.setRunningVersion(true);

    assertThat(group.getRows()).containsExactly(new PhaseRow("steady", "7", "1 s", "none"));
    assertThat(group.getNumThreads()).isEqualTo(7);
    JMeterUtils.getJMeterProperties().remove("users.here");
  }

  @Test
  void shouldScaleUsersByTheSetting() {
    JMeterUtils.setProperty("users.scale", "2");

    assertThat(group.getNumThreads()).isEqualTo(10);
  }

  @Test
  void shouldRefuseASettingThatIsNoFactor() {
    JMeterUtils.setProperty("users.scale", "many");

    assertThatThrownBy(group::testStarted)
        .isInstanceOf(RunRefusedException.class)
        .hasMessageContaining("users.scale was 'many'");
  }
}
