package dev.aiendpoint.standin.provider.wire;

import static dev.aiendpoint.standin.provider.wire.JsonText.quoted;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What both OpenAI formats share: errors and rate-limit headers. Source: OpenAI guides, "Error
 * codes" and "Rate limits".
 */
final class OpenAiErrors {

  private OpenAiErrors() {}

  static String body(int status) {
    return switch (status) {
      case 400 -> body("model and messages or input are required", "invalid_request_error", null);
      case 401 -> body("Incorrect API key provided.", "invalid_request_error", "invalid_api_key");
      case 429 ->
          body("Rate limit reached for requests per minute.", "requests", "rate_limit_exceeded");
      case 503 ->
          body(
              "The engine is currently overloaded, please try again later.",
              "service_unavailable_error",
              null);
      default ->
          status < 500
              ? body("The request was refused.", "invalid_request_error", null)
              : body(
                  "The server had an error while processing your request.", "server_error", null);
    };
  }

  private static String body(String message, String type, String code) {
    return "{\"error\":{\"message\":"
        + quoted(message)
        + ",\"type\":\""
        + type
        + "\",\"param\":null,\"code\":"
        + (code == null ? "null" : quoted(code))
        + "}}";
  }

  static Map<String, String> headers(long number) {
    return Map.of("x-request-id", "req_" + number, "openai-version", "2020-10-01");
  }

  /** The reset is a duration such as {@code 2s} or {@code 1m30s}. */
  static Map<String, String> limitHeaders(Allowance allowance) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("x-ratelimit-limit-requests", String.valueOf(allowance.requests()));
    headers.put("x-ratelimit-remaining-requests", String.valueOf(allowance.remaining()));
    int seconds = allowance.resetSeconds();
    headers.put(
        "x-ratelimit-reset-requests",
        (seconds < 60 ? "" : seconds / 60 + "m") + seconds % 60 + "s");
    return headers;
  }
}
