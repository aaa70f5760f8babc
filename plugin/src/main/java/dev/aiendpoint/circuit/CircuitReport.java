package dev.aiendpoint.circuit;

import dev.aiendpoint.exchange.CircuitState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * What is known of a circuit at a moment. Times in epoch milliseconds. Immutable; may be read from
 * any thread.
 *
 * @param initial the first state that anything told; UNKNOWN without evidence
 * @param transitions all changes since then, in order
 * @param openings every stretch of time that it was open, in order
 * @param evidence requests that told anything
 * @param realFailures requests that were let through and failed, as clients saw it
 * @param probes requests that were let through to try whether the service works again
 * @param failedProbes those of them that failed
 * @param rejected requests that were refused with an error
 * @param fallbackServed requests that were answered with fallback content, refused or not
 * @param wronglyLetThrough requests that were let through although their answer says OPEN
 * @param probesAtOnce most requests that were let through in one HALF_OPEN
 * @param longestRow most failures in a row while it was CLOSED, as clients saw them
 * @param lastMillis end of the latest request that told anything; 0 without
 */
public record CircuitReport(
    CircuitState initial,
    List<CircuitTransition> transitions,
    List<Opening> openings,
    long evidence,
    long realFailures,
    long probes,
    long failedProbes,
    long rejected,
    long fallbackServed,
    long wronglyLetThrough,
    long probesAtOnce,
    long longestRow,
    long lastMillis) {

  /** Nobody saw anything of a circuit. */
  public static final CircuitReport NONE =
      new CircuitReport(CircuitState.UNKNOWN, List.of(), List.of(), 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

  public CircuitReport {
    transitions = List.copyOf(transitions);
    openings = List.copyOf(openings);
  }

  /** True when anything tells of the circuit's state. */
  public boolean isKnown() {
    return initial != CircuitState.UNKNOWN || !transitions.isEmpty();
  }

  /** The state now. */
  public CircuitState state() {
    return stateAt(Long.MAX_VALUE);
  }

  public CircuitState stateAt(long epochMillis) {
    CircuitState state = initial;
    for (CircuitTransition transition : transitions) {
      if (transition.atMillis() > epochMillis) {
        break;
      }
      state = transition.to();
    }
    return state;
  }

  /**
   * Openings out of CLOSED.
   *
   * @param phases only those that show in these phases; empty for all
   */
  public List<Opening> opened(Set<String> phases) {
    return openings(phases).stream().filter(opening -> !opening.reopened()).toList();
  }

  /** Openings after a failed probe. */
  public List<Opening> reopened(Set<String> phases) {
    return openings(phases).stream().filter(Opening::reopened).toList();
  }

  /** Openings of both kinds. */
  public List<Opening> openings(Set<String> phases) {
    return openings.stream()
        .filter(opening -> phases.isEmpty() || phases.contains(opening.phase()))
        .toList();
  }

  /**
   * How long it stays open, by all openings together: as long as each was seen to be open at least,
   * and no longer than the requests around each allow. Empty while no opening has ended, or when
   * they contradict each other.
   */
  public Optional<Bounds> openTime() {
    long least = 0;
    long most = Long.MAX_VALUE;
    for (Opening opening : openings) {
      if (opening.openForMillis().isPresent()) {
        least = Math.max(least, opening.seenOpenMillis());
        most = Math.min(most, opening.openForMillis().getAsLong());
      }
    }
    return most == Long.MAX_VALUE || least > most
        ? Optional.empty()
        : Optional.of(new Bounds(least, most));
  }

  /**
   * What a duration lies between, in milliseconds.
   *
   * @param leastMillis it is no shorter
   * @param mostMillis it is no longer
   */
  public record Bounds(long leastMillis, long mostMillis) {}

  /** From the first opening to the CLOSED that followed it, in milliseconds. */
  public OptionalLong timeToRecoverMillis() {
    long opened = Long.MIN_VALUE;
    for (CircuitTransition transition : transitions) {
      if (transition.to() == CircuitState.OPEN && opened == Long.MIN_VALUE) {
        opened = transition.atMillis();
      } else if (transition.to() == CircuitState.CLOSED && opened != Long.MIN_VALUE) {
        return OptionalLong.of(transition.atMillis() - opened);
      }
    }
    return OptionalLong.empty();
  }

  /**
   * The states that it was in, one after the other.
   *
   * @param phases only from the state in which these phases began on; empty for all
   */
  public List<CircuitState> sequence(Set<String> phases) {
    List<CircuitTransition> chosen =
        transitions.stream()
            .filter(transition -> phases.isEmpty() || phases.contains(transition.phase()))
            .toList();
    List<CircuitState> states = new ArrayList<>();
    states.add(chosen.isEmpty() || phases.isEmpty() ? initial : chosen.get(0).from());
    chosen.forEach(transition -> states.add(transition.to()));
    return List.copyOf(states);
  }
}
