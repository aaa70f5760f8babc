package dev.aiendpoint.baseline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FigureFormatTest {

  @ParameterizedTest(name = "{0} {1} is {2}")
  @CsvSource({
    "6200, ms, 6.2 s",
    "6234, ms, 6.23 s",
    "487, ms, 487 ms",
    "999.6, ms, 1 s",
    "0.1374, ms, 0.137 ms",
    "0, ms, 0 ms",
    "90000, ms, 90 s",
    "150000, ms, 2.5 min",
    "0.3, %, 0.3 %",
    "33.3333, %, 33.3 %",
    "100, %, 100 %",
    "99.9996, %, 99.9996 %",
    "0, %, 0 %",
    "30, pp, 30 pp",
    "50.04, /s, 50 /s",
    "1204, '', 1204",
    "1204.56, '', 1205",
    "12.3456, '', 12.3",
    "123456789, '', 123456789",
  })
  void shouldShowThreeSignificantDigits(double value, String unit, String text) {
    assertThat(FigureFormat.figure(value, unit)).isEqualTo(text);
  }

  @ParameterizedTest(name = "{1} beside {0} is {3}")
  @CsvSource({
    "5000, 5003, ms, 5.003 s",
    "5000, 5000, ms, 5 s",
    "5000, 6234, ms, 6.23 s",
    "1, 1.0004, %, 1.0004 %",
    "1000, 999.97, ms, 999.97 ms",
  })
  void shouldNeverLookLikeTheLimitWhenItIsNot(
      double limit, double value, String unit, String text) {
    assertThat(FigureFormat.besides(limit, value, unit)).isEqualTo(text);
  }
}
