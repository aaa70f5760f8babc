package dev.aiendpoint.exchange;

/**
 * Why no complete HTTP answer arrived.
 *
 * @param kind what happened
 * @param message what to show; without secrets
 */
public record TransportFailure(Kind kind, String message) {

  /** The kinds that lead to different outcomes. */
  public enum Kind {
    /** No connection, or it broke before the answer was complete. */
    CONNECTION,
    /** The total deadline or a socket timeout passed. */
    TIMEOUT,
    /** A stream was silent for longer than the stall limit. */
    STALLED,
    /** A stream broke off, or an event of it was over the size limit. */
    TRUNCATED
  }
}
