package dev.aiendpoint.classify;

import dev.aiendpoint.exchange.TransportFailure;

/** Why an answer is incomplete, in the words of a profile's condition {@code failure}. */
enum FailureWord {
  CONNECTION,
  TIMEOUT,
  STALLED,
  TRUNCATED,
  /** A stream that ended in good order, but without the terminator that its format promises. */
  UNTERMINATED;

  static FailureWord of(TransportFailure.Kind kind) {
    return switch (kind) {
      case CONNECTION -> CONNECTION;
      case TIMEOUT -> TIMEOUT;
      case STALLED -> STALLED;
      case TRUNCATED -> TRUNCATED;
    };
  }
}
