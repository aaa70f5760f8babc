package dev.aiendpoint.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AiLabelsTest {

  @ParameterizedTest(name = "''{0}'' selects {1}: {2}")
  @CsvSource({
    "'', AI chat, true",
    "'', READ home, false",
    "AI chat*, AI chat 1, true",
    "AI chat*, AI explanation, false",
    "AI chat*|AI exp*, AI explanation, true",
    "*, READ home, false",
  })
  void shouldSelectAiRequestsOnly(String patterns, String label, boolean selected) {
    List<String> each = patterns.isEmpty() ? List.of() : List.of(patterns.split("\\|"));

    assertThat(AiLabels.matches(each, label)).isEqualTo(selected);
  }
}
