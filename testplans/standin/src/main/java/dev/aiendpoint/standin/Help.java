package dev.aiendpoint.standin;

import java.util.Arrays;

/** What {@code --help} prints. */
final class Help {

  static final String TEXT =
      """
      java -jar standin.jar [--name value]...            the application and its AI provider
      java -jar standin.jar provider [--name value]...   the AI provider alone

      Both listen on the loopback interface and print one line when they accept requests:
      READY <base URL> CONTROL <base URL of the provider's control API>

        --port 0                     0: any free one
        --end-with-parent            end with standard input, or with the process that started it
        --duration.scale 1           multiplies waits and windows; not the AI latency
        --users.scale 1              multiplies the provider's capacity
        --standin.ai.latency 600     median of a generated answer, ms
        --standin.ai.capacity 105    users that the provider keeps warm, or unlimited
        --standin.provider.script F  faults at their times, a JSON file
        --standin.seed 20260101      of everything drawn at random

      Only for the application:

        --standin.cache on|off       --standin.breaker on|off|stuck-half-open
        --standin.auth on|reject     --standin.visibility opaque|explicit
        --standin.database up|down   --standin.lose.writes 0..1
        --standin.open.time 30000    ms that the circuit stays open
        --standin.ai.timeout 60000   ms that an answer of the provider may take
        --standin.ai.limit 6000      provider calls a minute, or unlimited
        --standin.ai.budget N        KRW a day, or unlimited
        --standin.chat.limit 10      chat messages a minute and user
        --standin.sessions F         sessions that it accepts
        --standin.provider.port 0    of the AI provider

      Make the provider fail:  curl -X PUT <CONTROL>/faults -d '{"mode":"status","status":503}'
      See docs/stand-in.md and docs/provider.md.
      """;

  private Help() {}

  static boolean wanted(String[] arguments) {
    return Arrays.stream(arguments).anyMatch(a -> a.equals("--help") || a.equals("-h"));
  }
}
