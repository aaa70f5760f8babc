package dev.aiendpoint.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ColourSupportTest {

  @ParameterizedTest(name = "{4}")
  @CsvSource({
    "true,  xterm-256color, '', true,  a terminal",
    "true,  '',             '', true,  a terminal that does not say which",
    "false, xterm-256color, '', false, a pipe or a file",
    "true,  dumb,           '', false, a terminal without colours",
    "true,  xterm,          1,  false, a user who wants none",
  })
  void shouldColourOnlyWhereColoursShow(
      boolean terminal, String term, String noColor, boolean coloured, String sentence) {
    assertThat(ColourSupport.of(terminal, Map.of("TERM", term, "NO_COLOR", noColor)))
        .as(sentence)
        .isEqualTo(coloured);
  }

  /** On JDK 22 to 24 a console exists in any case; this test's output is no terminal. */
  @Test
  void shouldNotTakeAConsoleForATerminal() {
    assertThat(ColourSupport.isTerminal(System.console())).isFalse();
  }
}
