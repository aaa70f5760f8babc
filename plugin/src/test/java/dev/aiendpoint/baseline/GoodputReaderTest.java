package dev.aiendpoint.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.aiendpoint.json.InvalidFileException;
import dev.aiendpoint.json.JsonView;
import dev.aiendpoint.json.Problem;
import dev.aiendpoint.stats.Goodput;
import dev.aiendpoint.stats.TimingMetric;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GoodputReaderTest {

  private static final String REST =
      ",\n\"thresholds\": [{\"id\": \"a\", \"check\": \"rate(goodput) > 90 %\"}] }";

  private static Goodput read(String goodput) throws InvalidFileException {
    return BaselineReader.read("b.json", "{ \"plan\": \"p\", \"goodput\": " + goodput + REST)
        .goodput();
  }

  @Test
  void shouldReadOneObjective() throws InvalidFileException {
    Goodput goodput = read("{\"elapsed\": \"5 s\", \"ttft\": \"800 ms\"}");

    assertThat(goodput.objectives()).hasSize(1);
    assertThat(goodput.objectives().get(0).labels()).isEmpty();
    assertThat(goodput.objectives().get(0).mostMillis())
        .isEqualTo(Map.of(TimingMetric.ELAPSED, 5_000.0, TimingMetric.TTFT, 800.0));
    assertThat(goodput.objectives().get(0).text())
        .isEqualTo("AI requests: elapsed 5 s, ttft 800 ms");
  }

  @Test
  void shouldReadAListOfObjectives() throws InvalidFileException {
    Goodput goodput =
        read(
            "[{\"labels\": \"AI chat*, AI tell\", \"tpot\": \"50 ms\"}, {\"icl_max\": \"1 min\"}]");

    assertThat(goodput.objectives().get(0).labels()).containsExactly("AI chat*", "AI tell");
    assertThat(goodput.objectives().get(0).text()).isEqualTo("AI chat*, AI tell: tpot 50 ms");
    assertThat(goodput.timings()).containsExactly(TimingMetric.TPOT, TimingMetric.ICL_MAX);
  }

  @Test
  void shouldHaveNoneWhenTheFileHasNone() throws InvalidFileException {
    Baseline baseline = TestBaseline.of("'check': 'rate(errors) < 1 %'");

    assertThat(baseline.goodput().isDeclared()).isFalse();
  }

  /** The value stands alone in line 2, from column 1. */
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "3|1|goodput was '3' but must be an objective such as {\"elapsed\": \"5 s\"}, or a list",
        "[]|1|goodput was '[…]' but must be an objective",
        "[7]|2|goodput was '7' but must be an objective",
        "{}|1|must name at least one duration; supported: elapsed, ttft, tpot, icl_max",
        "{\"labels\": \"AI*\"}|1|must name at least one duration",
        "{\"elapsed\": 5}|13|elapsed was '5' but must be a duration above 0, such as 5 s",
        "{\"elapsed\": \"5\"}|13|elapsed was '5' but must be a duration above 0, such as 5 s; supported: ms, s, min",
        "{\"elapsed\": \"0 s\"}|13|elapsed was '0 s' but must be a duration above 0",
        "{\"elapsed\": \"5 h\"}|13|elapsed was '5 h' but must be",
        "{\"elapsd\": \"5 s\", \"ttft\": \"1 s\"}|2|member 'elapsd' is not known (did you mean 'elapsed'?); supported: labels, elapsed, ttft",
        "{\"from_intended\": \"5 s\", \"ttft\": \"1 s\"}|2|member 'from_intended' is not known",
        "{\"labels\": \"AI chat, READ home\", \"ttft\": \"1 s\"}|22|labels was 'READ home' but must be a pattern of labels that begin with AI",
        "{\"labels\": \"AI .*\", \"ttft\": \"1 s\"}|13|not a regular expression",
        "[{\"ttft\": \"1 s\"}, {\"elapsed\": \"1 s\"}]|19|the one before it has no labels"
      })
  void shouldSayWhatIsWrongAndWhere(String goodput, int column, String message) {
    List<Problem> problems = problemsOf("\n" + goodput);

    assertThat(problems).as(problems.toString()).hasSize(1);
    assertThat(problems.get(0).message()).contains(message);
    assertThat(problems.get(0).line()).isEqualTo(2);
    assertThat(problems.get(0).column()).isEqualTo(column);
  }

  private static List<Problem> problemsOf(String goodput) {
    InvalidFileException e = catchThrowableOfType(InvalidFileException.class, () -> read(goodput));
    assertThat(e).as("nothing wrong in " + goodput).isNotNull();
    return e.problems();
  }

  @Test
  void shouldRefuseAThresholdOnGoodputThatIsNotDeclared() {
    InvalidFileException e =
        catchThrowableOfType(
            InvalidFileException.class,
            () -> BaselineReader.read("b.json", "{ \"plan\": \"p\"" + REST));

    assertThat(e.problems()).hasSize(1);
    assertThat(e.problems().get(0).toString())
        .startsWith(
            "b.json:2:37: check was 'rate(goodput) > 90 %' but must be about something else")
        .contains("the file's member 'goodput' says what a request must achieve");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ai-load", "mixed-traffic"})
  void shouldBeDeclaredForThePlansThatAskAModel(String plan) throws Exception {
    String file = Files.readString(Path.of("..", "data", "baselines", plan + ".json"));

    assertThat(BaselineReader.read(plan, file).goodput().objectives()).hasSize(2);
  }

  @Test
  void shouldAgreeWithTheSchemaOnMemberNames() throws Exception {
    String file = Files.readString(Path.of("..", "data", "baselines", "baseline.schema.json"));
    JsonView objective = JsonView.parse(file).orElseThrow().get("$defs").get("objective");

    assertThat(objective.get("properties").members().keySet())
        .containsExactly("labels", "elapsed", "ttft", "tpot", "icl_max");
    assertThat(objective.get("additionalProperties").booleanValue()).contains(false);
  }
}
