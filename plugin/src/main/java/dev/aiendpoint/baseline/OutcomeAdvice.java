package dev.aiendpoint.baseline;

import dev.aiendpoint.exchange.Outcome;

/** What someone should look at when many requests end the same way. */
final class OutcomeAdvice {

  private final String target;

  OutcomeAdvice(String target) {
    this.target = target;
  }

  /** Empty text where the failure's own message says all there is. */
  String advice(Outcome outcome, String responseCode) {
    return switch (outcome) {
      case UNAUTHORIZED -> "pass sessions=… or auth.bearer=…";
      case CONNECTION_ERROR ->
          "nothing answers"
              + (target.isEmpty() ? "" : " at " + target)
              + ": is the system up, is base.url right?";
      case FALLBACK ->
          "AI answered only with fallback content: is its provider up, is its circuit open?";
      case CIRCUIT_REJECTED -> "the circuit breaker of the target is open";
      case RATE_LIMITED -> "lower the load or raise the limit";
      case BUDGET_EXHAUSTED -> "the spending limit of the target is used up";
      case CLIENT_ERROR ->
          responseCode.equals("404") ? "is base.url right, does the path exist?" : "";
      case TIMEOUT -> "no complete answer within the deadline";
      case SERVER_ERROR, STREAM_ERROR, ASSERTION_FAILED, GENERATED, CACHED, SERVED -> "";
    };
  }

  /** True where the message repeats what outcome and advice say. */
  static boolean makesMessageSuperfluous(Outcome outcome) {
    return outcome == Outcome.UNAUTHORIZED || outcome == Outcome.FALLBACK;
  }
}
