package dev.aiendpoint.classify;

import static dev.aiendpoint.classify.ExchangeBuilder.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.aiendpoint.exchange.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the example of {@code docs/your-own-profile.md} to what the page says of it. */
class OwnProfilePageTest {

  private static final Path PAGE = Path.of("../docs/your-own-profile.md");
  private static final Pattern EXAMPLE = Pattern.compile("(?s)```json\n(.*?)```");
  private static final Pattern ROW =
      Pattern.compile(
          "(?m)^\\| (\\d{3}) \\| (?:`([^:`]+): ([^`]+)`)? ?\\| `([^`]*)` \\| (\\w+) \\| ?([\\d.]*) ?\\|$");

  static Stream<MatchResult> rows() throws IOException {
    return ROW.matcher(Files.readString(PAGE)).results();
  }

  private static ResponseProfile example() throws Exception {
    Matcher example = EXAMPLE.matcher(Files.readString(PAGE));
    assertThat(example.find()).isTrue();
    assertThat(example.group(1).lines().count()).as("ten lines").isEqualTo(10);
    return ResponseProfileReader.read("your-own-profile.md", example.group(1));
  }

  @ParameterizedTest(name = "row {index}")
  @MethodSource("rows")
  void shouldJudgeEachRowAsThePageSays(MatchResult row) throws Exception {
    ExchangeBuilder answer = status(Integer.parseInt(row.group(1))).body(row.group(4));
    if (row.group(2) != null) {
      answer.header(row.group(2), row.group(3));
    }
    Classification decided = example().classify(answer.build(), Set.of());

    assertThat(decided.outcome()).isEqualTo(Outcome.valueOf(row.group(5)));
    if (row.group(6).isEmpty()) {
      assertThat(decided.cost()).isEmpty();
    } else {
      assertThat(decided.cost().orElseThrow())
          .isCloseTo(Double.parseDouble(row.group(6)), within(1e-9));
    }
  }

  @Test
  void shouldReadEveryRowOfTheTableAndUseEveryRule() throws Exception {
    assertThat(rows()).hasSize(7);
    assertThat(example().ruleIds()).containsExactly("apology", "breaker", "hit", "open");
  }
}
