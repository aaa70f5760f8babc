package dev.aiendpoint.plans;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.aiendpoint.cli.Main;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * The command {@code check} on the result file of a finished run, held against its live verdict.
 */
final class OfflineCheck {

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final long LIMIT_SECONDS = 60;

  private OfflineCheck() {}

  /**
   * Every threshold that the columns can decide is decided as it was live: figure, n and word. The
   * settings come from the run's own verdict.json, beside which its result file is put.
   */
  static void assertAgrees(PlanRun run) throws Exception {
    decide(run);
  }

  /** No threshold is left undecided, and the exit code is that of the run. */
  static void assertDecidesAll(PlanRun run) throws Exception {
    assertThat(decide(run)).as("undecided").isZero();
  }

  private static long decide(PlanRun run) throws Exception {
    String plan = run.folder().getFileName().toString();
    Path jtl = run.folder().resolve(plan + ".csv");
    if (!Files.exists(jtl)) {
      Files.createLink(jtl, run.resultFile());
    }
    Path out = run.folder().resolve("offline");
    String printed = check(plan, jtl, out, run);
    Map<String, JsonNode> live = thresholds(run.verdict());
    JsonNode verdict = MAPPER.readTree(out.resolve("verdict.json").toFile());
    Map<String, JsonNode> offline = thresholds(verdict);
    assertThat(offline.keySet()).as(printed).isEqualTo(live.keySet()).isNotEmpty();
    long undecided = 0;
    for (Map.Entry<String, JsonNode> entry : offline.entrySet()) {
      JsonNode found = entry.getValue();
      if (found.path("verdict").asText().equals("NOT_DECIDABLE")) {
        assertThat(found.path("message").asText()).contains("only a live run can decide it");
        undecided++;
      } else {
        assertThat(decision(found))
            .as("%s of %s", entry.getKey(), run.resultFile())
            .isEqualTo(decision(live.get(entry.getKey())));
      }
    }
    assertThat(undecided).as("undecided of %d", live.size()).isLessThan(live.size());
    if (undecided == 0) {
      assertThat(exitCode(run)).isEqualTo(run.exitCode());
      assertThat(verdict.path("verdict").asText()).isEqualTo(run.verdictWord());
    }
    assertThat(verdict.path("samples")).isEqualTo(run.verdict().path("samples"));
    assertThat(verdict.path("outcomes")).isEqualTo(run.verdict().path("outcomes"));
    assertThat(usersByPhase(verdict)).isEqualTo(usersByPhase(run.verdict()));
    assertThat(seen(verdict.path("circuit"))).isEqualTo(seen(run.verdict().path("circuit")));
    return undecided;
  }

  /** Without what no result file holds: the provider's log and what is declared. */
  private static JsonNode seen(JsonNode circuit) {
    JsonNode seen = circuit.deepCopy();
    if (seen instanceof ObjectNode object) {
      object.remove(
          List.of(
              "monitors",
              "failuresBeforeOpen",
              "failuresBeforeOpenSource",
              "failuresBeforeOpenLeast",
              "failuresBeforeOpenMost",
              "failuresInFlight"));
    }
    return seen;
  }

  private static int exitCode(PlanRun run) throws IOException {
    return Integer.parseInt(Files.readString(run.folder().resolve("offline.code")));
  }

  private static String check(String plan, Path jtl, Path out, PlanRun run)
      throws IOException, InterruptedException, URISyntaxException {
    Path jar = Path.of(Main.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    Path printed = run.folder().resolve("offline.txt");
    Process process =
        new ProcessBuilder(
                List.of(
                    JMeterProcess.JAVA,
                    "-Xmx128m",
                    "-XX:TieredStopAtLevel=1",
                    "-jar",
                    jar.toString(),
                    "check",
                    "--baseline",
                    JMeterProcess.ROOT.resolve("data/baselines/" + plan + ".json").toString(),
                    "--jtl",
                    jtl.toString(),
                    "--out",
                    out.toString()))
            .redirectErrorStream(true)
            .redirectOutput(printed.toFile())
            .start();
    assertThat(process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)).as("ends").isTrue();
    String text = Files.readString(printed);
    assertThat(process.exitValue()).as(text).isIn(0, 99);
    Files.writeString(run.folder().resolve("offline.code"), Integer.toString(process.exitValue()));
    return text;
  }

  private static Map<String, JsonNode> thresholds(JsonNode verdict) {
    return StreamSupport.stream(verdict.path("thresholds").spliterator(), false)
        .collect(
            Collectors.toMap(
                threshold -> threshold.path("id").asText(), Function.identity(), (a, b) -> a));
  }

  /** Users of the phases that have any. */
  static Map<String, Integer> usersByPhase(JsonNode verdict) {
    return StreamSupport.stream(verdict.path("phases").spliterator(), false)
        .filter(phase -> phase.has("users"))
        .collect(
            Collectors.toMap(
                phase -> phase.path("name").asText(), phase -> phase.path("users").asInt()));
  }

  private static String decision(JsonNode threshold) {
    return threshold.path("verdict").asText()
        + ", observed "
        + threshold.path("observed")
        + ", limit "
        + threshold.path("limit")
        + ", n = "
        + threshold.path("samples");
  }
}
