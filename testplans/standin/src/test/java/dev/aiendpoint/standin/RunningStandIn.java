package dev.aiendpoint.standin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.aiendpoint.standin.ai.AiProvider;
import dev.aiendpoint.standin.options.StandInOptions;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A stand-in and a client of it, for one test. */
final class RunningStandIn implements AutoCloseable {

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final HttpClient CLIENT =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();

  /** The session of the n-th user, from 0. */
  static final List<String> SESSIONS = sessions();

  private final StandIn standIn;

  private RunningStandIn(StandIn standIn) {
    this.standIn = standIn;
  }

  /** Fast AI answers, and what the settings ({@code name=value}) say. */
  static RunningStandIn with(String... settings) throws Exception {
    return new RunningStandIn(StandIn.start(options(settings)));
  }

  static RunningStandIn with(AiProvider provider, String... settings) throws Exception {
    return new RunningStandIn(StandIn.start(options(settings), provider, Clock.systemUTC()));
  }

  private static StandInOptions options(String... settings) {
    Map<String, String> all = new HashMap<>(Map.of("standin.ai.latency", "20"));
    for (String setting : settings) {
      int equals = setting.indexOf('=');
      all.put(setting.substring(0, equals), setting.substring(equals + 1));
    }
    return StandInOptions.of(all);
  }

  private static List<String> sessions() {
    try {
      List<String> sessions = new ArrayList<>();
      for (String line : Files.readAllLines(Path.of("../../data/sessions.csv"))) {
        sessions.add(line.split(",")[0]);
      }
      return sessions.subList(1, sessions.size());
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /** An answer with its body as JSON, missing where it is none. */
  record Answer(int status, Map<String, List<String>> headers, String body) {

    JsonNode json() throws Exception {
      return MAPPER.readTree(body);
    }

    JsonNode at(String pointer) throws Exception {
      return json().at(pointer);
    }

    String header(String name) {
      return headers.entrySet().stream()
          .filter(e -> e.getKey().equalsIgnoreCase(name))
          .map(e -> e.getValue().get(0))
          .findFirst()
          .orElse("");
    }
  }

  /** A request of the n-th user; of nobody when negative. */
  HttpRequest.Builder request(int user, String path) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(standIn.baseUrl() + path))
            .timeout(Duration.ofSeconds(20));
    if (user >= 0) {
      request.header("Cookie", "other=1; next-auth.session-token=" + SESSIONS.get(user));
    }
    return request;
  }

  Answer send(HttpRequest request) throws Exception {
    HttpResponse<String> response = CLIENT.send(request, BodyHandlers.ofString());
    return new Answer(response.statusCode(), response.headers().map(), response.body());
  }

  Answer get(int user, String path) throws Exception {
    return send(request(user, path).build());
  }

  Answer post(int user, String path, String body) throws Exception {
    return send(request(user, path).POST(BodyPublishers.ofString(body)).build());
  }

  Answer chat(int user, String message) throws Exception {
    return post(user, "/api/chat", "{\"message\":\"" + message + "\"}");
  }

  Answer streamedChat(int user, String message) throws Exception {
    return send(
        request(user, "/api/chat")
            .header("Accept", "text/event-stream")
            .POST(BodyPublishers.ofString("{\"message\":\"" + message + "\"}"))
            .build());
  }

  /** Calls the control API of its AI provider. */
  Answer control(String method, String path, String body) throws Exception {
    return send(
        HttpRequest.newBuilder(URI.create(standIn.controlUrl().orElseThrow() + path))
            .method(method, BodyPublishers.ofString(body))
            .build());
  }

  @Override
  public void close() {
    standIn.close();
  }
}
