package dev.aiendpoint.standin.provider.wire;

import static dev.aiendpoint.standin.provider.wire.JsonText.quoted;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Anthropic Messages. Source: Anthropic API reference, "Messages", "Streaming messages", "Errors",
 * "Rate limits" (2023-06-01).
 *
 * <p>A document given by its file id counts as many input tokens as the number at the id's end: the
 * provider holds no files, and requests stay small.
 */
public final class AnthropicWire implements Wire {

  @Override
  public String name() {
    return "anthropic";
  }

  @Override
  public String path() {
    return "/v1/messages";
  }

  @Override
  public Optional<Ask> read(JsonNode body) {
    JsonNode messages = body.path("messages");
    if (!body.path("model").isTextual()
        || !body.path("max_tokens").isNumber()
        || messages.size() == 0) {
      return Optional.empty();
    }
    String instructions = JsonText.of(body.path("system"));
    int tokens = instructions.length();
    String last = "";
    for (JsonNode message : messages) {
      JsonNode content = message.path("content");
      last = JsonText.of(content);
      tokens += last.length() + documentTokens(content);
    }
    return Optional.of(
        new Ask(
            body.path("model").textValue(),
            body.path("metadata").path("user_id").asText("anonymous"),
            instructions,
            last,
            messages.size() - 1,
            tokens,
            body.path("stream").asBoolean(),
            true));
  }

  private static int documentTokens(JsonNode content) {
    int tokens = 0;
    for (JsonNode part : content) {
      String file = part.path("source").path("file_id").asText("");
      int number = file.lastIndexOf('_') + 1;
      if (number > 0 && file.substring(number).matches("\\d{1,7}")) {
        tokens += Integer.parseInt(file.substring(number));
      }
    }
    return tokens;
  }

  @Override
  public Map<String, String> headers(long number) {
    return Map.of("request-id", requestId(number));
  }

  private static String requestId(long number) {
    return "req_" + number;
  }

  @Override
  public String body(Answer answer) {
    return message(
        answer,
        "[{\"type\":\"text\",\"text\":" + quoted(answer.text()) + "}]",
        "\"end_turn\"",
        answer.outputTokens());
  }

  private static String message(
      Answer answer, String content, String stopReason, int outputTokens) {
    return "{\"id\":\"msg_"
        + answer.number()
        + "\",\"type\":\"message\",\"role\":\"assistant\",\"model\":"
        + quoted(answer.ask().model())
        + ",\"content\":"
        + content
        + ",\"stop_reason\":"
        + stopReason
        + ",\"stop_sequence\":null,\"usage\":{\"input_tokens\":"
        + answer.inputTokens()
        + ",\"cache_creation_input_tokens\":0,\"cache_read_input_tokens\":0,\"output_tokens\":"
        + outputTokens
        + "}}";
  }

  @Override
  public String opening(Answer answer) {
    return event(
            "message_start",
            "{\"type\":\"message_start\",\"message\":" + message(answer, "[]", "null", 1) + "}")
        + event(
            "content_block_start",
            "{\"type\":\"content_block_start\",\"index\":0,"
                + "\"content_block\":{\"type\":\"text\",\"text\":\"\"}}")
        + event("ping", "{\"type\":\"ping\"}");
  }

  @Override
  public String piece(Answer answer, int index) {
    return event(
        "content_block_delta",
        "{\"type\":\"content_block_delta\",\"index\":0,\"delta\":{\"type\":\"text_delta\",\"text\":"
            + quoted(answer.pieces().get(index))
            + "}}");
  }

  @Override
  public String closing(Answer answer) {
    return event("content_block_stop", "{\"type\":\"content_block_stop\",\"index\":0}")
        + event(
            "message_delta",
            "{\"type\":\"message_delta\",\"delta\":{\"stop_reason\":\"end_turn\","
                + "\"stop_sequence\":null},\"usage\":{\"output_tokens\":"
                + answer.outputTokens()
                + "}}")
        + event("message_stop", "{\"type\":\"message_stop\"}");
  }

  @Override
  public String error(int status, long number) {
    return error(type(status), message(status), requestId(number));
  }

  @Override
  public String errorEvent(Answer answer) {
    return event("error", error("overloaded_error", "Overloaded", requestId(answer.number())));
  }

  private static String error(String type, String message, String requestId) {
    return "{\"type\":\"error\",\"error\":{\"type\":\""
        + type
        + "\",\"message\":"
        + quoted(message)
        + "},\"request_id\":\""
        + requestId
        + "\"}";
  }

  private static String type(int status) {
    return switch (status) {
      case 401 -> "authentication_error";
      case 403 -> "permission_error";
      case 404 -> "not_found_error";
      case 413 -> "request_too_large";
      case 429 -> "rate_limit_error";
      case 504 -> "timeout_error";
      case 529 -> "overloaded_error";
      default -> status < 500 ? "invalid_request_error" : "api_error";
    };
  }

  private static String message(int status) {
    return switch (status) {
      case 400 -> "model, max_tokens and messages are required";
      case 429 -> "This request would exceed your organization's rate limit.";
      case 529 -> "Overloaded";
      default -> status < 500 ? "The request was refused." : "Internal server error";
    };
  }

  @Override
  public Map<String, String> limitHeaders(Allowance allowance) {
    Map<String, String> headers = new LinkedHashMap<>();
    String prefix = "anthropic-ratelimit-requests-";
    headers.put(prefix + "limit", String.valueOf(allowance.requests()));
    headers.put(prefix + "remaining", String.valueOf(allowance.remaining()));
    headers.put(
        prefix + "reset",
        allowance
            .now()
            .plusSeconds(allowance.resetSeconds())
            .truncatedTo(ChronoUnit.SECONDS)
            .toString());
    return headers;
  }

  private static String event(String name, String data) {
    return "event: " + name + "\ndata: " + data + "\n\n";
  }
}
