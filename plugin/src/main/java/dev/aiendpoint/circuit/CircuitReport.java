package dev.aiendpoint.circuit;

import dev.aiendpoint.exchange.CircuitState;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * What is known of a circuit at a moment. Times in epoch milliseconds. Immutable; may be read from
 * any thread.
 *
 * @param initial the first state that anything told; UNKNOWN without evidence
 * @param initialMillis when it was told; 0 without evidence
 * @param transitions all changes since then, in order
 * @param openings every stretch of time that it was open, in order
 * @param evidence requests that could have told anything
 * @param told those that did, by the phase in which they started
 * @param realFailures requests that were let through and failed, as clients saw it
 * @param probes requests that were let through to try whether the service works again
 * @param failedProbes those of them that failed
 * @param rejected requests that were refused with an error
 * @param fallbackServed requests that were answered with fallback content, refused or not
 * @param wronglyLetThrough requests that were let through although their answer says OPEN; absent
 *     when no answer named a state
 * @param probesAtOnce most requests that were let through in one HALF_OPEN
 * @param longestRow most failures in a row while it was CLOSED, as clients saw them
 * @param lastMillis end of the latest request that told anything; 0 without
 */
public record CircuitReport(
    CircuitState initial,
    long initialMillis,
    List<CircuitTransition> transitions,
    List<Opening> openings,
    long evidence,
    Map<String, Told> told,
    long realFailures,
    long probes,
    long failedProbes,
    long rejected,
    long fallbackServed,
    OptionalLong wronglyLetThrough,
    long probesAtOnce,
    long longestRow,
    long lastMillis) {

  /** Nobody saw anything of a circuit. */
  public static final CircuitReport NONE =
      new CircuitReport(
          CircuitState.UNKNOWN,
          0,
          List.of(),
          List.of(),
          0,
          Map.of(),
          0,
          0,
          0,
          0,
          0,
          OptionalLong.empty(),
          0,
          0,
          0);

  public CircuitReport {
    transitions = List.copyOf(transitions);
    openings = List.copyOf(openings);
    told = Map.copyOf(told);
  }

  /**
   * Requests of one phase that told something.
   *
   * @param requests how many
   * @param firstMillis the first moment of which one told
   */
  public record Told(long requests, long firstMillis) {}

  /** True when anything tells of the circuit's state. */
  public boolean isKnown() {
    return initial != CircuitState.UNKNOWN || !transitions.isEmpty();
  }

  /** The state now. */
  public CircuitState state() {
    return stateAt(Long.MAX_VALUE);
  }

  /** The state at a moment; UNKNOWN before anything told it. */
  public CircuitState stateAt(long epochMillis) {
    if (epochMillis < initialMillis) {
      return CircuitState.UNKNOWN;
    }
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
   * @param phases only in these, each from the state on in which it began; empty for all
   */
  public List<CircuitState> sequence(Set<String> phases) {
    List<CircuitState> states = new ArrayList<>();
    if (phases.isEmpty()) {
      states.add(initial);
      transitions.forEach(transition -> states.add(transition.to()));
      return List.copyOf(states);
    }
    long latest = Long.MIN_VALUE;
    for (String phase : inOrder(phases)) {
      List<CircuitTransition> own =
          transitions.stream().filter(one -> one.phase().equals(phase)).toList();
      long first = told.get(phase).firstMillis();
      if (!own.isEmpty()) {
        append(states, own.get(0).from());
      } else if (first >= latest) {
        append(states, stateAt(first));
      }
      for (CircuitTransition transition : own) {
        append(states, transition.to());
        latest = transition.atMillis();
      }
    }
    return states.isEmpty() ? List.of(CircuitState.UNKNOWN) : List.copyOf(states);
  }

  private List<String> inOrder(Set<String> phases) {
    return phases.stream()
        .filter(told::containsKey)
        .sorted(Comparator.comparingLong(phase -> told.get(phase).firstMillis()))
        .toList();
  }

  private static void append(List<CircuitState> states, CircuitState state) {
    if (states.isEmpty() || states.get(states.size() - 1) != state) {
      states.add(state);
    }
  }

  /**
   * How many requests told something.
   *
   * @param phases only those that started in these phases; empty for all
   */
  public long told(Set<String> phases) {
    return told.entrySet().stream()
        .filter(entry -> phases.isEmpty() || phases.contains(entry.getKey()))
        .mapToLong(entry -> entry.getValue().requests())
        .sum();
  }
}
