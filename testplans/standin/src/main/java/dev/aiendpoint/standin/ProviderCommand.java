package dev.aiendpoint.standin;

import dev.aiendpoint.standin.options.StandInOptions;
import dev.aiendpoint.standin.options.StandInOptionsParser;
import dev.aiendpoint.standin.provider.ProviderOptions;
import dev.aiendpoint.standin.provider.ProviderServer;
import java.io.PrintStream;
import java.time.Clock;
import java.util.Map;
import java.util.Set;

/** The AI provider alone, as a process of its own: {@code provider} as the first argument. */
final class ProviderCommand {

  static final String NAME = "provider";

  private static final Set<String> SETTINGS =
      Set.of(
          "port",
          "end-with-parent",
          "duration.scale",
          "users.scale",
          "standin.ai.latency",
          "standin.ai.capacity",
          "standin.provider.script",
          "standin.seed");

  private ProviderCommand() {}

  /** Starts it, says so, and waits for its end. */
  static void run(String[] arguments, Map<?, ?> systemProperties, PrintStream ready)
      throws Exception {
    StandInOptions options = new StandInOptionsParser(SETTINGS).parse(arguments, systemProperties);
    if (options.endWithParent()) {
      ParentWatch.start(System.in);
    }
    ProviderServer provider =
        ProviderServer.start(ProviderOptions.of(options, options.port()), Clock.systemUTC());
    ready.println("READY " + provider.baseUrl() + " CONTROL " + provider.controlUrl());
    provider.join();
  }
}
