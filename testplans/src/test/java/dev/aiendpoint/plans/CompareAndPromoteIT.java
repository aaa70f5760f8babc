package dev.aiendpoint.plans;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.aiendpoint.cli.Main;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands {@code compare} and {@code promote} on real runs: healthy, and with a slow AI. */
class CompareAndPromoteIT {

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final long LIMIT_SECONDS = 60;
  private static final String PLAIN = "\"ai-p95\",\n      \"check\": \"p95(elapsed) < 5 s\"";
  private static final String RELATIVE =
      "\"ai-p95\",\n      \"check\": \"p95(elapsed) <= observed + 10 %\"";

  @TempDir Path folder;

  private record Ended(int exitCode, String output) {}

  @BeforeAll
  static void startAll() {
    TrafficRuns.start();
  }

  /** The folder of a run, with its result file, as one has it that was started with Maven. */
  private Path run(String name) throws Exception {
    PlanRun run = TrafficRuns.get("mixed-" + name);
    Path copy = folder.resolve(name);
    if (!Files.exists(copy)) {
      Files.createDirectories(copy);
      for (String file : List.of("verdict.json", "junit.xml", "latency.hlog")) {
        Files.copy(run.folder().resolve(file), copy.resolve(file));
      }
      Files.copy(run.resultFile(), copy.resolve("mixed-traffic.csv"));
    }
    return copy;
  }

  private Path baseline() throws Exception {
    Path copy = folder.resolve("mixed-traffic.json");
    Path original = JMeterProcess.ROOT.resolve("data/baselines/mixed-traffic.json");
    return Files.copy(original, copy, StandardCopyOption.REPLACE_EXISTING);
  }

  private Ended command(Object... args) throws Exception {
    Path jar = Path.of(Main.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    Path output = folder.resolve("output.txt");
    List<String> command = new ArrayList<>();
    command.addAll(List.of(JMeterProcess.JAVA, "-XX:TieredStopAtLevel=1", "-jar", jar.toString()));
    for (Object arg : args) {
      command.add(arg.toString());
    }
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    assertThat(process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)).as("ends").isTrue();
    return new Ended(process.exitValue(), Files.readString(output));
  }

  @Test
  void shouldRaiseNoAlarmForARealRunComparedWithItself() throws Exception {
    Ended compared = command("compare", "--run", run("healthy"), "--against", run("healthy"));

    assertThat(compared.exitCode()).as(compared.output()).isZero();
    assertThat(compared.output())
        .contains("mixed-traffic.csv", "NO WORSENING")
        .containsPattern("\nAI +p50 elapsed, cached .* same\n")
        .containsPattern("\nREAD +throughput .* same\n");
  }

  @Test
  void shouldRaiseAnAlarmOnTheAiFiguresWhenTheAiIsSlow() throws Exception {
    Ended compared = command("compare", "--run", run("slow-ai"), "--against", run("healthy"));

    assertThat(compared.exitCode()).as(compared.output()).isEqualTo(99);
    assertThat(compared.output())
        .containsPattern("\nAI +typical elapsed .* slower\n")
        .containsPattern("\nAI +p50 elapsed  .* slower\n")
        .contains("WORSE: a change of at least 5 % and 10 ms");
  }

  @Test
  void shouldHoldARealRunAgainstThePromotedFigures() throws Exception {
    Path baseline = baseline();

    Ended promoted = command("promote", "--run", run("healthy"), "--baseline", baseline);

    assertThat(promoted.exitCode()).as(promoted.output()).isZero();
    assertThat(promoted.output()).contains("figures of the mixed-traffic run that ended");
    Ended valid = command("validate", "--baseline", baseline);
    assertThat(valid.exitCode()).as(valid.output()).isZero();
    JsonNode figure = MAPPER.readTree(baseline.toFile()).at("/observed/figures/ai-p95");
    assertThat(figure.path("value")).isEqualTo(observed(run("healthy"), "ai-p95"));
    assertThat(figure.path("n").asLong()).isGreaterThan(100);

    String text = Files.readString(baseline);
    assertThat(text).contains(PLAIN);
    Files.writeString(baseline, text.replace(PLAIN, RELATIVE));

    Ended healthy = check(baseline, "healthy");
    assertThat(threshold(folder.resolve("of-healthy"), "ai-p95").path("verdict").asText())
        .as(healthy.output())
        .isEqualTo("PASS");
    Ended slow = check(baseline, "slow-ai");
    assertThat(slow.exitCode()).as(slow.output()).isEqualTo(99);
    JsonNode failed = threshold(folder.resolve("of-slow-ai"), "ai-p95");
    assertThat(failed.path("verdict").asText()).as(slow.output()).isEqualTo("FAIL");
    assertThat(failed.path("message").asText()).contains("observed + 10 %", "promoted run of 20");
  }

  @Test
  void shouldRefuseToPromoteARunThatFailed() throws Exception {
    Path baseline = baseline();
    String before = Files.readString(baseline);

    Ended refused = command("promote", "--run", run("slow-ai"), "--baseline", baseline);

    assertThat(refused.exitCode()).as(refused.output()).isEqualTo(104);
    assertThat(refused.output()).contains("the run's verdict is FAIL", "nothing was changed");
    assertThat(baseline).content().isEqualTo(before);
  }

  private Ended check(Path baseline, String run) throws Exception {
    return command(
        "check",
        "--baseline",
        baseline,
        "--jtl",
        run(run).resolve("mixed-traffic.csv"),
        "--out",
        folder.resolve("of-" + run),
        "--set",
        "duration.scale=" + TrafficRuns.MIXED_DURATION,
        "--set",
        "users.scale=" + TrafficRuns.USERS);
  }

  private static JsonNode observed(Path run, String id) throws Exception {
    return threshold(run, id).path("observed");
  }

  private static JsonNode threshold(Path run, String id) throws Exception {
    JsonNode verdict = MAPPER.readTree(run.resolve("verdict.json").toFile());
    return StreamSupport.stream(verdict.path("thresholds").spliterator(), false)
        .filter(threshold -> threshold.path("id").asText().equals(id))
        .findFirst()
        .orElseThrow();
  }
}
