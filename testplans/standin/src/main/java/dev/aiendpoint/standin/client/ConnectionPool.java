package dev.aiendpoint.standin.client;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.ConcurrentLinkedDeque;

/**
 * Kept connections to one server; the one used last is used first. Safe for use by many threads.
 */
final class ConnectionPool {

  /** Far shorter than the server keeps one: a connection that is reused is never a stale one. */
  private static final Duration LONGEST_IDLE = Duration.ofMinutes(1);

  private static final int CONNECT_MILLIS = 10_000;

  private final ConcurrentLinkedDeque<HttpConnection> idle = new ConcurrentLinkedDeque<>();
  private final InetSocketAddress server;
  private final String path;

  ConnectionPool(InetSocketAddress server, String path) {
    this.server = server;
    this.path = path;
  }

  HttpConnection take() throws IOException {
    HttpConnection kept = idle.pollFirst();
    while (kept != null) {
      if (!kept.idleFor(LONGEST_IDLE.toNanos())) {
        return kept;
      }
      kept.close();
      kept = idle.pollFirst();
    }
    return new HttpConnection(server, path, CONNECT_MILLIS);
  }

  /** Takes a connection back, to be used again or to be closed. */
  void giveBack(HttpConnection connection) {
    if (connection.reusable()) {
      connection.used();
      idle.addFirst(connection);
    } else {
      try {
        connection.close();
      } catch (IOException e) {
        // It was of no use any more.
      }
    }
  }
}
