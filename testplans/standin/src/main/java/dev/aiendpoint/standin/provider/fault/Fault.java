package dev.aiendpoint.standin.provider.fault;

import dev.aiendpoint.standin.provider.answer.Step;
import dev.aiendpoint.standin.provider.answer.TimedAnswer;
import java.util.List;

/**
 * One way in which the provider treats a request. The components of each are its settings, by their
 * names in the control API; times are real milliseconds. Immutable.
 */
public sealed interface Fault
    permits Burst,
        ErrorEvent,
        Hang,
        Healthy,
        Malformed,
        RateLimit,
        ResetBefore,
        ResetMidway,
        SlowFirstToken,
        SlowTokens,
        Stall,
        Status,
        Truncate {

  /** Its word in the control API and in the log. */
  Mode mode();

  /** What becomes of a request whose healthy answer would have been this one. */
  List<Step> steps(TimedAnswer answer);

  /**
   * How many of the first failures are told one after the other, each when a call since has shown
   * what the one before did. So the log tells which of them opened a circuit breaker.
   */
  default int oneByOne() {
    return 0;
  }

  /** Milliseconds as nanoseconds. */
  static long nanos(long millis) {
    return millis * 1_000_000;
  }
}
