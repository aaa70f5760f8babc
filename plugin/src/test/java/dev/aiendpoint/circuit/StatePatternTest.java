package dev.aiendpoint.circuit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.aiendpoint.exchange.CircuitState;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatePatternTest {

  private static final String LIFE = "CLOSED > OPEN > (HALF_OPEN > OPEN)* > HALF_OPEN > CLOSED";

  @ParameterizedTest(name = "{0} {1}: {2}")
  @CsvSource({
    "CLOSED, CLOSED, true",
    "CLOSED, CLOSED OPEN, false",
    "CLOSED>OPEN, CLOSED OPEN, true",
    LIFE + ", CLOSED OPEN HALF_OPEN CLOSED, true",
    LIFE + ", CLOSED OPEN HALF_OPEN OPEN HALF_OPEN OPEN HALF_OPEN CLOSED, true",
    LIFE + ", CLOSED OPEN CLOSED, false",
    LIFE + ", CLOSED OPEN HALF_OPEN, false",
    LIFE + ", CLOSED, false",
    "(CLOSED > OPEN)+, CLOSED OPEN CLOSED OPEN, true",
    "CLOSED > (OPEN)?, CLOSED, true",
    "(CLOSED > OPEN) > HALF_OPEN, CLOSED OPEN HALF_OPEN, true"
  })
  void shouldMatch(String pattern, String states, boolean matches) throws Exception {
    assertThat(
            StatePattern.parse(pattern)
                .matches(Arrays.stream(states.split(" ")).map(CircuitState::valueOf).toList()))
        .isEqualTo(matches);
  }

  @ParameterizedTest(name = "[{index}] {0}")
  @CsvSource({
    "'', 0, a state at the end",
    "CLOSED >, 8, a state at the end",
    "CLOSE, 0, at 'CLOSE'",
    "CLOSED OPEN, 7, at 'OPEN'",
    "CLOSED > (OPEN, 14, must have ')' at the end",
    "((CLOSED)*)*, 1, states joined",
    "CLOSED > OPEN*, 13, at '*'",
    "UNKNOWN, 0, states joined"
  })
  void shouldNameTheMistake(String pattern, int index, String message) {
    StatePattern.InvalidPatternException e =
        catchThrowableOfType(
            StatePattern.InvalidPatternException.class, () -> StatePattern.parse(pattern));
    assertThat(e).hasMessageContaining(message);
    assertThat(e.index()).isEqualTo(index);
  }
}
