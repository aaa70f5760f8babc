package dev.aiendpoint.choice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WeightsParserTest {

  private static final List<String> CHILDREN = List.of("read", "chat", "save it");

  @ParameterizedTest(name = "{2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "60, 30, 10 | [0, 1, 2] | in the order of the children",
        "60%,30 %, 10 | [0, 1, 2] | with or without the sign",
        "chat=30, read=60, save it=10 | [1, 0, 2] | by name in any order",
        "chat=30, read=20, save it=10, nothing=40 | [1, 0, 2, -1] | with a share for no child",
        "chat=100, read=0, save it=0 | [1, 0, 2] | a share may be 0",
      })
  void shouldReadWeights(String text, String places, String sentence) {
    assertThat(WeightsParser.parse(text).resolve(CHILDREN)).as(sentence).hasToString(places);
  }

  @ParameterizedTest(name = "{2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "60, 30 | 100 together, and they are 90 | too little",
        "60, 30, 20 | 100 together, and they are 110 | too much",
        "'' | whole percents | nothing at all",
        "60, 30.5, 9.5 | whole percents | parts of a percent",
        "-10, 110 | whole percents | a negative one",
        "read=60, 40 | all with a name or all without | one name missing",
        "read=60, read=40 | 'read' is there twice | one name twice",
      })
  void shouldRefuseWhatIsNoWeights(String text, String words, String sentence) {
    assertThatThrownBy(() -> WeightsParser.parse(text))
        .as(sentence)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("weights was '" + text + "'")
        .hasMessageContaining(words)
        .hasMessageContaining("supported: ");
  }

  @ParameterizedTest(name = "{2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "50, 50 | has 2 shares but must have one for each of the 3 children | too few",
        "read=50, talk=50 | 'talk' but must name a child; supported: read, chat, save it | unknown",
        "read=50, chat=50 | no share for the child save it | one child forgotten",
      })
  void shouldRefuseWeightsForOtherChildren(String text, String words, String sentence) {
    Weights weights = WeightsParser.parse(text);
    assertThatThrownBy(() -> weights.resolve(CHILDREN))
        .as(sentence)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(words);
  }
}
