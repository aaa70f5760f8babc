package dev.aiendpoint.jmeter.threads;

import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.jmeter.samplers.SampleResult;
import org.apache.jmeter.threads.JMeterVariables;

/**
 * How late a user began an arrival, and which request it was that began it. Lives in the user's
 * variables and is confined to its thread.
 *
 * <p>Only the first measured request of an iteration has an intended start of its own. Those behind
 * it wait for its answer, as a person would, so the lateness of the arrival is not theirs.
 */
public final class IterationStart {

  private static final String OBJECT = "ai_iteration_start";

  private final double waitMillis;
  private SampleResult first;

  private IterationStart(double waitMillis) {
    this.waitMillis = waitMillis;
  }

  /** To be called when the iteration begins, that is now. */
  static void put(JMeterVariables variables, Optional<IntendedStart> arrival) {
    if (arrival.isPresent()) {
      double wait = Math.max(0, System.nanoTime() - arrival.get().nanos()) / 1e6;
      variables.putObject(OBJECT, new IterationStart(wait));
    } else {
      variables.remove(OBJECT);
    }
  }

  /**
   * Milliseconds between the intended start of the arrival and its begin, when {@code result} is
   * the first measured one of its iteration, which is the first that this is asked for. Empty for
   * every other, and in phases of users.
   */
  public static OptionalDouble waitOf(SampleResult result, JMeterVariables variables) {
    if (!(variables.getObject(OBJECT) instanceof IterationStart start)) {
      return OptionalDouble.empty();
    }
    if (start.first == null) {
      start.first = result;
    }
    return start.first == result ? OptionalDouble.of(start.waitMillis) : OptionalDouble.empty();
  }
}
