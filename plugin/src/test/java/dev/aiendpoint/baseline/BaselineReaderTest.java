package dev.aiendpoint.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.aiendpoint.exchange.CacheStatus;
import dev.aiendpoint.exchange.Outcome;
import dev.aiendpoint.json.InvalidFileException;
import dev.aiendpoint.json.JsonView;
import dev.aiendpoint.json.LocatedJson;
import dev.aiendpoint.json.LocatedJsonReader;
import dev.aiendpoint.json.Problem;
import dev.aiendpoint.sample.OperationClass;
import dev.aiendpoint.stats.Scope;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BaselineReaderTest {

  @Test
  void shouldReadEveryMember() throws InvalidFileException {
    Baseline baseline =
        BaselineReader.read(
            "b.json",
            """
            { "$schema": "baseline.schema.json", "plan": "ai-load", "profile": "connect",
              "description": "the long one",
              "thresholds": [
                { "id": "explanation-p95", "check": "p95(elapsed) < 5 s", "target": "< 3 s",
                  "labels": "AI explanation*, AI chat", "operations": "AI", "phases": "peak,normal",
                  "outcomes": "GENERATED,CACHED", "cache": "MISS", "minSamples": 30,
                  "tolerance": "20 %", "abort": { "after": "1 min" }, "when": "smoke.ai=on",
                  "description": "slow" },
                { "id": "errors", "check": "rate(errors) < 1 %", "abort": true },
                { "id": "hits", "check": "rate(cache=HIT) > 30 %", "abort": "45 s" },
                { "id": "users", "check": "max(users) >= 150", "abort": false } ],
              "observed": { "date": "2026-03-01T02:03:04Z", "samples": 30,
                "scales": { "duration": 1, "users": 0.5 }, "figures": {} } }
            """);

    assertThat(baseline.plan()).isEqualTo("ai-load");
    assertThat(baseline.profile()).isEqualTo("connect");
    assertThat(baseline.description()).isEqualTo("the long one");
    assertThat(baseline.observed()).isPresent();
    Threshold first = baseline.thresholds().get(0);
    assertThat(first.scope())
        .isEqualTo(
            new Scope(
                List.of("AI explanation*", "AI chat"),
                Set.of("normal", "peak"),
                Set.of(OperationClass.AI),
                Set.of(Outcome.GENERATED, Outcome.CACHED),
                Set.of(CacheStatus.MISS)));
    assertThat(first.scope().phases()).containsExactly("peak", "normal");
    assertThat(first.minSamples()).isEqualTo(30);
    assertThat(first.tolerancePercent()).isEqualTo(20);
    assertThat(first.target().orElseThrow().text()).isEqualTo("< 3 s");
    assertThat(first.abort()).contains(new AbortRule(Duration.ofMinutes(1)));
    assertThat(first.when().orElseThrow().setting()).isEqualTo("smoke.ai");
    assertThat(first.description()).isEqualTo("slow");
    Threshold second = baseline.thresholds().get(1);
    assertThat(second.scope()).isEqualTo(Scope.ALL);
    assertThat(second.minSamples()).isEqualTo(20);
    assertThat(second.abort()).contains(AbortRule.DEFAULT);
    assertThat(baseline.thresholds().get(2).abort())
        .contains(new AbortRule(Duration.ofSeconds(45)));
    assertThat(baseline.thresholds().get(3).abort()).isEmpty();
  }

  /** Each row is one threshold's members; its id and check are there unless the row has its own. */
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"label\": \"AI*\"|1|member 'label' is not known (did you mean 'labels'?); supported: id",
        "\"zebra\": 1|1|member 'zebra' is not known; supported: id",
        "\"labels\": 3|11|labels was '3' but must be label patterns",
        "\"labels\": \"\"|11|labels was '' but must be label patterns",
        "\"labels\": \"AI*,,READ*\"|16|must have no empty item",
        "\"labels\": \"AI, READ .*\"|16|must be a label pattern with * for any text and ? for one",
        "\"phases\": \" , x\"|12|must have no empty item",
        "\"operations\": \"AI,REED\"|19|operations was 'REED' but must be an operation class (did you mean 'READ'?); supported: READ, AI, WRITE, CONTROL, OTHER",
        "\"outcomes\": \"OK\"|14|outcomes was 'OK' but must be an outcome; supported: GENERATED, CACHED, SERVED",
        "\"cache\": \"HITS\"|11|did you mean 'HIT'?); supported: HIT, MISS, BYPASS, UNKNOWN",
        "\"minSamples\": 0|15|minSamples was '0' but must be a whole number from 1",
        "\"minSamples\": 2.5|15|minSamples was '2.5' but must be",
        "\"minSamples\": \"20\"|15|minSamples was '20' but must be",
        "\"tolerance\": \"20\"|14|tolerance was '20' but must be a part of the limit",
        "\"tolerance\": \"0 %\"|14|tolerance was '0 %' but must be",
        "\"tolerance\": \"101 %\"|14|more than 0 % and at most 100 %",
        "\"check\": \"count(errors) == 0\", \"tolerance\": \"5 %\"|45|tolerance was '5 %' but must be absent where the limit is 0",
        "\"check\": \"count(errors) != 3\", \"tolerance\": \"5 %\"|45|nothing to take a part of",
        "\"target\": \"< 8 s\"|11|target was '< 8 s' but must be at least as strict as the limit '< 5 s'",
        "\"target\": \"<= 5 s\"|11|at least as strict as the limit",
        "\"target\": \"> 3 s\"|11|at least as strict as the limit",
        "\"target\": \"< 3 %\"|16|target was '< 3 %' but must have a unit of time after 3, not '%'",
        "\"target\": \"p95(elapsed) < 3 s\"|12|must have a comparison",
        "\"abort\": 30|10|abort was '30' but must be true, false, a duration such as 30 s",
        "\"abort\": \"30\"|10|supported: ms, s, min",
        "\"abort\": {\"after\": \"3 s\", \"for\": 1}|27|member 'for' is not known",
        "\"abort\": {\"after\": \"3 h\"}|20|after was '3 h' but must be a duration",
        "\"abort\": {}|10|member 'after' is missing",
        "\"check\": \"max(users) >= 150\", \"abort\": true|40|absent, since the figure only grows",
        "\"when\": \"smoke.ai\"|9|when was 'smoke.ai' but must be a condition on a setting",
        "\"id\": \"\"|7|id was '' but must be letters",
        "\"id\": \"a b\"|7|id was 'a b' but must be letters",
        "\"id\": null|7|id was 'null' but must be letters",
        "\"check\": \"p95(elapse) < 5 s\"|15|check was 'p95(elapse) < 5 s' but must have a known duration, not 'elapse' (did you mean 'elapsed'?)",
        "\"check\": \"\\u0070\\u0039\\u0035(elapse) < 5 s\"|30|not 'elapse'",
        "\"check\": \"rate(cache=HIT) > 5 %\", \"cache\": \"HIT\"|44|cache was 'HIT' but must be absent, since the check is about cache statuses",
        "\"check\": \"rate(errors) > 5 %\", \"outcomes\": \"SERVED\"|44|must be absent, since the check is about outcomes",
        "\"check\": \"share(AI) > 5 %\", \"operations\": \"AI\"|43|must be absent, since the check is about operation classes",
        "\"description\": \"\"|16|description was '' but must be a text that is not empty",
      })
  void shouldSayWhatIsWrongAndWhere(String members, int column, String message) {
    String id = members.contains("\"id\"") ? "" : "\"id\": \"x\",\n";
    String check = members.contains("\"check\"") ? "" : "\"check\": \"p95(elapsed) < 5 s\",\n";
    String before = "{ \"plan\": \"p\", \"thresholds\": [ {\n" + id + check;
    int line = (int) before.lines().count() + 1;

    List<Problem> problems = problemsOf(before + members + "\n} ] }");

    assertThat(problems).as(problems.toString()).hasSize(1);
    assertThat(problems.get(0).message()).contains(message);
    assertThat(problems.get(0).line()).isEqualTo(line);
    assertThat(problems.get(0).column()).isEqualTo(column);
  }

  @ParameterizedTest(name = "{2}")
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "[1]; b.json:1:1: the file was '[…]' but must be a JSON object; not an object",
        "{}; b.json:1:1: member 'plan' is missing; no plan",
        "{\"plan\": \"p\"}; member 'thresholds' is missing; no thresholds",
        "{\"plan\": \"p\", \"thresholds\": []}; b.json:1:29: thresholds was '[…]' but must be a list of thresholds, at least one; empty thresholds",
        "{\"plan\": \"p\", \"thresholds\": [3]}; b.json:1:30: threshold was '3' but must be a JSON object; a threshold that is none",
        "{\"plan\": \"p\", \"thresholds\": [{}]}; member 'id' is missing; no id",
        "{\"plan\": \"p\", \"thresholds\": [{}]}; member 'check' is missing; no check",
        "{\"plan\": \"p\", \"thresholds\": [{\"tolerance\": \"5 %\"}]}; absent where no check sets a limit; tolerance without limit",
        "{\"plan\": \"p\", \"treshold\": []}; b.json:1:15: member 'treshold' is not known (did you mean 'thresholds'?); unknown member",
        "{\"plan\": \"p\", \"observed\": 3}; observed was '3' but must be an object; observed of another type",
        "{\"plan\": 7}; b.json:1:10: plan was '7' but must be the name of a plan; plan of another type",
        "{\"plan\": \"p\",; not valid JSON; cut off",
      })
  void shouldRefuseTheFile(String text, String message, String why) {
    assertThat(problemsOf(text)).as(why).anyMatch(problem -> problem.toString().contains(message));
  }

  @Test
  void shouldReportEveryProblemAtOnceInFileOrder() {
    List<Problem> problems =
        problemsOf(
            """
            { "plan": "p", "thresholds": [
              { "id": "a", "check": "p95(elapsed) < 5" },
              { "id": "a", "check": "rate(errors) < 1 %", "minSamples": -1, "cach": "HIT" } ] }
            """);
    assertThat(problems)
        .extracting(Problem::toString)
        .satisfiesExactly(
            one -> assertThat(one).startsWith("b.json:2:42: check was 'p95(elapsed) < 5' but"),
            two ->
                assertThat(two)
                    .startsWith("b.json:3:11: id was 'a' but must be unique, and line 2"),
            three -> assertThat(three).startsWith("b.json:3:61: minSamples was '-1'"),
            four -> assertThat(four).startsWith("b.json:3:65: member 'cach' is not known"));
  }

  private static List<Problem> problemsOf(String text) {
    InvalidFileException e =
        catchThrowableOfType(InvalidFileException.class, () -> BaselineReader.read("b.json", text));
    assertThat(e).as("nothing wrong in " + text).isNotNull();
    return e.problems();
  }

  @Test
  void shouldAgreeWithTheSchemaOnMemberNames() throws Exception {
    String file = Files.readString(Path.of("..", "data", "baselines", "baseline.schema.json"));
    assertThat(names(file, "properties")).containsExactlyElementsOf(BaselineMember.OF_FILE);
    assertThat(names(file, "$defs", "threshold", "properties"))
        .containsExactlyElementsOf(BaselineMember.OF_THRESHOLD);
    assertThat(names(file, "$defs", "observed", "properties"))
        .containsExactlyElementsOf(ObservedReader.OF_RUN);
    assertThat(
            names(
                file,
                "$defs",
                "observed",
                "properties",
                "figures",
                "additionalProperties",
                "properties"))
        .containsExactlyElementsOf(ObservedReader.OF_FIGURE);
    JsonView schema = JsonView.parse(file).orElseThrow();
    assertThat(schema.get("additionalProperties").booleanValue()).contains(false);
    JsonView threshold = schema.get("$defs").get("threshold");
    assertThat(threshold.get("additionalProperties").booleanValue()).contains(false);
    assertThat(threshold.get("required").get(1).text()).contains(BaselineMember.CHECK);
    assertThat(threshold.get("properties").get("minSamples").get("default").longValue())
        .hasValue(Threshold.DEFAULT_MIN_SAMPLES);
    assertThat(
            threshold
                .get("properties")
                .get("abort")
                .get("oneOf")
                .get(2)
                .get("required")
                .get(0)
                .text())
        .contains(BaselineMember.ABORT_AFTER);
    for (OperationClass operation : OperationClass.values()) {
      assertThat(pattern(threshold, "operations")).contains(operation.name());
    }
    for (CacheStatus status : CacheStatus.values()) {
      assertThat(pattern(threshold, "cache")).contains(status.name());
    }
  }

  private static String pattern(JsonView threshold, String member) {
    return threshold.get("properties").get(member).get("pattern").textOrEmpty();
  }

  private static Set<String> names(String text, String... path) throws InvalidFileException {
    LocatedJson value = LocatedJsonReader.read("schema", text);
    for (String name : path) {
      value = ((LocatedJson.Members) value).members().get(name).value();
    }
    return ((LocatedJson.Members) value).members().keySet();
  }

  @Test
  void shouldReadTheExampleOfTheDocument() throws Exception {
    String document = Files.readString(Path.of("..", "docs", "baseline-grammar.md"));
    int start = document.indexOf('\n', document.indexOf("```json"));
    Baseline example =
        BaselineReader.read("example", document.substring(start, document.indexOf("```", start)));
    assertThat(example.thresholds()).hasSize(4);
    assertThat(Optional.of(example.plan())).contains("ai-load");
  }
}
