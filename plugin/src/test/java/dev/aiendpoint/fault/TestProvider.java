package dev.aiendpoint.fault;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * An AI provider's control API on a real server, with a clock and a log that a test sets, and any
 * other path as a hook.
 */
public final class TestProvider implements Closeable {

  /** By how much each of its answers is late, as its log says. */
  static final long LATE_MILLIS = 7;

  /** How requests to a path end when they do not end well. */
  public enum Trouble {
    /** Without an answer. */
    DROPPED,
    REDIRECTED,
    FAILED
  }

  private final HttpServer server;
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private final List<String> entries = new CopyOnWriteArrayList<>();
  private final Map<String, Trouble> troubles = new ConcurrentHashMap<>();
  private volatile long now = 1_000_000;

  public TestProvider() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  public String url(String path) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + path;
  }

  public String control() {
    return url("/__control");
  }

  /** Method and path of what came, GETs of the log apart. */
  public List<String> requests() {
    return List.copyOf(requests);
  }

  /** Requests with this method and path get into trouble from now on. */
  public TestProvider with(String request, Trouble trouble) {
    troubles.put(request, trouble);
    return this;
  }

  public void withoutTrouble() {
    troubles.clear();
  }

  public void pass(long millis) {
    now += millis;
  }

  /** Writes into its log that it was asked now. */
  public void asked(String mode) {
    entries.add(
        "{\"atMs\":%d,\"endMs\":%d,\"mode\":\"%s\",\"result\":\"failed\",\"lateMs\":%d}"
            .formatted(now, now, mode, LATE_MILLIS));
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      exchange.getRequestBody().readAllBytes();
      String path = exchange.getRequestURI().getPath();
      String request = exchange.getRequestMethod() + " " + path;
      boolean log = path.equals("/__control/log");
      if (!log) {
        requests.add(request);
      }
      Trouble trouble = troubles.get(request);
      if (trouble == Trouble.DROPPED) {
        return;
      }
      if (trouble == Trouble.REDIRECTED) {
        exchange.getResponseHeaders().add("Location", url("/elsewhere"));
      }
      String body = log ? "{\"nowMs\":%d,\"entries\":%s}".formatted(now, entries) : "{}";
      byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(
          trouble == null ? 200 : trouble == Trouble.REDIRECTED ? 307 : 500, bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
