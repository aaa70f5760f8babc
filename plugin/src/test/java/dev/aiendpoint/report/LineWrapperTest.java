package dev.aiendpoint.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LineWrapperTest {

  @ParameterizedTest(name = "{2}")
  @CsvSource({
    "one two three, one two|three, breaks at a space",
    "exactly8, exactly8, a line that fits stays",
    "abcdefghijkl, abcdefgh|ijkl, a word that is too wide is broken",
    "a  b c d e f, a  b c d|e f, runs of spaces stay",
    "ab abcdefghij, ab|abcdefgh|ij, a long word starts on its own line",
    "a-bc/d-efghi, a-bc/d-|efghi, a word that is too wide is broken at a joint",
    "a-bcdefghijk, a-bcdefg|hijk, but not where that leaves most of the line empty",
    "가나다라마, 가나다라|마, wide characters take two columns",
    "'', '', an empty text is one empty line"
  })
  void shouldWrapAtEightColumns(String text, String lines, String why) {
    assertThat(LineWrapper.wrap(text, 8)).as(why).isEqualTo(Arrays.asList(lines.split("\\|", -1)));
  }

  @ParameterizedTest(name = "width {0}")
  @CsvSource({"1", "2", "3"})
  void shouldEndWhenNotEvenOneCharacterFits(int width) {
    assertThat(String.join("", LineWrapper.wrap("가 \uD83D\uDE00나", width)).replace(" ", ""))
        .isEqualTo("가\uD83D\uDE00나");
  }
}
