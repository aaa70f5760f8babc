package dev.aiendpoint.plans;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The mixed-traffic plan, shortened: healthy, and red for each switch that should turn it red. */
class MixedTrafficPlanIT {

  @BeforeAll
  static void startAll() {
    TrafficRuns.start();
  }

  private static PlanRun run(String name) throws ExecutionException, InterruptedException {
    return TrafficRuns.get("mixed-" + name);
  }

  @Test
  void shouldPassWhenAllIsWell() throws Exception {
    PlanRun run = run("healthy");

    assertThat(run.exitCode()).as(run.output()).isZero();
    assertThat(run.verdictWord()).isIn("PASS", "WARN");
    assertThat(run.verdict().path("maxUsers").asInt()).as("and the probe").isEqualTo(31);
    assertThat(run.threshold("health").path("samples").asInt()).isGreaterThan(100);
  }

  @ParameterizedTest
  @CsvSource({
    "mix-read, 60",
    "mix-ai, 30",
    "mix-write, 10",
    "persona-new-visitor, 40",
    "persona-registered, 30",
    "persona-active, 20",
    "persona-power-user, 10"
  })
  void shouldDeliverTheMixThatItPromises(String threshold, double share) throws Exception {
    JsonNode measured = run("healthy").threshold(threshold);

    assertThat(measured.path("observed").asDouble()).isBetween(share - 2, share + 2);
  }

  @Test
  void shouldTrackTheSameCacheFiguresAsTheVerdict() throws Exception {
    run("healthy").assertCacheTrackerAgrees();
  }

  @Test
  void shouldReadBackEveryAcknowledgedSave() throws Exception {
    PlanRun run = run("healthy");

    assertThat(run.threshold("consistency").path("observed").asDouble()).isEqualTo(100);
    assertThat(run.threshold("consistency").path("samples").asLong())
        .isEqualTo(run.rows().stream().filter(row -> row.contains(",CONTROL consistency,")).count())
        .isGreaterThan(20);
  }

  @Test
  void shouldReadBackWhenTheTestIsShutDownEarly() throws Exception {
    PlanRun run = run("stopped");

    assertThat(run.exitCode()).as(run.output()).isEqualTo(99);
    assertThat(run.verdict().path("reasons").path(0).asText()).startsWith("stopped early: ");
    assertThat(run.rows()).anyMatch(row -> row.contains(",CONTROL consistency,"));
  }

  @Test
  void shouldCountTheLostSaves() throws Exception {
    PlanRun run = run("lost-writes");
    long lost =
        run.rows().stream()
            .filter(row -> row.contains(",CONTROL consistency,"))
            .filter(row -> row.contains(",false,"))
            .count();

    assertThat(run.exitCode()).as(run.output()).isEqualTo(99);
    JsonNode consistency = run.threshold("consistency");
    assertThat(consistency.path("verdict").asText()).isEqualTo("FAIL");
    assertThat(lost).isPositive();
    assertThat(consistency.path("message").asText())
        .contains(lost + " of " + consistency.path("samples").asLong())
        .contains("an acknowledged save cannot be read back: programme program-");
    assertThat(run.threshold("write-errors").path("verdict").asText())
        .as("no answer showed it")
        .isEqualTo("PASS");
  }

  @Test
  void shouldFailTheAiTimesAloneWhenTheProviderIsSlow() throws Exception {
    PlanRun run = run("slow-ai");

    assertThat(run.exitCode()).as(run.output()).isEqualTo(99);
    for (String id : List.of("ai-p95", "explanation-uncached-p95")) {
      assertThat(run.threshold(id).path("verdict").asText()).as(id).isEqualTo("FAIL");
      assertThat(run.threshold(id).path("observed").asDouble()).as(id).isGreaterThan(8_000);
    }
    for (String id : List.of("read-p95", "read-p50", "read-errors")) {
      assertThat(run.threshold(id).path("verdict").asText()).as(id).isEqualTo("PASS");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mix-read",
        "mix-ai",
        "mix-write",
        "persona-new-visitor",
        "persona-registered",
        "persona-active",
        "persona-power-user",
        "read-cache-hit-rate",
        "ai-cache-hit-rate",
        "rate-limited"
      })
  void shouldFailWhatAnotherMixAndACacheThatIsOffBreak(String threshold) throws Exception {
    PlanRun run = run("another-mix");

    assertThat(run.exitCode()).as(run.output()).isEqualTo(99);
    assertThat(run.threshold(threshold).path("verdict").asText())
        .as(run.threshold(threshold).toString())
        .isEqualTo("FAIL");
  }

  @Test
  void shouldSayNothingOfSavesWhoseListCannotBeRead() throws Exception {
    PlanRun run = run("saved-elsewhere");

    assertThat(run.exitCode()).as(run.output()).isEqualTo(99);
    for (String id : List.of("saved-programmes", "consistency")) {
      assertThat(run.threshold(id).path("verdict").asText()).as(id).isEqualTo("NO_DATA");
      assertThat(run.threshold(id).path("message").asText()).contains("CLIENT_ERROR (404)");
    }
    assertThat(run.rows()).noneMatch(row -> row.contains(",CONTROL consistency,"));
    assertThat(run.verdictWord()).isEqualTo("NO_DATA");
  }

  @Test
  void shouldNeverPassWithRejectedSessions() throws Exception {
    PlanRun run = run("sessions-rejected");

    assertThat(run.exitCode()).as(run.output()).isEqualTo(99);
    assertThat(run.threshold("signed-in").path("message").asText()).contains("UNAUTHORIZED (401)");
    assertThat(run.threshold("consistency").path("verdict").asText()).isEqualTo("NO_DATA");
  }
}
