package dev.aiendpoint.circuit;

import dev.aiendpoint.exchange.CircuitState;
import java.util.OptionalLong;

/**
 * What one request says about a circuit once it is known how fast the healthy service is.
 *
 * @param startMillis when the request was sent
 * @param endMillis when it was answered
 * @param phase phase in which it started
 * @param kind what it says
 * @param named the state that the answer named; UNKNOWN when it named none
 * @param lengthy true when it took so long that no pause of the machine explains it
 * @param crowded true when most requests that began meanwhile were slow too: then the machine was,
 *     and that this one took long says little
 */
record Fact(
    long startMillis,
    long endMillis,
    String phase,
    Kind kind,
    CircuitState named,
    boolean lengthy,
    boolean crowded) {

  /** What a request says. */
  enum Kind {
    /** Let through, and it succeeded. */
    PASSED,
    /** Let through, and it failed. */
    FAILED,
    /** Stopped so fast that nothing behind the circuit can have been asked. */
    REFUSED,
    /** Stopped by a circuit breaker, as the answer itself says. */
    REJECTED,
    /** Nothing of the kind. */
    NONE
  }

  /**
   * @param floor the healthy floor in milliseconds; absent when it is not known
   */
  static Fact of(Evidence evidence, OptionalLong floor) {
    return new Fact(
        evidence.startMillis(),
        evidence.endMillis(),
        evidence.phase(),
        kind(evidence, floor),
        evidence.named(),
        floor.isPresent() && HealthyFloor.isLong(evidence.elapsedMillis(), floor.getAsLong()),
        false);
  }

  private static Kind kind(Evidence evidence, OptionalLong floor) {
    return switch (evidence.kind()) {
      case GENERATED -> Kind.PASSED;
      case BROKEN -> Kind.FAILED;
      case READING -> Kind.NONE;
      case FALLBACK -> byTime(evidence.elapsedMillis(), floor);
      // A state was named beside it: then this is no bare refusal.
      case ERROR ->
          evidence.named() != CircuitState.UNKNOWN
              ? Kind.FAILED
              : byTime(evidence.elapsedMillis(), floor);
      // Refused only after it took as long as real work: an attempt before it was let through.
      case REJECTED ->
          floor.isPresent() && evidence.elapsedMillis() >= floor.getAsLong()
              ? Kind.FAILED
              : Kind.REJECTED;
    };
  }

  Fact inACrowd() {
    return new Fact(startMillis, endMillis, phase, kind, named, lengthy, true);
  }

  /** Without a floor nobody can tell a refusal from a failure. */
  private static Kind byTime(long elapsedMillis, OptionalLong floor) {
    if (floor.isEmpty()) {
      return Kind.NONE;
    }
    if (HealthyFloor.isFast(elapsedMillis, floor.getAsLong())) {
      return Kind.REFUSED;
    }
    return HealthyFloor.isSlow(elapsedMillis, floor.getAsLong()) ? Kind.FAILED : Kind.NONE;
  }

  long elapsedMillis() {
    return endMillis - startMillis;
  }

  boolean isNamed() {
    return named != CircuitState.UNKNOWN;
  }

  /**
   * The moment that it tells of: a state is named, and a refusal made, at the end of a request; one
   * that was let through was so at its start.
   */
  long atMillis() {
    return isNamed() || kind == Kind.REFUSED || kind == Kind.REJECTED ? endMillis : startMillis;
  }

  /** A request that begins after this one's end is decided after it. */
  boolean beganAfter(long millis) {
    return startMillis >= millis;
  }
}
