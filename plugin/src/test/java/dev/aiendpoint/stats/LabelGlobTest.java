package dev.aiendpoint.stats;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LabelGlobTest {

  @ParameterizedTest(name = "{3}")
  @CsvSource({
    "AI chat, AI chat, true, a pattern without wildcards is the label",
    "AI chat, AI chat turn, false, the whole label must match",
    "AI*, AI chat, true, a star is any text",
    "AI*, AI, true, a star is also no text",
    "*, READ home, true, a star alone is every label",
    "*chat*turn, AI chat first turn, true, several stars",
    "*a*ab, aaab, true, a star gives back what it took too much",
    "AI c?at, AI chat, true, a question mark is one character",
    "AI chat?, AI chat, false, a question mark is not no character",
    "ai*, AI chat, false, case counts",
    "A.*, AI chat, false, a point is a point",
  })
  void shouldMatchWholeLabels(String pattern, String label, boolean matches, String why) {
    assertThat(LabelGlob.matches(pattern, label)).as(why).isEqualTo(matches);
  }
}
