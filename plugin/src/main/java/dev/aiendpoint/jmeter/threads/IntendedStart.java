package dev.aiendpoint.jmeter.threads;

import java.util.Optional;
import org.apache.jmeter.threads.JMeterVariables;

/**
 * When an iteration of the open model was due, whether or not a user was there to begin it. A
 * latency that counts from here includes the waiting that the load itself caused (coordinated
 * omission).
 *
 * @param epochMillis wall clock
 * @param nanos on the scale of {@link System#nanoTime()}
 */
public record IntendedStart(long epochMillis, long nanos) {

  /** Thread variable with the epoch milliseconds; not set in phases of users. */
  public static final String VARIABLE = "ai_intended_start_ms";

  private static final String OBJECT = "ai_intended_start";

  /** The current iteration's; empty in phases of users. */
  public static Optional<IntendedStart> of(JMeterVariables variables) {
    return Optional.ofNullable((IntendedStart) variables.getObject(OBJECT));
  }

  static void put(JMeterVariables variables, Optional<IntendedStart> start) {
    if (start.isPresent()) {
      variables.put(VARIABLE, Long.toString(start.get().epochMillis()));
      variables.putObject(OBJECT, start.get());
    } else {
      variables.remove(VARIABLE);
      variables.remove(OBJECT);
    }
  }
}
