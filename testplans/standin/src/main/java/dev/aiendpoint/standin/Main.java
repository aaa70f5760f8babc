package dev.aiendpoint.standin;

import dev.aiendpoint.standin.options.InvalidOptionsException;
import dev.aiendpoint.standin.options.StandInOptions;
import dev.aiendpoint.standin.options.StandInOptionsParser;
import dev.aiendpoint.standin.provider.fault.InvalidFaultException;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The stand-in as a process of its own. Its only line on standard output, once it accepts requests,
 * is {@code READY http://127.0.0.1:<port> CONTROL http://127.0.0.1:<port>/__control}: the
 * application, and where its AI provider is made to fail. Everything else goes to standard error.
 * With {@code provider} as its first argument it is the AI provider alone. Exit codes: 2 for wrong
 * settings, 1 when it cannot start.
 */
public final class Main {

  private static final int WARM_UP_REQUESTS = 3;

  private Main() {}

  public static void main(String[] arguments) {
    PrintStream ready =
        new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    // Whatever a library prints must not come before, or after, the line that programs read.
    System.setOut(System.err);
    if (Help.wanted(arguments)) {
      ready.print(Help.TEXT);
      return;
    }
    try {
      if (arguments.length > 0 && arguments[0].equals(ProviderCommand.NAME)) {
        ProviderCommand.run(
            Arrays.copyOfRange(arguments, 1, arguments.length), System.getProperties(), ready);
        return;
      }
      StandInOptions options = new StandInOptionsParser().parse(arguments, System.getProperties());
      if (options.endWithParent()) {
        ParentWatch.start(System.in);
      }
      StandIn standIn = StandIn.start(options);
      warmUp(standIn.baseUrl());
      ready.println(
          "READY " + standIn.baseUrl() + " CONTROL " + standIn.controlUrl().orElseThrow());
      standIn.join();
    } catch (InvalidOptionsException | InvalidFaultException e) {
      System.err.println(e.getMessage());
      System.exit(2);
    } catch (Exception e) {
      System.err.println("stand-in: cannot start: " + e.getMessage());
      System.exit(1);
    }
  }

  /** A JVM's first answers take up to a second; a load test must not measure that. */
  private static void warmUp(URI baseUrl) throws IOException {
    for (int i = 0; i < WARM_UP_REQUESTS; i++) {
      HttpURLConnection connection =
          (HttpURLConnection) baseUrl.resolve("/api/health").toURL().openConnection();
      connection.getResponseCode();
      connection.disconnect();
    }
  }
}
