package dev.aiendpoint.svg;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TicksTest {

  @ParameterizedTest(name = "{0} in {1} steps: up to {2} by {3}")
  @CsvSource({
    "150, 3, 1, 150, 50",
    "151, 3, 1, 200, 100",
    "0, 4, 1, 1, 1",
    "1, 3, 1, 1, 1",
    "9.3, 4, 0.1, 10, 2.5",
    "0.7, 4, 0.1, 0.8, 0.2",
    "43210, 4, 1, 60000, 20000",
  })
  void shouldEndAtARoundFigureThatHoldsTheHighest(
      double high, int count, double smallest, double last, double step) {
    List<Double> ticks = Ticks.upTo(high, count, smallest);
    assertThat(ticks.get(0)).isZero();
    assertThat(ticks.get(1)).isEqualTo(step, org.assertj.core.data.Offset.offset(1e-9));
    assertThat(ticks.get(ticks.size() - 1))
        .isEqualTo(last, org.assertj.core.data.Offset.offset(1e-9));
  }

  @Test
  void shouldHoldFiguresBetweenDecades() {
    assertThat(Ticks.decades(3, 250)).containsExactly(1.0, 10.0, 100.0, 1000.0);
    assertThat(Ticks.decades(10, 100)).containsExactly(10.0, 100.0);
    assertThat(Ticks.decades(5, 5)).hasSizeGreaterThanOrEqualTo(2);
  }

  @Test
  void shouldChooseRoundMoments() {
    assertThat(Ticks.times(0, 780_000, 10))
        .containsExactly(0.0, 120_000.0, 240_000.0, 360_000.0, 480_000.0, 600_000.0, 720_000.0);
    assertThat(Ticks.times(2_300, 3_400, 5)).containsExactly(2_500.0, 3_000.0);
    assertThat(Ticks.times(0, 1e15, 5)).hasSizeLessThanOrEqualTo(21);
  }

  @Test
  void shouldKeepFiguresOnTheAxis() {
    Scale linear = new Scale.Linear(0, 10, 100, 200);
    assertThat(linear.at(5)).isEqualTo(150);
    assertThat(linear.at(99)).isEqualTo(200);
    assertThat(new Scale.Linear(3, 3, 100, 200).at(3)).isEqualTo(100);
    Scale logarithmic = new Scale.Logarithmic(1, 100, 0, 200);
    assertThat(logarithmic.at(10)).isEqualTo(100);
    assertThat(logarithmic.at(0)).isEqualTo(0);
  }
}
