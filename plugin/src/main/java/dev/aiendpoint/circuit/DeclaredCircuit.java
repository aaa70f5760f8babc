package dev.aiendpoint.circuit;

import java.util.OptionalLong;

/**
 * How a circuit breaker is said to be set. What nobody says is absent. Times in milliseconds, as
 * they count in the run.
 *
 * @param failures in a row that open it
 * @param windowMillis within which they must come
 * @param openMillis how long it stays open
 * @param probes requests that are let through in HALF_OPEN
 */
public record DeclaredCircuit(
    OptionalLong failures,
    OptionalLong windowMillis,
    OptionalLong openMillis,
    OptionalLong probes) {

  /** Nothing is said. */
  public static final DeclaredCircuit NONE =
      new DeclaredCircuit(
          OptionalLong.empty(), OptionalLong.empty(), OptionalLong.empty(), OptionalLong.empty());

  public boolean isEmpty() {
    return equals(NONE);
  }
}
