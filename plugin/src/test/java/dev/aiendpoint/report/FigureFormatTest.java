package dev.aiendpoint.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.OptionalDouble;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FigureFormatTest {

  @ParameterizedTest(name = "{0} {1} is {2}")
  @CsvSource({
    "0.4212, ms, 0.42 ms",
    "4.25, ms, 4.3 ms",
    "12, ms, 12 ms",
    "998.7, ms, 999 ms",
    "4996, ms, 4.996 s",
    "6200, ms, 6.2 s",
    "75123, ms, 75.12 s",
    "0, %, 0 %",
    "0.085, %, 0.085 %",
    "0.0001, %, <0.001 %",
    "99.999, %, >99.99 %",
    "100, %, 100 %",
    "31.416, %, 31.42 %",
    "9.8, /s, 9.8/s",
    "-1.5, pp, -1.5 pp",
    "13656, '', 13656",
    "NaN, ms, -",
    "Infinity, '', -"
  })
  void shouldWriteAFigureInItsUnit(double figure, String unit, String text) {
    assertThat(FigureFormat.inUnit(OptionalDouble.of(figure), unit)).isEqualTo(text);
  }

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource({
    "PT0.5S, 0.5 s",
    "PT30.4S, 30 s",
    "PT59.9S, 1 min",
    "PT13M2S, 13 min 2 s",
    "PT1H3M9S, 1 h 3 min"
  })
  void shouldWriteALength(Duration length, String text) {
    assertThat(FigureFormat.length(length)).isEqualTo(text);
  }
}
