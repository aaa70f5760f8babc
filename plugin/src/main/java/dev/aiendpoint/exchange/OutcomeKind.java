package dev.aiendpoint.exchange;

/** What an {@link Outcome} means for the one who waits for the answer. */
public enum OutcomeKind {
  /** The caller got what was asked for. */
  SUCCESS,
  /** The caller got a stand-in answer (fallback content): no error, and never a success. */
  DEGRADED,
  /** The service declined on purpose (rate limit, budget, open circuit). */
  REFUSED,
  /** The request failed. Only this kind counts in an error rate. */
  ERROR
}
