package dev.aiendpoint.report;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aiendpoint.baseline.RunVerdict;
import dev.aiendpoint.baseline.VerdictWord;
import dev.aiendpoint.exchange.CacheStatus;
import dev.aiendpoint.exchange.Outcome;
import dev.aiendpoint.json.JsonView;
import dev.aiendpoint.sample.Sample;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class VerdictJsonWriterTest {

  private static final String CACHE =
      "hits misses unknown bypass hitRate? hitP50? hitP95? missP50? missP95? hitN missN";

  /** Members by the place they stand in; a trailing question mark says that they may be absent. */
  private static final Map<String, String> CONTRACT =
      Map.ofEntries(
          entry(
              "",
              "schema plan verdict reasons target startedAt endedAt samples control maxUsers?"
                  + " thresholds outcomes operations labels phases? cache ai"),
          entry(
              "thresholds", "id check scope observed? unit limit? target? samples verdict message"),
          entry("operations", "samples share? p50? p95? errorRate? n"),
          entry("labels", "label samples p50? p95? p99? max? errorRate? n"),
          entry("phases", "name startMs? endMs? users? samples p95? errorRate? n"),
          entry("cache", CACHE + " saved byLabel byPhase?"),
          entry("byLabel", "label " + CACHE + " saved byPhase?"),
          entry("byPhase", "phase " + CACHE),
          entry("saved", "ms? hitsTimed? cost? hitsPriced? currency?"),
          entry("ai", "ttft tpot icl tokensIn? tokensOut? tokensPerSecond? cost? currency?"),
          entry("timing", "p50? p95? p99? n"));

  private static final Set<String> TEXTS =
      Set.of(
          "plan",
          "verdict",
          "target",
          "startedAt",
          "endedAt",
          "id",
          "check",
          "scope",
          "unit",
          "message",
          "label",
          "phase",
          "name",
          "currency");

  static Stream<RunVerdict> runs() {
    return SampleRuns.all().values().stream();
  }

  @ParameterizedTest
  @MethodSource("runs")
  void shouldHoldTheContractsMembersInOrderWhateverTheRun(RunVerdict run) {
    JsonView root = written(run);

    check("", root);
    root.get("thresholds").items().forEach(item -> check("thresholds", item));
    root.get("operations").members().values().forEach(item -> check("operations", item));
    root.get("labels").items().forEach(item -> check("labels", item));
    root.get("phases").items().forEach(item -> check("phases", item));
    check("cache", root.get("cache"));
    check("saved", root.get("cache").get("saved"));
    root.get("cache").get("byPhase").items().forEach(item -> check("byPhase", item));
    for (JsonView label : root.get("cache").get("byLabel").items()) {
      check("byLabel", label);
      check("saved", label.get("saved"));
      label.get("byPhase").items().forEach(item -> check("byPhase", item));
    }
    check("ai", root.get("ai"));
    for (String timing : List.of("ttft", "tpot", "icl")) {
      check("timing", root.get("ai").get(timing));
    }
    assertThat(root.get("outcomes").members().keySet())
        .containsExactlyElementsOf(Arrays.stream(Outcome.values()).map(Enum::name).toList());
    assertThat(Instant.parse(root.get("startedAt").textOrEmpty())).isEqualTo(run.startedAt());
    VerdictWord.valueOf(root.get("verdict").textOrEmpty());
  }

  private static void check(String place, JsonView object) {
    List<String> expected = new ArrayList<>();
    for (String member : CONTRACT.get(place).split(" ")) {
      String name = member.replace("?", "");
      if (!member.endsWith("?") || object.get(name).exists()) {
        expected.add(name);
      }
    }
    assertThat(object.members().keySet())
        .as("members of " + place)
        .containsExactlyElementsOf(expected);
    object.members().forEach((name, value) -> checkType(place, name, value));
  }

  private static void checkType(String place, String name, JsonView value) {
    boolean right;
    if (name.equals("target") && place.equals("thresholds")) {
      right = value.doubleValue().isPresent();
    } else if (TEXTS.contains(name)) {
      right = value.text().isPresent();
    } else {
      right = value.isObject() || value.isArray() || value.doubleValue().isPresent();
    }
    assertThat(right).as("type of " + place + "." + name).isTrue();
  }

  @Test
  void shouldLeaveOutFiguresOfNothingWhenTheRunIsEmpty() {
    JsonView root = written(SampleRuns.empty());

    assertThat(root.get("samples").longValue()).hasValue(0);
    assertThat(root.get("maxUsers").exists()).isFalse();
    assertThat(root.get("cache").get("hitRate").exists()).isFalse();
    assertThat(root.get("operations").get("AI").members()).containsOnlyKeys("samples", "n");
    assertThat(root.get("outcomes").get("SERVED").longValue()).hasValue(0);
  }

  @Test
  void shouldGiveNoLatencyWhenEveryRequestWasRefused() {
    JsonView ai = written(SampleRuns.allUnauthorized()).get("operations").get("AI");

    assertThat(ai.get("samples").longValue()).hasValue(40);
    assertThat(ai.get("n").longValue()).hasValue(0);
    assertThat(ai.get("p95").exists()).isFalse();
    assertThat(ai.get("errorRate").doubleValue()).hasValue(1);
  }

  @Test
  void shouldKeepControlSamplesOutOfEveryFigure() {
    JsonView root = written(SampleRuns.allPass());

    assertThat(root.get("control").longValue()).hasValue(3);
    assertThat(root.get("samples").longValue()).hasValue(330);
    assertThat(root.get("labels").items())
        .extracting(label -> label.get("label").textOrEmpty())
        .containsExactly("READ health", "AI explanation", "AI chat streamed");
  }

  @Test
  void shouldLeaveOutAFigureThatIsNoNumber() {
    JsonView undecided = written(SampleRuns.offline()).get("thresholds").get(1);

    assertThat(undecided.get("observed").exists()).isFalse();
    assertThat(undecided.get("limit").doubleValue()).hasValue(2000);
  }

  @Test
  void shouldShowSamplesOfNoClassWhenThereAreAny() {
    assertThat(
            written(SampleRuns.offline()).get("operations").get("OTHER").get("share").doubleValue())
        .hasValue(1);
    assertThat(written(SampleRuns.allPass()).get("operations").get("OTHER").exists()).isFalse();
  }

  @Test
  void shouldCountNoTokensOfCachedAnswersWhenTheRateIsTaken() {
    List<Sample> samples =
        List.of(
            SampleRuns.sample("AI chat", 1000, Outcome.GENERATED).at(0).tokens(1, 50, 1).build(),
            SampleRuns.sample("AI chat", 10, Outcome.CACHED)
                .cache(CacheStatus.HIT)
                .at(1990)
                .tokens(1, 9000, 1)
                .build());
    JsonView ai = written(SampleRuns.run("p", VerdictWord.PASS, List.of(), samples)).get("ai");

    assertThat(ai.get("tokensPerSecond").doubleValue()).hasValue(25);
    assertThat(ai.get("tokensOut").longValue()).hasValue(9050);
  }

  @Test
  void shouldSayWhatTheCacheSavedByLabelAndInAll() {
    List<Sample> samples =
        List.of(
            SampleRuns.sample("AI explanation", 2010, Outcome.GENERATED)
                .cache(CacheStatus.MISS)
                .tokens(1, 50, 200)
                .build(),
            SampleRuns.sample("AI explanation", 10, Outcome.CACHED).cache(CacheStatus.HIT).build(),
            SampleRuns.sample("READ matches", 10, Outcome.CACHED).cache(CacheStatus.HIT).build());
    JsonView cache =
        written(SampleRuns.run("p", VerdictWord.PASS, List.of(), samples)).get("cache");

    assertThat(cache.get("saved").get("ms").doubleValue()).hasValue(2000);
    assertThat(cache.get("saved").get("hitsTimed").longValue()).hasValue(1);
    assertThat(cache.get("saved").get("cost").doubleValue()).hasValue(200);
    assertThat(cache.get("byLabel").get(0).get("missP50").doubleValue()).hasValue(2010);
    assertThat(cache.get("byLabel").get(1).get("saved").members()).isEmpty();
  }

  @Test
  void shouldGivePhasesOnlyWhenThePlanHasThem() {
    JsonView stress = written(SampleRuns.phases()).get("phases").get(1);

    assertThat(stress.get("name").textOrEmpty()).isEqualTo("stress");
    assertThat(stress.get("startMs").longValue()).hasValue(120_000);
    assertThat(stress.get("users").longValue()).hasValue(150);
    assertThat(written(SampleRuns.allPass()).get("phases").exists()).isFalse();
  }

  @ParameterizedTest(name = "{0} is written as {1}: {2}")
  @CsvSource({
    "0.12345, 0.123, below 1 ms 3 decimals",
    "12.34, 12.3, else 1 decimal",
    "1234.96, 1235, a whole number has no point",
    "1e9, 1000000000, nor an exponent"
  })
  void shouldRoundLatencies(double millis, String text, String why) {
    var node = com.fasterxml.jackson.databind.node.JsonNodeFactory.instance.objectNode();
    JsonFigure.elapsed(node, "x", java.util.OptionalDouble.of(millis));

    assertThat(node.toString()).as(why).isEqualTo("{\"x\":" + text + "}");
  }

  private static JsonView written(RunVerdict run) {
    String text = new VerdictJsonWriter().write(run);
    assertThat(text).doesNotContain("NaN", "null", "\r").endsWith("}\n");
    return JsonView.parse(text).orElseThrow();
  }
}
