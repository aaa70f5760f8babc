package dev.aiendpoint.circuit;

import dev.aiendpoint.exchange.CircuitState;

/**
 * A change of a circuit's state.
 *
 * @param atMillis when, epoch milliseconds; within the time between the requests around it
 * @param phase phase of the request that shows it, empty when the plan has none
 * @param from the state before; UNKNOWN when nothing told it
 * @param to the state after
 * @param explicit true when an answer named the new state, false when it is inferred
 */
public record CircuitTransition(
    long atMillis, String phase, CircuitState from, CircuitState to, boolean explicit) {

  CircuitTransition at(long millis) {
    return new CircuitTransition(millis, phase, from, to, explicit);
  }

  CircuitTransition confirmed() {
    return new CircuitTransition(atMillis, phase, from, to, true);
  }
}
