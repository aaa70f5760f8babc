package dev.aiendpoint.standin.http;

import java.time.Duration;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** How a server for this machine alone is set up: HTTP/1.1 on 127.0.0.1, without naming itself. */
public final class LoopbackServer {

  private static final int BACKLOG = 1_024;

  private LoopbackServer() {}

  /**
   * The connector of a new server, which has no handler and is not started yet.
   *
   * @param name of its threads
   * @param port 0 for a free one
   * @param idle after which a connection that nobody uses is closed
   */
  public static ServerConnector connector(
      String name, int mostThreads, int leastThreads, int port, Duration idle) {
    QueuedThreadPool threads = new QueuedThreadPool(mostThreads, leastThreads);
    threads.setName(name);
    Server server = new Server(threads);
    HttpConfiguration http = new HttpConfiguration();
    http.setSendServerVersion(false);
    ServerConnector connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http));
    connector.setHost("127.0.0.1");
    connector.setPort(port);
    connector.setAcceptQueueSize(BACKLOG);
    connector.setIdleTimeout(idle.toMillis());
    server.addConnector(connector);
    return connector;
  }
}
