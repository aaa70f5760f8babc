package dev.aiendpoint.standin.ai;

import java.time.Duration;

/** What became of a question to the AI. */
public sealed interface AiResult {

  /** A whole answer. */
  record Answered(AiReply reply, double cost) implements AiResult {}

  /** Refused by the circuit breaker, which was in this state, before any attempt or a retry. */
  record Refused(String circuit) implements AiResult {}

  /**
   * Every attempt failed.
   *
   * @param begun whether pieces of an answer had already gone out
   */
  record Failed(AiFailure cause, boolean begun) implements AiResult {}

  /** The application's calls a minute are used up. */
  record Limited(Duration retryAfter) implements AiResult {}

  /** The day's budget is spent. */
  record BudgetSpent() implements AiResult {}
}
