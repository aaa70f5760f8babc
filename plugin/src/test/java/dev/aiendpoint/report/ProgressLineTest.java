package dev.aiendpoint.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiendpoint.exchange.CircuitState;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class ProgressLineTest {

  private static final ProgressFacts STEADY =
      new ProgressFacts(
          Duration.ofMillis(12_900),
          OptionalLong.of(18),
          "steady",
          10,
          OptionalInt.of(10),
          OptionalDouble.of(9.8),
          OptionalDouble.of(12),
          0,
          118,
          3,
          4,
          Optional.empty(),
          Optional.empty());

  private static final ProgressFacts NOTHING_YET =
      new ProgressFacts(
          Duration.ZERO,
          OptionalLong.empty(),
          "",
          0,
          OptionalInt.empty(),
          OptionalDouble.empty(),
          OptionalDouble.of(Double.NaN),
          0,
          0,
          0,
          0,
          Optional.empty(),
          Optional.empty());

  @Test
  void shouldHoldAllThatIsKnown() {
    assertThat(new ProgressLine().write(STEADY))
        .isEqualTo(
            "00:12 steady  users 10/10   9.8/s  p95 12 ms   errors 0/118  hits 75 % (n=4)  left"
                + " 00:18");
  }

  @Test
  void shouldShowADashWhenAFigureIsNotKnown() {
    assertThat(new ProgressLine().write(NOTHING_YET))
        .isEqualTo("00:00 starting  users 0     -/s  p95 -       errors 0/0  hits -  left -");
  }

  @Test
  void shouldShowCircuitAndMixWhenSomebodyWatchesThem() {
    String line = new ProgressLine().write(day("stress", 10));

    assertThat(line).contains("circuit HALF_OPEN mix 60/30/10 left 1:02:03");
  }

  @Test
  void shouldDropTheMixWhenSpaceIsShort() {
    String line = new ProgressLine().write(day("induce-failures", 100));

    assertThat(line).contains("induce-failures", "circuit HALF_OPEN").doesNotContain("mix");
    assertThat(line).hasSizeLessThanOrEqualTo(ConsoleTable.WIDTH);
  }

  @Test
  void shouldShortenAPhasesNameWhenNothingElseHelps() {
    String line = new ProgressLine().write(day("오후 최대 부하 ".repeat(20), 1_234_567));

    assertThat(line).contains(".. users").contains("left 1:02:03");
    assertThat(ColumnWidth.of(line)).isLessThanOrEqualTo(ConsoleTable.WIDTH);
  }

  @Test
  void shouldStayOneLineWhenAPhasesNameHoldsALineBreak() {
    assertThat(new ProgressLine().write(day("a\r\nb\u001B[2J", 1)))
        .contains("a b\\u001B[2J")
        .doesNotContain("\n", "\u001B");
  }

  private static ProgressFacts day(String phase, long samples) {
    return new ProgressFacts(
        Duration.ofMinutes(75),
        OptionalLong.of(3723),
        phase,
        149,
        OptionalInt.of(150),
        OptionalDouble.of(1234.5),
        OptionalDouble.of(12_345),
        samples / 10,
        samples,
        samples / 2,
        samples,
        Optional.of(CircuitState.HALF_OPEN),
        Optional.of(new ProgressFacts.Mix(6, 3, 1)));
  }
}
