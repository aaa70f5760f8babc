package dev.aiendpoint.exchange;

/** How one request ended; every sample has exactly one. */
public enum Outcome {
  /** An AI model produced the answer for this request. */
  GENERATED(OutcomeKind.SUCCESS),
  /** The answer came from a cache. */
  CACHED(OutcomeKind.SUCCESS),
  /** An answer without AI or cache evidence: ordinary reads and writes. */
  SERVED(OutcomeKind.SUCCESS),
  /** Substitute content, whatever the HTTP status says. */
  FALLBACK(OutcomeKind.DEGRADED),
  /** Refused by an open or half-open circuit breaker. */
  CIRCUIT_REJECTED(OutcomeKind.REFUSED),
  /** Refused by a rate limit. */
  RATE_LIMITED(OutcomeKind.REFUSED),
  /** Refused because a spending limit is used up. */
  BUDGET_EXHAUSTED(OutcomeKind.REFUSED),
  /** 401 or 403. */
  UNAUTHORIZED(OutcomeKind.ERROR),
  /** Any other 4xx, 404 included. */
  CLIENT_ERROR(OutcomeKind.ERROR),
  /** 5xx without evidence of a breaker or a budget. */
  SERVER_ERROR(OutcomeKind.ERROR),
  /** An error event, a truncated or a stalled stream. */
  STREAM_ERROR(OutcomeKind.ERROR),
  /** No complete answer within the deadline. */
  TIMEOUT(OutcomeKind.ERROR),
  /** No HTTP answer: refused, reset, name not resolved, TLS failure. */
  CONNECTION_ERROR(OutcomeKind.ERROR),
  /** Served, but an assertion of the plan did not hold. */
  ASSERTION_FAILED(OutcomeKind.ERROR);

  private final OutcomeKind kind;

  Outcome(OutcomeKind kind) {
    this.kind = kind;
  }

  public OutcomeKind kind() {
    return kind;
  }

  public boolean isSuccess() {
    return kind == OutcomeKind.SUCCESS;
  }

  public boolean isError() {
    return kind == OutcomeKind.ERROR;
  }
}
