package dev.aiendpoint.standin.provider;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.aiendpoint.standin.options.StandInOptions;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** A provider and a client of it, for one test. */
public final class RunningProvider implements AutoCloseable {

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final ProviderServer server;

  private RunningProvider(ProviderServer server) {
    this.server = server;
  }

  /** Fast answers, and what the settings ({@code name=value}) say. */
  public static RunningProvider with(String... settings) throws Exception {
    Map<String, String> all = new HashMap<>(Map.of("standin.ai.latency", "20"));
    for (String setting : settings) {
      int equals = setting.indexOf('=');
      all.put(setting.substring(0, equals), setting.substring(equals + 1));
    }
    ProviderOptions options = ProviderOptions.of(StandInOptions.of(all));
    return new RunningProvider(ProviderServer.start(options, Clock.systemUTC()));
  }

  public URI baseUrl() {
    return server.baseUrl();
  }

  /** Switches a fault on; it must be a valid one. */
  public void fault(String json) throws Exception {
    HttpResponse<String> answer = control("PUT", "/faults", json);
    if (answer.statusCode() != 200) {
      throw new AssertionError(answer.body());
    }
  }

  public HttpResponse<String> control(String method, String path, String body) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(server.controlUrl() + path))
            .method(method, BodyPublishers.ofString(body))
            .build();
    return CLIENT.send(request, BodyHandlers.ofString());
  }

  public JsonNode log() throws Exception {
    return MAPPER.readTree(control("GET", "/log", "").body());
  }

  /** An Anthropic request. */
  public HttpResponse<String> ask(boolean stream) throws Exception {
    return post(
        "/v1/messages",
        "{\"model\":\"m\",\"max_tokens\":9,\"stream\":"
            + stream
            + ",\"messages\":[{\"role\":\"user\",\"content\":\"?\"}]}");
  }

  public HttpResponse<String> post(String path, String body) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(server.baseUrl() + path))
            .timeout(Duration.ofSeconds(20))
            .POST(BodyPublishers.ofString(body))
            .build();
    return CLIENT.send(request, BodyHandlers.ofString());
  }

  @Override
  public void close() {
    server.close();
  }
}
