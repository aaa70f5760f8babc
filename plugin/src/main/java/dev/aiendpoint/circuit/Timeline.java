package dev.aiendpoint.circuit;

import static dev.aiendpoint.exchange.CircuitState.CLOSED;
import static dev.aiendpoint.exchange.CircuitState.HALF_OPEN;
import static dev.aiendpoint.exchange.CircuitState.OPEN;
import static dev.aiendpoint.exchange.CircuitState.UNKNOWN;

import dev.aiendpoint.exchange.CircuitState;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * The life of a circuit as far as it is known: where states write their transitions. Memory is
 * bounded: past {@value #MAX_TRANSITIONS} transitions the oldest are dropped. Not for several
 * threads.
 */
final class Timeline {

  static final int MAX_TRANSITIONS = 10_000;

  private static final long LATE_NEWS_MILLIS = 150;

  final FailureStreak streak;
  private final List<CircuitTransition> transitions;
  private final List<Opening> openings;
  private CircuitState initial;
  private long initialAt;
  private long lastLetThrough;
  private boolean anyLetThrough;
  private long lastRefused;
  private long dropped;
  private long probes;
  private long failedProbes;
  private long probesInStretch;
  private long probesAtOnce;
  private long wronglyLetThrough;

  Timeline() {
    streak = new FailureStreak();
    transitions = new ArrayList<>();
    openings = new ArrayList<>();
    initial = UNKNOWN;
  }

  Timeline(Timeline other) {
    streak = new FailureStreak(other.streak);
    transitions = new ArrayList<>(other.transitions);
    openings = new ArrayList<>(other.openings);
    initial = other.initial;
    initialAt = other.initialAt;
    lastLetThrough = other.lastLetThrough;
    anyLetThrough = other.anyLetThrough;
    lastRefused = other.lastRefused;
    dropped = other.dropped;
    probes = other.probes;
    failedProbes = other.failedProbes;
    probesInStretch = other.probesInStretch;
    probesAtOnce = other.probesAtOnce;
    wronglyLetThrough = other.wronglyLetThrough;
  }

  /** The first state that anything tells; nothing changed by that. */
  void begin(CircuitState state, long atMillis) {
    initial = state;
    initialAt = atMillis;
  }

  CircuitState state() {
    return transitions.isEmpty() ? initial : last().to();
  }

  /** Since when the state is what it is; of the first one the moment at which it was told. */
  long since() {
    return transitions.isEmpty() ? initialAt : last().atMillis();
  }

  private CircuitTransition last() {
    return transitions.get(transitions.size() - 1);
  }

  /** Remembers a moment at which the circuit was not open. */
  void letThrough(long atMillis) {
    lastLetThrough = anyLetThrough ? Math.max(lastLetThrough, atMillis) : atMillis;
    anyLetThrough = true;
  }

  private long notBefore(long atMillis) {
    boolean seenBefore = anyLetThrough && lastLetThrough <= atMillis;
    long seen = seenBefore ? lastLetThrough : atMillis;
    // A probe fails after it began.
    return state() == HALF_OPEN ? Math.max(since(), seenBefore ? seen : since()) : seen;
  }

  /** The latest moment up to a given one at which a request was let through. */
  long notOpenUntil(long millis) {
    return anyLetThrough && lastLetThrough <= millis ? lastLetThrough : millis;
  }

  /**
   * @param atMillis the best guess
   * @param seenMillis the first moment at which it was seen to be open
   */
  void open(long atMillis, long seenMillis, String phase, boolean explicit) {
    boolean reopened = state() == HALF_OPEN;
    openings.add(
        new Opening(
            atMillis,
            notBefore(atMillis),
            Math.max(atMillis, seenMillis),
            phase,
            explicit,
            reopened,
            reopened ? 0 : streak.count(),
            reopened ? OptionalLong.empty() : streak.firstStart(),
            atMillis,
            OptionalLong.empty()));
    lastRefused = seenMillis;
    if (openings.size() > MAX_TRANSITIONS) {
      openings.remove(0);
    }
    add(OPEN, atMillis, phase, explicit);
    streak.forget();
  }

  /** Remembers that a request was refused while the circuit was open. */
  void refused(long atMillis) {
    lastRefused = Math.max(lastRefused, atMillis);
  }

  void halfOpen(long atMillis, String phase, boolean explicit) {
    if (!openings.isEmpty()) {
      int latest = openings.size() - 1;
      openings.set(latest, openings.get(latest).until(lastRefused, atMillis));
    }
    add(HALF_OPEN, atMillis, phase, explicit);
    probesInStretch = 0;
  }

  void close(long atMillis, String phase, boolean explicit) {
    add(CLOSED, atMillis, phase, explicit);
    streak.forget();
    letThrough(atMillis);
  }

  /** Evidence cannot tell what follows. */
  void lose(long atMillis, String phase) {
    add(UNKNOWN, atMillis, phase, false);
  }

  void probe(Fact probe) {
    probes++;
    probesInStretch++;
    probesAtOnce = Math.max(probesAtOnce, probesInStretch);
    if (probe.kind() == Fact.Kind.FAILED) {
      failedProbes++;
    }
    startedHalfOpen(probe.startMillis());
  }

  /** True when a request that was let through began in the latest HALF_OPEN: it is a probe. */
  boolean beganInHalfOpen(Fact fact) {
    return beganInHalfOpen(fact, 0);
  }

  /**
   * True for a probe beside the first one. Users learn of the first one's end a little late, so
   * what began shortly before they did may have been let through for that reason.
   */
  boolean isFurtherProbe(Fact fact) {
    return beganInHalfOpen(fact, probesInStretch == 0 ? 0 : LATE_NEWS_MILLIS);
  }

  private boolean beganInHalfOpen(Fact fact, long lateMillis) {
    for (int i = transitions.size() - 1; i > 0; i--) {
      if (transitions.get(i).to() == HALF_OPEN) {
        boolean over = i + 1 < transitions.size();
        return fact.startMillis() >= transitions.get(i - 1).atMillis()
            && (!over || fact.startMillis() < transitions.get(i + 1).atMillis() - lateMillis);
      }
    }
    return false;
  }

  void letThroughWrongly() {
    wronglyLetThrough++;
  }

  /** A probe that began before HALF_OPEN was seen tells better when that was. */
  private void startedHalfOpen(long probeStart) {
    for (int i = transitions.size() - 1; i >= 0; i--) {
      CircuitTransition transition = transitions.get(i);
      if (transition.to() == HALF_OPEN) {
        long earliest = i == 0 ? initialAt : transitions.get(i - 1).atMillis();
        if (probeStart < transition.atMillis() && probeStart >= earliest) {
          transitions.set(i, transition.at(probeStart));
          int opening = openings.size() - (state() == OPEN ? 2 : 1);
          if (opening >= 0 && openings.get(opening).untilMillis().isPresent()) {
            openings.set(
                opening,
                openings.get(opening).until(openings.get(opening).stillOpenMillis(), probeStart));
          }
        }
        return;
      }
    }
  }

  private void add(CircuitState to, long atMillis, String phase, boolean explicit) {
    // Estimates may cross by some milliseconds; time does not run backwards.
    long at = transitions.isEmpty() ? atMillis : Math.max(atMillis, last().atMillis());
    transitions.add(new CircuitTransition(at, phase, state(), to, explicit));
    if (transitions.size() > MAX_TRANSITIONS) {
      initial = transitions.get(0).to();
      initialAt = transitions.remove(0).atMillis();
      dropped++;
    }
  }

  /** An answer named the state that was inferred. */
  void confirm(CircuitState named) {
    if (!transitions.isEmpty() && last().to() == named && !last().explicit()) {
      transitions.set(transitions.size() - 1, last().confirmed());
    }
  }

  /** True when the circuit was in a state at any moment of a stretch of time. */
  boolean wasIn(CircuitState state, long fromMillis, long toMillis) {
    long until = Long.MAX_VALUE;
    for (int i = transitions.size() - 1; i >= 0; i--) {
      CircuitTransition transition = transitions.get(i);
      if (transition.to() == state && transition.atMillis() <= toMillis && until >= fromMillis) {
        return true;
      }
      until = transition.atMillis();
      if (until < fromMillis) {
        return false;
      }
    }
    return initial == state && until >= fromMillis;
  }

  List<CircuitTransition> transitions() {
    return List.copyOf(transitions);
  }

  List<Opening> openings() {
    if (state() != OPEN || openings.isEmpty()) {
      return List.copyOf(openings);
    }
    List<Opening> all = new ArrayList<>(openings);
    int latest = all.size() - 1;
    all.set(latest, all.get(latest).stillOpenAt(lastRefused));
    return List.copyOf(all);
  }

  CircuitState initial() {
    return initial;
  }

  /** When that was told. */
  long initialAt() {
    return initialAt;
  }

  long dropped() {
    return dropped;
  }

  long probes() {
    return probes;
  }

  long failedProbes() {
    return failedProbes;
  }

  /** Most probes of one HALF_OPEN. */
  long probesAtOnce() {
    return probesAtOnce;
  }

  long wronglyLetThrough() {
    return wronglyLetThrough;
  }
}
