package dev.aiendpoint.plans;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The steps of "Your own system in fifteen minutes", against a stand-in started by hand. */
class GuideIT {

  private static final Path EXAMPLE = JMeterProcess.ROOT.resolve("docs/example");

  private static Process system;
  private static CompletableFuture<PlanRun> healthy;
  private static CompletableFuture<PlanRun> signedOut;

  @BeforeAll
  static void start() throws Exception {
    system =
        new ProcessBuilder(
                JMeterProcess.JAVA, "-Xmx256m", "-jar", System.getProperty("standin.jar"))
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    String line =
        new BufferedReader(new InputStreamReader(system.getInputStream(), StandardCharsets.UTF_8))
            .readLine();
    Matcher ready = Pattern.compile("READY (http://\\S+).*").matcher(String.valueOf(line));
    assertThat(ready.matches()).as(line).isTrue();

    Path folder = JMeterProcess.folder("plans");
    Path plan = copy("my-plan.jmx", folder);
    copy("my-plan.json", Files.createDirectories(folder.resolve("data/baselines")));
    Path wrong =
        Files.writeString(folder.resolve("wrong-sessions.csv"), "session\nnobody-has-this\n");
    healthy = JMeterProcess.run("guide", plan, settings(ready.group(1), "data/sessions.csv"));
    signedOut = JMeterProcess.run("guide-red", plan, settings(ready.group(1), wrong.toString()));
  }

  private static Map<String, String> settings(String url, String sessions) {
    return Map.of("base.url", url, "sessions", sessions, "duration.scale", "0.25");
  }

  private static Path copy(String name, Path folder) throws Exception {
    return Files.copy(
        EXAMPLE.resolve(name), folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
  }

  @AfterAll
  static void stop() {
    system.destroy();
  }

  @Test
  void shouldPassAsTheGuideSays() throws Exception {
    PlanRun run = healthy.get();
    assertThat(run.exitCode()).as(run.output()).isZero();
    assertThat(run.verdict().path("plan").asText()).isEqualTo("my-plan");
    assertThat(run.verdict().path("thresholds")).hasSize(6);
    assertThat(run.verdict().path("ai").path("ttft").path("n").asInt()).isPositive();
  }

  @Test
  void shouldFailWhenTheSessionsAreTakenAway() throws Exception {
    PlanRun run = signedOut.get();
    assertThat(run.exitCode()).as(run.output()).isEqualTo(99);
    assertThat(run.threshold("answers").path("message").asText()).contains("UNAUTHORIZED (401)");
    assertThat(run.threshold("first-token-p95").path("verdict").asText()).isEqualTo("NO_DATA");
  }
}
