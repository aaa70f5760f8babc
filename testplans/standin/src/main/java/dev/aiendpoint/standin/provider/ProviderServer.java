package dev.aiendpoint.standin.provider;

import dev.aiendpoint.standin.http.LoopbackServer;
import dev.aiendpoint.standin.provider.answer.LatencyModel;
import dev.aiendpoint.standin.provider.answer.Model;
import dev.aiendpoint.standin.provider.fault.FaultScript;
import dev.aiendpoint.standin.provider.fault.FaultScriptParser;
import dev.aiendpoint.standin.provider.fault.FaultSwitch;
import dev.aiendpoint.standin.provider.fault.InvalidFaultException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/**
 * A running AI provider, listening on the loopback interface only. Many may run in one process. A
 * few threads are enough, since none waits for an answer's time to come.
 */
public final class ProviderServer implements AutoCloseable {

  private static final int THREADS = 16;

  /** Longer than any client of a load test waits, so that what hangs is ended by the client. */
  private static final Duration IDLE_CONNECTION = Duration.ofMinutes(15);

  private final Server server;
  private final ServerConnector connector;
  private final ProviderHandler handler;
  private final ScheduledThreadPoolExecutor timer;

  private ProviderServer(
      Server server,
      ServerConnector connector,
      ProviderHandler handler,
      ScheduledThreadPoolExecutor timer) {
    this.server = server;
    this.connector = connector;
    this.handler = handler;
    this.timer = timer;
  }

  /**
   * Starts one; its script's times count from now.
   *
   * @throws InvalidFaultException when there is a script that cannot be used
   */
  public static ProviderServer start(ProviderOptions options, Clock clock) throws Exception {
    FaultScript script = script(options);
    FaultSwitch faults = new FaultSwitch(options.seed(), clock, System::nanoTime);
    ScheduledThreadPoolExecutor timer =
        new ScheduledThreadPoolExecutor(
            1,
            task -> {
              Thread thread = new Thread(task, "provider-timer");
              thread.setDaemon(true);
              return thread;
            });
    timer.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    ProviderHandler handler =
        new ProviderHandler(
            new Model(new LatencyModel(options.medianLatency(), options.seed()), options.seed()),
            new ContextSlots(options.capacity(), options.warm(), options.shedding(), clock),
            faults,
            new RequestLog(),
            clock,
            timer);
    ServerConnector connector =
        LoopbackServer.connector("provider", THREADS, 4, options.port(), IDLE_CONNECTION);
    Server server = connector.getServer();
    server.setHandler(handler);
    try {
      server.start();
    } catch (Exception e) {
      timer.shutdownNow();
      throw e;
    }
    for (FaultScript.Step step : script.steps()) {
      timer.schedule(() -> faults.set(step.fault()), step.atMs(), TimeUnit.MILLISECONDS);
    }
    return new ProviderServer(server, connector, handler, timer);
  }

  private static FaultScript script(ProviderOptions options)
      throws IOException, InvalidFaultException {
    if (options.script().isEmpty()) {
      return FaultScript.EMPTY;
    }
    Path file = options.script().get();
    return new FaultScriptParser(file.toString(), options.scale()).parse(Files.readString(file));
  }

  /** What a client takes for the vendor's address, such as {@code http://127.0.0.1:41234}. */
  public URI baseUrl() {
    return URI.create("http://127.0.0.1:" + connector.getLocalPort());
  }

  /** The base of its control API. */
  public URI controlUrl() {
    return URI.create(baseUrl() + ControlApi.PATH);
  }

  /** Its figures by name: calls, refused, inFlight, warmUsers, overloads. */
  public Map<String, Object> figures() {
    return handler.figures();
  }

  /** Waits until it is closed. */
  public void join() throws InterruptedException {
    server.join();
  }

  @Override
  public void close() {
    timer.shutdownNow();
    try {
      server.stop();
    } catch (Exception e) {
      throw new IllegalStateException("the provider did not stop", e);
    }
  }
}
