package dev.aiendpoint.circuit;

import java.util.OptionalLong;

/**
 * One stretch of time that a circuit was open. Epoch milliseconds.
 *
 * @param atMillis when it opened
 * @param notBeforeMillis the last moment at which it was seen not to be open
 * @param notAfterMillis the first moment at which it was seen to be open
 * @param phase phase of the request that shows it
 * @param explicit true when an answer named it
 * @param reopened true when a probe failed, false when it opened out of CLOSED
 * @param failures failed requests in a row before, as clients saw them: a bound, since one request
 *     may stand for several failed attempts and others may have been in flight; 0 of a re-opening
 * @param firstFailureMillis when the first of these requests was sent
 * @param stillOpenMillis the latest moment at which it was seen to be open
 * @param untilMillis when the first probe was let through; absent while it is open
 */
public record Opening(
    long atMillis,
    long notBeforeMillis,
    long notAfterMillis,
    String phase,
    boolean explicit,
    boolean reopened,
    long failures,
    OptionalLong firstFailureMillis,
    long stillOpenMillis,
    OptionalLong untilMillis) {

  Opening at(long millis) {
    return new Opening(
        millis,
        notBeforeMillis,
        notAfterMillis,
        phase,
        explicit,
        reopened,
        failures,
        firstFailureMillis,
        stillOpenMillis,
        untilMillis);
  }

  Opening stillOpenAt(long millis) {
    return seenOpen(millis, untilMillis);
  }

  Opening until(long stillOpen, long halfOpen) {
    return seenOpen(Math.min(stillOpen, halfOpen), OptionalLong.of(halfOpen));
  }

  private Opening seenOpen(long lastMillis, OptionalLong until) {
    return new Opening(
        atMillis,
        notBeforeMillis,
        notAfterMillis,
        phase,
        explicit,
        reopened,
        failures,
        firstFailureMillis,
        Math.max(atMillis, lastMillis),
        until);
  }

  /**
   * How long it was open, in milliseconds: as long as the requests around its begin allow, so that
   * a breaker is not blamed for the time between two requests.
   */
  public OptionalLong openForMillis() {
    return untilMillis.isPresent()
        ? OptionalLong.of(Math.max(0, untilMillis.getAsLong() - notBeforeMillis))
        : untilMillis;
  }

  /**
   * How long it was seen to be open, in milliseconds: from the first request to the last that
   * showed it. It was open for at least that long.
   */
  public long seenOpenMillis() {
    return Math.max(0, stillOpenMillis - notAfterMillis);
  }

  /** From the first failure to the opening, in milliseconds. */
  public OptionalLong timeToOpenMillis() {
    return firstFailureMillis.isPresent()
        ? OptionalLong.of(Math.max(0, atMillis - firstFailureMillis.getAsLong()))
        : firstFailureMillis;
  }
}
