package dev.aiendpoint.plans;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Serves a folder as Jenkins serves published pages: with its default content security policy on
 * every answer, pictures and stylesheets included.
 */
final class StrictServer implements AutoCloseable {

  /** Source: Jenkins handbook, Configuring Content Security Policy. */
  static final String POLICY =
      "sandbox allow-same-origin; default-src 'none'; img-src 'self'; style-src 'self';";

  private final Path root;
  private final HttpServer server;

  StrictServer(Path root) throws IOException {
    this.root = root.toAbsolutePath().normalize();
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  URI address(Path file) {
    String path = root.relativize(file.toAbsolutePath().normalize()).toString();
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/" + path);
  }

  private void answer(HttpExchange call) throws IOException {
    try (call) {
      Path file = root.resolve(call.getRequestURI().getPath().substring(1)).normalize();
      call.getResponseHeaders().set("Content-Security-Policy", POLICY);
      call.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
      if (file.endsWith("favicon.ico")) {
        call.sendResponseHeaders(204, -1);
      } else if (!file.startsWith(root) || !Files.isRegularFile(file)) {
        call.sendResponseHeaders(404, -1);
      } else {
        byte[] bytes = Files.readAllBytes(file);
        call.getResponseHeaders().set("Content-Type", type(file.toString()));
        call.sendResponseHeaders(200, bytes.length);
        call.getResponseBody().write(bytes);
      }
    }
  }

  private static String type(String name) {
    return switch (name.substring(name.lastIndexOf('.') + 1)) {
      case "html" -> "text/html;charset=utf-8";
      case "css" -> "text/css";
      case "svg" -> "image/svg+xml";
      default -> "application/octet-stream";
    };
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
