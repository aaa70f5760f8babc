package dev.aiendpoint.standin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The jar as its own process. */
class RunnableJarIT {

  private static final String JAR = System.getProperty("runnable.jar");
  private static final String JAVA =
      Path.of(System.getProperty("java.home"), "bin", "java").toString();

  private final List<Process> started = new ArrayList<>();

  @AfterEach
  void endAll() {
    started.forEach(Process::destroyForcibly);
  }

  private Process start(String... arguments) throws Exception {
    List<String> command =
        new ArrayList<>(List.of(JAVA, "-Xmx256m", "-XX:+UseSerialGC", "-jar", JAR));
    command.addAll(List.of(arguments));
    return launch(command);
  }

  private Process launch(List<String> command) throws Exception {
    Process process = new ProcessBuilder(command).start();
    started.add(process);
    return process;
  }

  private static String firstLine(Process process) throws Exception {
    return new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))
        .readLine();
  }

  private static String all(InputStream stream) throws Exception {
    return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
  }

  @Test
  void shouldSayWhereItListensAndServeWhenStartedAlone() throws Exception {
    Process process = start("--end-with-parent");
    String ready = firstLine(process);
    assertThat(ready)
        .matches("READY http://127\\.0\\.0\\.1:\\d+ CONTROL http://127\\.0\\.0\\.1:\\d+/__control");

    var answer =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(URI.create(ready.split(" ")[1] + "/api/health")).build(),
                BodyHandlers.ofString());
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).contains("\"status\":\"ok\"");

    process.getOutputStream().close();
    assertThat(process.waitFor(2, TimeUnit.SECONDS)).as("ends with its input").isTrue();
    assertThat(all(process.getErrorStream())).isEmpty();
  }

  @Test
  void shouldEndQuicklyWhenTerminated() throws Exception {
    Process process = start("--port", "0");
    firstLine(process);
    process.destroy();

    assertThat(process.waitFor(3, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void shouldEndWhenItsParentIsKilledAndItsInputStaysOpen() throws Exception {
    // The shell is the parent; its own input goes on, as it would if others held the pipe.
    Process shell =
        launch(
            List.of(
                "/bin/sh",
                "-c",
                "sleep 60 | '" + JAVA + "' -jar '" + JAR + "' --end-with-parent & echo; wait"));
    BufferedReader output =
        new BufferedReader(new InputStreamReader(shell.getInputStream(), StandardCharsets.UTF_8));
    String line;
    do {
      line = output.readLine();
    } while (line != null && !line.startsWith("READY"));
    assertThat(line).isNotNull();
    List<ProcessHandle> family = shell.descendants().toList();
    ProcessHandle standIn =
        family.stream()
            .filter(p -> p.info().command().orElse("").endsWith("java"))
            .findFirst()
            .orElseThrow();
    standIn.parent().orElseThrow().destroyForcibly();

    try {
      standIn.onExit().get(5, TimeUnit.SECONDS);
      assertThat(standIn.isAlive()).isFalse();
    } finally {
      family.forEach(ProcessHandle::destroyForcibly);
    }
  }

  @Test
  void shouldListEveryProblemWhenSettingsAreWrong() throws Exception {
    Process process = start("--standin.cache", "maybe", "--port=none");

    assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isEqualTo(2);
    assertThat(all(process.getInputStream())).isEmpty();
    assertThat(all(process.getErrorStream()))
        .contains("standin.cache was 'maybe'")
        .contains("port was 'none'");
  }

  @Test
  void shouldBeTheProviderAloneWhenToldTo() throws Exception {
    Process process = start("provider", "--end-with-parent", "--standin.ai.latency=10");
    String ready = firstLine(process);
    assertThat(ready).matches("READY (http://127\\.0\\.0\\.1:\\d+) CONTROL \\1/__control");

    var answer =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(URI.create(ready.split(" ")[3] + "/faults")).build(),
                BodyHandlers.ofString());
    assertThat(answer.body()).contains("healthy");
    process.getOutputStream().close();
    assertThat(process.waitFor(2, TimeUnit.SECONDS)).as("ends with its input").isTrue();
  }

  @Test
  void shouldNameTheProblemWhenASettingOrTheScriptIsWrong() throws Exception {
    Process unknown = start("provider", "--standin.cache=off");
    Path script = Files.createTempFile("script", ".json");
    Files.writeString(script, "[{\"atMs\":0,\"mode\":\"explode\"}]");
    Process scripted = start("provider", "--standin.provider.script", script.toString());

    assertThat(unknown.waitFor(20, TimeUnit.SECONDS)).isTrue();
    assertThat(unknown.exitValue()).isEqualTo(2);
    assertThat(all(unknown.getErrorStream())).contains("option was 'standin.cache'");
    assertThat(scripted.waitFor(20, TimeUnit.SECONDS)).isTrue();
    assertThat(scripted.exitValue()).isEqualTo(2);
    assertThat(all(scripted.getErrorStream())).contains("step 1: mode was 'explode'");
    Files.delete(script);
  }

  @Test
  void shouldExplainItselfWhenAskedForHelp() throws Exception {
    Process process = start("--help");

    assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isZero();
    assertThat(all(process.getInputStream()))
        .contains("provider", "--standin.provider.script", "/faults");
  }
}
