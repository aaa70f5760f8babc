package dev.aiendpoint.plans;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The AI load plan, shortened: healthy, and red for each switch that should turn it red. */
class AiLoadPlanIT {

  private static HttpServer withoutMatches;

  @BeforeAll
  static void startAll() throws IOException {
    TrafficRuns.start();
    withoutMatches =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    withoutMatches.createContext(
        "/",
        exchange -> {
          byte[] body =
              "{\"status\":\"ok\",\"user\":{\"organizationId\":\"org-01\"},\"success\":true,\"matches\":[]}"
                  .getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().add("Content-Type", "application/json");
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    withoutMatches.start();
  }

  @AfterAll
  static void stopServer() {
    withoutMatches.stop(0);
  }

  private static PlanRun run(String name) throws ExecutionException, InterruptedException {
    return TrafficRuns.get("ai-load-" + name);
  }

  @Test
  void shouldPassWhenAllIsWell() throws Exception {
    PlanRun run = run("healthy");

    assertThat(run.exitCode()).as(run.output()).isZero();
    assertThat(run.verdictWord()).isIn("PASS", "WARN");
    JsonNode verdict = run.verdict();
    assertThat(verdict.path("maxUsers").asInt()).isEqualTo(30);
    assertThat(names(verdict.path("phases"), "name"))
        .containsSubsequence("warm-up", "normal", "peak", "stress", "recovery");
    assertThat(names(verdict.path("labels"), "label"))
        .containsExactlyInAnyOrder(
            "AI explanation", "AI chat", "AI explanation of the popular match");
    assertThat(verdict.path("outcomes").path("CACHED").asInt()).isPositive();
    assertThat(verdict.path("outcomes").path("GENERATED").asInt()).isPositive();
  }

  @Test
  void shouldTellTheUsersOfEachPhaseAndNotThoseOfTheNextOne() throws Exception {
    Map<String, Integer> users = OfflineCheck.usersByPhase(run("healthy").verdict());

    Map<String, Integer> planned = Map.of("normal", 10, "peak", 20, "stress", 30);
    planned.forEach(
        (phase, level) ->
            assertThat(users.get(phase))
                .as("%s; on a busy machine JMeter may count a little late: %s", phase, users)
                .isBetween(level, level + 3));
    // Two users may be too few to tell in a few seconds, and then they are unknown.
    assertThat(users.getOrDefault("warm-up", 2)).isEqualTo(2);
    assertThat(users.get("recovery")).as("with those who retire").isBetween(10, 30);
  }

  @Test
  void shouldCountTheFallbacksOfStressAsNeitherErrorsNorSuccesses() throws Exception {
    PlanRun run = run("healthy");

    assertThat(run.verdict().path("outcomes").path("FALLBACK").asInt()).isPositive();
    assertThat(run.threshold("errors").path("observed").asDouble()).isZero();
    assertThat(run.rows())
        .filteredOn(row -> row.contains(",FALLBACK,"))
        .allMatch(row -> row.contains(",false,"));
    assertThat(run.threshold("answered-up-to-peak").path("verdict").asText()).isEqualTo("PASS");
  }

  @Test
  void shouldKeepTheMixToWithinTwoPoints() throws Exception {
    PlanRun run = run("healthy");

    assertThat(run.threshold("mix-explanation").path("observed").asDouble()).isBetween(58.0, 62.0);
    assertThat(run.threshold("mix-chat").path("observed").asDouble()).isBetween(28.0, 32.0);
    assertThat(run.threshold("mix-popular").path("observed").asDouble()).isBetween(8.0, 12.0);
    assertThat(run.threshold("rate-limited").path("observed").asDouble()).isZero();
  }

  @Test
  void shouldHaveAGoodputOfAllAttempts() throws Exception {
    JsonNode ai = run("healthy").verdict().path("ai");

    assertThat(ai.path("tokenSource").asText()).isEqualTo("usage");
    assertThat(ai.path("goodput").asDouble()).isBetween(0.3, 1.0);
    assertThat(ai.path("goodputN").asLong())
        .isEqualTo(run("healthy").rows().stream().filter(row -> row.contains(",AI ")).count());
    assertThat(run("healthy").threshold("goodput-up-to-peak").path("observed").asDouble())
        .isGreaterThan(95);
  }

  @Test
  void shouldTrackTheSameCacheFiguresAsTheVerdict() throws Exception {
    run("healthy").assertCacheTrackerAgrees();
  }

  @Test
  void shouldKeepSessionsOutOfTheResultFile() throws Exception {
    String session =
        Files.readAllLines(JMeterProcess.ROOT.resolve("data/sessions.csv")).get(1).split(",")[0];

    assertThat(run("healthy").rows()).isNotEmpty().noneMatch(row -> row.contains(session));
  }

  @Test
  void shouldFailTheHitRateWhenTheCacheIsOff() throws Exception {
    PlanRun run = run("cache-off");

    assertThat(run.exitCode()).as(run.output()).isEqualTo(99);
    assertThat(run.verdictWord()).isEqualTo("FAIL");
    JsonNode hits = run.threshold("cache-hit-rate");
    assertThat(hits.path("verdict").asText()).isEqualTo("FAIL");
    assertThat(hits.path("observed").asDouble()).isZero();
    assertThat(hits.path("samples").asInt()).isGreaterThan(100);
    assertThat(run.threshold("explanation-cached-p95").path("verdict").asText())
        .isEqualTo("NO_DATA");
  }

  @Test
  void shouldSeeTheCircuitOpenUnderStressAndClosedAfterRecovery() throws Exception {
    PlanRun run = run("healthy");

    assertThat(run.threshold("circuit-opens").path("verdict").asText()).isEqualTo("PASS");
    assertThat(run.threshold("circuit-opens").path("observed").asInt()).isPositive();
    assertThat(run.threshold("circuit-closed-again").path("verdict").asText()).isEqualTo("PASS");
  }

  @Test
  void shouldFailTheTimesOfGeneratedAnswersAloneWhenTheProviderIsSlow() throws Exception {
    PlanRun run = run("slow-ai");

    assertThat(run.exitCode()).as(run.output()).isEqualTo(99);
    for (String id :
        List.of("explanation-p95", "explanation-uncached-p95", "chat-p95", "all-p95")) {
      assertThat(run.threshold(id).path("verdict").asText()).as(id).isEqualTo("FAIL");
      assertThat(run.threshold(id).path("observed").asDouble()).as(id).isGreaterThan(8_000);
    }
    for (String id : List.of("users", "errors", "rate-limited")) {
      assertThat(run.threshold(id).path("verdict").asText())
          .as(run.threshold(id).toString())
          .isEqualTo("PASS");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"breaker-off", "capacity-unlimited"})
  void shouldFailWhenTheCircuitNeverOpens(String name) throws Exception {
    PlanRun run = run(name);

    assertThat(run.exitCode()).as(run.output()).isEqualTo(99);
    JsonNode opens = run.threshold("circuit-opens");
    assertThat(opens.path("verdict").asText()).isEqualTo("FAIL");
    assertThat(opens.path("observed").asInt()).isZero();
    assertThat(opens.path("message").asText()).contains("never opened");
  }

  @Test
  void shouldStopAndNameTheRejectedSessions() throws Exception {
    PlanRun run = run("sessions-rejected");

    assertThat(run.exitCode()).as(run.output()).isEqualTo(99);
    assertThat(run.threshold("signed-in").path("verdict").asText()).isEqualTo("FAIL");
    assertThat(run.threshold("signed-in").path("message").asText())
        .contains("UNAUTHORIZED (401)")
        .contains("sessions=");
    assertThat(run.threshold("chat-p95").path("verdict").asText()).isEqualTo("NO_DATA");
    assertThat(run.verdict().path("reasons").path(0).asText())
        .startsWith("stopped early: signed-in");
    assertThat(run.rows()).as("nothing was asked").noneMatch(row -> row.contains(",AI "));
  }

  @Test
  void shouldStopAndSaySoWhenThereAreNoMatches() throws Exception {
    String url = "http://127.0.0.1:" + withoutMatches.getAddress().getPort();
    PlanRun run =
        JMeterProcess.run(
                "ai-load-no-matches",
                "ai-load",
                Map.of("base.url", url, "duration.scale", "0.5", "users.scale", "0.2"))
            .get();

    assertThat(run.exitCode()).as(run.output()).isEqualTo(99);
    assertThat(run.threshold("signed-in").path("message").asText())
        .contains("has no matches")
        .contains("sessions=data/sessions.csv")
        .contains(url);
    assertThat(run.rows()).noneMatch(row -> row.contains(",AI "));
  }

  @Test
  void shouldRefuseAPhaseWithAMistakeBeforeTheFirstRequest() throws Exception {
    assertRefused(
        run("broken-phase"), "row 3", "peak", "was '-100'", "row 4", "stress", "was '2 minits'");
  }

  @Test
  void shouldRefuseSharesThatDoNotMakeAWhole() throws Exception {
    assertRefused(run("broken-shares"), "chat=45", "100 together, and they are 115");
  }

  private static void assertRefused(PlanRun run, String... words) throws IOException {
    assertThat(run.exitCode()).as(run.output()).isEqualTo(104);
    assertThat(run.output()).contains("REFUSED before the first request").contains(words);
    assertThat(run.rows()).isEmpty();
  }

  private static List<String> names(JsonNode array, String member) {
    return StreamSupport.stream(array.spliterator(), false)
        .map(one -> one.path(member).asText())
        .toList();
  }
}
