package dev.aiendpoint.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiendpoint.baseline.Baseline;
import dev.aiendpoint.baseline.BaselineReader;
import dev.aiendpoint.baseline.Threshold;
import dev.aiendpoint.json.JsonView;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The full-length verdicts that the documents keep are those of full runs that passed. */
class FullLengthResultsTest {

  private static final Path RESULTS = Path.of("..", "docs", "results");

  private static JsonView verdict(String plan) throws Exception {
    return JsonView.parse(Files.readString(RESULTS.resolve(plan + ".json"))).orElseThrow();
  }

  private static Map<String, JsonView> thresholds(JsonView verdict) {
    Map<String, JsonView> byId = new HashMap<>();
    verdict.get("thresholds").items().forEach(one -> byId.put(one.get("id").textOrEmpty(), one));
    return byId;
  }

  @ParameterizedTest
  @CsvSource({"ai-load, 150, 780", "mixed-traffic, 151, 1620"})
  void shouldBeOfAFullRunThatPassed(String plan, int users, long seconds) throws Exception {
    JsonView verdict = verdict(plan);

    assertThat(verdict.get("verdict").textOrEmpty()).isEqualTo("PASS");
    assertThat(verdict.get("scales").get("duration").longValue()).hasValue(1);
    assertThat(verdict.get("scales").get("users").longValue()).hasValue(1);
    assertThat(verdict.get("maxUsers").longValue()).hasValue(users);
    assertThat(
            java.time.Duration.between(
                    java.time.Instant.parse(verdict.get("startedAt").textOrEmpty()),
                    java.time.Instant.parse(verdict.get("endedAt").textOrEmpty()))
                .toSeconds())
        .isBetween(seconds, seconds + 120);
    assertThat(Files.size(RESULTS.resolve(plan + ".json"))).isLessThan(100_000);
  }

  @ParameterizedTest
  @CsvSource({
    "mixed-traffic, mix-read, 60",
    "mixed-traffic, mix-ai, 30",
    "mixed-traffic, mix-write, 10",
    "mixed-traffic, persona-new-visitor, 40",
    "mixed-traffic, persona-registered, 30",
    "mixed-traffic, persona-active, 20",
    "mixed-traffic, persona-power-user, 10",
    "ai-load, mix-explanation, 60",
    "ai-load, mix-chat, 30",
    "ai-load, mix-popular, 10"
  })
  void shouldShowAMixThatThePageQuotes(String plan, String threshold, double planned)
      throws Exception {
    double measured =
        thresholds(verdict(plan)).get(threshold).get("observed").doubleValue().orElseThrow();

    assertThat(measured).isBetween(planned - 2, planned + 2);
    assertThat(Files.readString(RESULTS.resolve("README.md")))
        .contains(String.format(Locale.ROOT, "| %.0f %% | %.2f %% |", planned, measured));
  }

  @Test
  void shouldHaveBeenHeldAgainstLimitsThatStillStand() throws Exception {
    for (String plan : new String[] {"ai-load", "mixed-traffic"}) {
      String file = Files.readString(Path.of("..", "data", "baselines", plan + ".json"));
      Baseline baseline = BaselineReader.read(plan, file);
      Map<String, JsonView> held = thresholds(verdict(plan));
      for (Threshold threshold : baseline.thresholds()) {
        if (held.containsKey(threshold.id())) {
          assertThat(held.get(threshold.id()).get("check").textOrEmpty())
              .as(plan + " " + threshold.id())
              .isEqualTo(threshold.check().text());
        }
      }
      assertThat(held).hasSizeGreaterThan(20);
    }
  }
}
