package dev.aiendpoint.phase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LoadScaleTest {

  @ParameterizedTest(name = "{3}")
  @CsvSource({
    "150, 0.1,  15, a tenth",
    "10,  0.25, 3,  half is rounded up",
    "10,  0.24, 2,  less than half is rounded down",
    "10,  0.01, 1,  users never vanish",
    "0,   5,    0,  no users stay none",
    "3,   2,    6,  twice"
  })
  void shouldScaleUsers(int count, double factor, int scaled, String sentence) {
    assertThat(new LoadScale(1, factor).users(count)).isEqualTo(scaled);
  }

  @Test
  void shouldBeFullWhenNothingIsSet() {
    assertThat(LoadScale.parse("", " ")).isEqualTo(LoadScale.FULL);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "NaN", "1e3", "abc", "1,5", "1001", "1d"})
  void shouldRefuseWhatIsNoFactor(String value) {
    assertThatThrownBy(() -> LoadScale.parse(value, value))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("settings: duration.scale was '" + value + "' but must be")
        .hasMessageContaining("settings: users.scale was '" + value + "' but must be");
  }
}
