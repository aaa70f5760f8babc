package dev.aiendpoint.plans;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A stand-in of its own process, and in front of it a server that hands requests on and writes down
 * every chat turn: no result file says who asked in which conversation.
 */
final class ChatRecorder implements AutoCloseable {

  /**
   * An answered chat turn.
   *
   * @param session the cookie of who asked
   * @param asked the conversation that the request named, empty for a new one
   * @param answered the conversation that the answer named
   * @param context earlier messages that the answer took into account
   */
  record Turn(String session, String asked, String answered, int context) {}

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final Queue<Turn> turns = new ConcurrentLinkedQueue<>();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final Process standIn;
  private final String target;
  private final HttpServer server;

  private ChatRecorder(Process standIn, String target, HttpServer server) {
    this.standIn = standIn;
    this.target = target;
    this.server = server;
  }

  /**
   * @param settings settings of the stand-in
   */
  static ChatRecorder start(Map<String, String> settings) throws IOException {
    List<String> command =
        new java.util.ArrayList<>(
            List.of(JMeterProcess.JAVA, "-Xmx256m", "-XX:+UseSerialGC", "-jar"));
    command.add(System.getProperty("standin.jar"));
    settings.forEach((name, value) -> command.addAll(List.of("--" + name, value)));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    String ready =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))
            .readLine();
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    ChatRecorder recorder = new ChatRecorder(process, ready.split(" ")[1], server);
    server.setExecutor(recorder.threads);
    server.createContext("/", recorder::handOn);
    server.start();
    return recorder;
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  List<Turn> turns() {
    return List.copyOf(turns);
  }

  private void handOn(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      HttpRequest.Builder request =
          HttpRequest.newBuilder(URI.create(target + exchange.getRequestURI()))
              .method(exchange.getRequestMethod(), BodyPublishers.ofByteArray(body));
      for (String name : List.of("Cookie", "Content-Type", "Accept")) {
        exchange.getRequestHeaders().getOrDefault(name, List.of()).stream()
            .limit(1)
            .forEach(value -> request.header(name, value));
      }
      HttpResponse<byte[]> answer = client.send(request.build(), BodyHandlers.ofByteArray());
      if (exchange.getRequestURI().getPath().equals("/api/chat") && answer.statusCode() == 200) {
        writeDown(exchange, MAPPER.readTree(body), MAPPER.readTree(answer.body()));
      }
      for (String name : List.of("Content-Type", "X-Cache-Hit")) {
        answer
            .headers()
            .firstValue(name)
            .ifPresent(value -> exchange.getResponseHeaders().add(name, value));
      }
      exchange.sendResponseHeaders(
          answer.statusCode(), answer.body().length == 0 ? -1 : answer.body().length);
      exchange.getResponseBody().write(answer.body());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void writeDown(HttpExchange exchange, JsonNode request, JsonNode answer) {
    turns.add(
        new Turn(
            exchange.getRequestHeaders().getFirst("Cookie"),
            request.path("conversationId").asText(""),
            answer.path("conversationId").asText(),
            answer.path("contextUsed").path("messageCount").asInt(-1)));
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
    standIn.destroy();
  }
}
