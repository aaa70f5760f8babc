package dev.aiendpoint.exchange;

import java.util.Optional;

/**
 * What one response tells about a circuit breaker.
 *
 * @param state the state that the response points to
 * @param explicit true when the response names the state (header or message), false when it is
 *     inferred from how the answer looks
 */
public record CircuitEvidence(CircuitState state, boolean explicit) {

  /** No evidence at all. */
  public static final CircuitEvidence NONE = new CircuitEvidence(CircuitState.UNKNOWN, false);

  public static CircuitEvidence explicit(CircuitState state) {
    return new CircuitEvidence(state, true);
  }

  public static CircuitEvidence inferred(CircuitState state) {
    return new CircuitEvidence(state, false);
  }

  /** The form in the JTL column {@code ai_circuit}: {@code OPEN explicit}; empty for UNKNOWN. */
  public String asColumn() {
    return state == CircuitState.UNKNOWN ? "" : state + (explicit ? " explicit" : " inferred");
  }

  /** Reads {@link #asColumn()} back; an empty or foreign text is {@link #NONE}. */
  public static CircuitEvidence ofColumn(String text) {
    return parse(text).orElse(NONE);
  }

  private static Optional<CircuitEvidence> parse(String text) {
    for (CircuitState state : CircuitState.values()) {
      if (state != CircuitState.UNKNOWN && text.startsWith(state + " ")) {
        return switch (text.substring(state.name().length() + 1)) {
          case "explicit" -> Optional.of(explicit(state));
          case "inferred" -> Optional.of(inferred(state));
          default -> Optional.empty();
        };
      }
    }
    return Optional.empty();
  }
}
