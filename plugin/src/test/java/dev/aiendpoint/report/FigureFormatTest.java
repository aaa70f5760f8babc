package dev.aiendpoint.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.OptionalDouble;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FigureFormatTest {

  @ParameterizedTest(name = "{0} {1} is {2}")
  @CsvSource({
    "4.25, ms, 4.25 ms",
    "6200, ms, 6.2 s",
    "31.416, %, 31.4 %",
    "99.9999, %, 99.9999 %",
    "13656, '', 13656",
    "NaN, ms, -",
    "Infinity, '', -"
  })
  void shouldWriteAThresholdsFigureBesideItsLimit(double figure, String unit, String text) {
    assertThat(FigureFormat.besides(OptionalDouble.of(100), OptionalDouble.of(figure), unit))
        .isEqualTo(text);
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
