package dev.aiendpoint.plans;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A stand-in that outlives the run against it, so that a test can ask it afterwards what really
 * happened.
 */
final class OwnStandIn implements AutoCloseable {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final Process process;
  private final String url;
  private final String controlUrl;

  private OwnStandIn(Process process, String url, String controlUrl) {
    this.process = process;
    this.url = url;
    this.controlUrl = controlUrl;
  }

  static OwnStandIn start(String name, Map<String, String> settings) throws IOException {
    List<String> command = new ArrayList<>();
    command.addAll(List.of(JMeterProcess.JAVA, "-XX:+UseSerialGC", "-Xmx256m"));
    settings.forEach((key, value) -> command.add("-D" + key + "=" + value));
    command.addAll(List.of("-jar", System.getProperty("standin.jar"), "--end-with-parent"));
    Path log = JMeterProcess.folder(name).resolve("own-stand-in.log");
    Process process = new ProcessBuilder(command).redirectError(log.toFile()).start();
    String ready =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))
            .readLine();
    if (ready == null) {
      throw new IOException("the stand-in did not start, see " + log);
    }
    String[] words = ready.split(" ");
    return new OwnStandIn(process, words[1], words[3]);
  }

  String url() {
    return url;
  }

  String controlUrl() {
    return controlUrl;
  }

  /** The fault that acts at its AI provider now. */
  String fault() throws IOException, InterruptedException {
    return get(controlUrl + "/faults").path("mode").asText();
  }

  /** The circuit's own log. */
  List<Transition> transitions() throws IOException, InterruptedException {
    List<Transition> transitions = new ArrayList<>();
    for (JsonNode event : get(url + "/__standin/events").path("events")) {
      transitions.add(
          new Transition(
              event.path("atEpochMs").asLong(),
              event.path("from").asText(),
              event.path("to").asText(),
              event.path("failures").asInt()));
    }
    return transitions;
  }

  /**
   * A change of the circuit's state.
   *
   * @param failures failed calls in a row that led to it, by the breaker's own count
   */
  record Transition(long atMillis, String from, String to, int failures) {

    String states() {
      return from + " > " + to;
    }
  }

  private static JsonNode get(String url) throws IOException, InterruptedException {
    return MAPPER.readTree(
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(URI.create(url)).build(),
                HttpResponse.BodyHandlers.ofString())
            .body());
  }

  @Override
  public void close() {
    process.destroy();
  }
}
