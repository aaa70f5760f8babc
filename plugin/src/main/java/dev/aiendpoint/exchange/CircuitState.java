package dev.aiendpoint.exchange;

/** State of a circuit breaker as far as a response tells. */
public enum CircuitState {
  CLOSED,
  OPEN,
  HALF_OPEN,
  UNKNOWN
}
