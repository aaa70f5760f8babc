package dev.aiendpoint.plans;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** {@code mvn jmeter:jmeter} as a user types it, on the JMeter that this build has configured. */
class MavenGoalIT {

  private static final Path TARGET = JMeterProcess.ROOT.resolve("target");
  private static final Path RESULTS = TARGET.resolve("testplans/jmeter/results/smoke-test.csv");
  private static final String TOKEN = "tok-7f3a9c1e-not-for-logs";

  private record Goal(int exitCode, String output) {}

  private static Goal jmeter(String... settings) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.addAll(List.of(System.getProperty("maven.command"), "-B", "jmeter:jmeter"));
    command.add("-Dmaven.repo.local=" + System.getProperty("maven.repo.local"));
    command.addAll(List.of("-Dduration.scale=0.2", "-Dplan=smoke-test"));
    command.addAll(List.of(settings));
    Path output = Files.createTempFile("maven", ".log");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(JMeterProcess.ROOT.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().remove("MAVEN_CMD_LINE_ARGS");
    Process process = builder.start();
    if (!process.waitFor(180, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new AssertionError("mvn jmeter:jmeter hangs:\n" + Files.readString(output));
    }
    String printed = Files.readString(output);
    Files.delete(output);
    return new Goal(process.exitValue(), printed);
  }

  @Test
  void shouldTakeSettingsOfTheCommandLineOnTheVeryNextRun() throws Exception {
    Goal red = jmeter("-Dbase.url=http://127.0.0.1:1", "-Dauth.bearer=" + TOKEN);
    assertThat(red.exitCode()).as(red.output()).isNotZero();
    assertThat(red.output())
        .contains("exit code:99")
        .contains("FAIL smoke-test")
        .contains("CONNECTION_ERROR")
        .doesNotContain(TOKEN);
    long failedRows =
        Files.readAllLines(RESULTS).stream().filter(row -> row.contains(",false,")).count();
    assertThat(failedRows).isPositive();

    Goal green = jmeter("-Ddashboard=true");
    assertThat(green.exitCode()).as(green.output()).isZero();
    assertThat(green.output()).contains("PASS smoke-test").contains("(embedded stand-in)");
    assertThat(Files.readAllLines(RESULTS))
        .as("a result file holds one run, not the one before it")
        .noneMatch(row -> row.contains("127.0.0.1:1/"))
        .filteredOn(row -> row.startsWith("timeStamp"))
        .hasSize(1);
    assertThat(TARGET.resolve("runs/smoke-test/verdict.json")).content().contains("\"PASS\"");
    shouldDrawTheGraphsOfTheDashboard();
    try (var old = Files.walk(TARGET.resolve("runs/smoke-test/history"))) {
      assertThat(old.map(file -> file.getFileName().toString()))
          .contains("verdict.json", "junit.xml", "smoke-test.csv");
    }
  }

  private static void shouldDrawTheGraphsOfTheDashboard() throws IOException {
    Path reports = TARGET.resolve("testplans/jmeter/reports");
    Map<String, double[]> means =
        DashboardGraphs.means(DashboardGraphs.latest(reports, "smoke-test"));

    assertThat(means.keySet())
        .containsExactlyInAnyOrder(
            "custom_ttft", "custom_tokens", "custom_cacheHit", "custom_cost");
    means.forEach((graph, points) -> assertThat(points).as(graph).isNotEmpty());
    for (String graph : List.of("custom_ttft", "custom_tokens", "custom_cost")) {
      assertThat(Arrays.stream(means.get(graph)).max().orElse(0)).as(graph).isPositive();
    }
    assertThat(Arrays.stream(means.get("custom_cacheHit")))
        .allMatch(share -> share >= 0 && share <= 1);
    assertThat(Arrays.stream(means.get("custom_cacheHit")).max().orElse(0)).isPositive();
  }
}
