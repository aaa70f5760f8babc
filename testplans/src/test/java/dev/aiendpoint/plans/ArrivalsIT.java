package dev.aiendpoint.plans;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The smoke plan with arrivals instead of users: enough of them, and too few to serve each. */
class ArrivalsIT {

  private static final Map<String, String> ARRIVALS =
      Map.of("smoke.users", "20/s", "smoke.ai", "off", "duration.scale", "0.2");

  private static CompletableFuture<PlanRun> served;
  private static CompletableFuture<PlanRun> dropped;

  @BeforeAll
  static void startAll() throws IOException {
    served = JMeterProcess.run("arrivals-served", "smoke-test", ARRIVALS);
    dropped = JMeterProcess.run("arrivals-dropped", planWithTwoUsers(), ARRIVALS);
  }

  private static Path planWithTwoUsers() throws IOException {
    Path folder = Files.createDirectories(Path.of(System.getProperty("it.folder"), "plans"));
    String xml = Files.readString(JMeterProcess.ROOT.resolve("testplans/smoke-test.jmx"));
    Path baselines = Files.createDirectories(folder.resolve("data/baselines"));
    Files.copy(
        JMeterProcess.ROOT.resolve("data/baselines/smoke-test.json"),
        baselines.resolve("arrivals.json"),
        StandardCopyOption.REPLACE_EXISTING);
    return Files.writeString(
        folder.resolve("arrivals.jmx"),
        xml.replaceFirst(
            "</collectionProp>(\\s*)<stringProp name=\"ThreadGroup.on_sample_error\">",
            "</collectionProp>$1<stringProp name=\"PhasedThreadGroup.max_users\">2</stringProp>"
                + "$1<stringProp name=\"ThreadGroup.on_sample_error\">"));
  }

  @Test
  void shouldTimeRequestsFromTheirIntendedStartBesideTheRawFigure() throws Exception {
    PlanRun run = served.get();
    JsonNode arrivals = run.verdict().path("arrivals");
    JsonNode health = run.verdict().path("labels").path(0);

    assertThat(arrivals.path("planned").asInt()).as(run.output()).isEqualTo(120);
    assertThat(arrivals.path("dropped").asInt()).isZero();
    assertThat(health.path("label").asText()).isEqualTo("READ health");
    assertThat(health.path("fromIntended").path("n").asInt()).isEqualTo(health.path("n").asInt());
    assertThat(health.path("fromIntended").path("p95").asDouble())
        .isGreaterThanOrEqualTo(health.path("p95").asDouble());
    assertThat(run.threshold("arrivals-dropped").path("verdict").asText()).isEqualTo("PASS");
    assertThat(run.output()).contains("from intended start");
  }

  @Test
  void shouldFailWhenArrivalsFindNoFreeUser() throws Exception {
    PlanRun run = dropped.get();
    JsonNode arrivals = run.verdict().path("arrivals");
    long health = run.rows().stream().filter(row -> row.contains(",READ health,")).count();

    assertThat(run.exitCode()).as(run.output()).isEqualTo(99);
    assertThat(arrivals.path("planned").asInt()).isEqualTo(120);
    assertThat(arrivals.path("started").asLong()).isEqualTo(health);
    assertThat(arrivals.path("dropped").asLong()).isEqualTo(120 - health).isPositive();
    JsonNode threshold = run.threshold("arrivals-dropped");
    assertThat(threshold.path("verdict").asText()).isEqualTo("FAIL");
    assertThat(threshold.path("message").asText())
        .contains("arrivals of thread group 'Health' found none of its 2 users free");
    assertThat(run.verdict().path("reasons").path(0).asText())
        .contains("found no free user among 2");
  }
}
