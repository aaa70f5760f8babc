package dev.aiendpoint.standin.endpoint;

import dev.aiendpoint.standin.ai.AiResult;
import dev.aiendpoint.standin.http.Call;
import dev.aiendpoint.standin.options.Visibility;
import java.time.Duration;
import java.util.Map;

/**
 * What a client sees when the AI gave no answer: 429 past the application's limit, 503 past the
 * budget, and otherwise fallback content (opaque) or 503 with the reason (explicit).
 */
final class Unavailability {

  static final String CIRCUIT_HEADER = "X-Circuit-State";

  private final Visibility visibility;

  Unavailability(Visibility visibility) {
    this.visibility = visibility;
  }

  /** Says which state the circuit is in, where the deployment is one that says so. */
  void announce(Call call, String state) {
    if (visibility == Visibility.EXPLICIT) {
      call.header(CIRCUIT_HEADER, state);
    }
  }

  /** Answers, or gives false: the caller then answers with its fallback content. */
  boolean answer(Call call, AiResult result, String circuitState) {
    if (result instanceof AiResult.Limited limited) {
      rateLimited(
          call, limited.retryAfter(), "The AI request limit of the application is reached.");
      return true;
    }
    if (result instanceof AiResult.BudgetSpent) {
      call.json(
          503,
          Map.of(
              "error", "AI Budget Exceeded",
              "message", "The daily AI budget is spent. Please try again tomorrow."));
      return true;
    }
    if (visibility == Visibility.OPAQUE) {
      return false;
    }
    String state = result instanceof AiResult.Refused refused ? refused.circuit() : circuitState;
    announce(call, state);
    call.json(503, Map.of("error", "AI Service Unavailable", "message", message(result, state)));
    return true;
  }

  static void rateLimited(Call call, Duration retryAfter, String message) {
    long seconds = Math.max(1, (retryAfter.toMillis() + 999) / 1000);
    call.header("Retry-After", String.valueOf(seconds))
        .json(429, Map.of("error", "Rate Limit Exceeded", "message", message));
  }

  private static String message(AiResult result, String state) {
    if (result instanceof AiResult.Refused) {
      return state.equals("HALF_OPEN")
          ? "Circuit breaker is HALF_OPEN: testing recovery. Please try again later."
          : "Circuit breaker is OPEN. Please try again later.";
    }
    return "The AI provider failed. Please try again later.";
  }
}
