package dev.aiendpoint.standin.provider.wire;

import static dev.aiendpoint.standin.provider.wire.JsonText.quoted;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;

/**
 * OpenAI chat completions. Source: OpenAI API reference, "Chat completions" and "Chat completions:
 * streaming".
 */
public final class OpenAiChatWire implements Wire {

  @Override
  public String name() {
    return "openai-chat";
  }

  @Override
  public String path() {
    return "/v1/chat/completions";
  }

  @Override
  public Optional<Ask> read(JsonNode body) {
    JsonNode messages = body.path("messages");
    if (!body.path("model").isTextual() || messages.size() == 0) {
      return Optional.empty();
    }
    StringBuilder instructions = new StringBuilder();
    int tokens = 0;
    int talk = 0;
    String last = "";
    for (JsonNode message : messages) {
      String text = JsonText.of(message.path("content"));
      tokens += text.length();
      String role = message.path("role").asText("");
      if (role.equals("system") || role.equals("developer")) {
        instructions.append(text);
      } else {
        last = text;
        talk++;
      }
    }
    return Optional.of(
        new Ask(
            body.path("model").textValue(),
            body.path("safety_identifier").asText(body.path("user").asText("anonymous")),
            instructions.toString(),
            last,
            Math.max(0, talk - 1),
            tokens,
            body.path("stream").asBoolean(),
            body.path("stream_options").path("include_usage").asBoolean()));
  }

  @Override
  public Map<String, String> headers(long number) {
    return OpenAiErrors.headers(number);
  }

  @Override
  public String body(Answer answer) {
    return object(answer, "chat.completion")
        + ",\"choices\":[{\"index\":0,\"message\":{\"role\":\"assistant\",\"content\":"
        + quoted(answer.text())
        + ",\"refusal\":null,\"annotations\":[]},\"logprobs\":null,\"finish_reason\":\"stop\"}],"
        + usage(answer)
        + "}";
  }

  private static String object(Answer answer, String object) {
    return "{\"id\":\"chatcmpl-"
        + answer.number()
        + "\",\"object\":\""
        + object
        + "\",\"created\":"
        + answer.createdSeconds()
        + ",\"model\":"
        + quoted(answer.ask().model())
        + ",\"service_tier\":\"default\",\"system_fingerprint\":null";
  }

  private static String usage(Answer answer) {
    return "\"usage\":{\"prompt_tokens\":"
        + answer.inputTokens()
        + ",\"completion_tokens\":"
        + answer.outputTokens()
        + ",\"total_tokens\":"
        + (answer.inputTokens() + answer.outputTokens())
        + ",\"prompt_tokens_details\":{\"cached_tokens\":0},"
        + "\"completion_tokens_details\":{\"reasoning_tokens\":0}}";
  }

  @Override
  public String opening(Answer answer) {
    return chunk(answer, "{\"role\":\"assistant\",\"content\":\"\",\"refusal\":null}", "null");
  }

  @Override
  public String piece(Answer answer, int index) {
    return chunk(answer, "{\"content\":" + quoted(answer.pieces().get(index)) + "}", "null");
  }

  private static String chunk(Answer answer, String delta, String finishReason) {
    return "data: "
        + object(answer, "chat.completion.chunk")
        + ",\"choices\":[{\"index\":0,\"delta\":"
        + delta
        + ",\"logprobs\":null,\"finish_reason\":"
        + finishReason
        + "}]"
        + (answer.ask().usageInStream() ? ",\"usage\":null" : "")
        + "}\n\n";
  }

  @Override
  public String closing(Answer answer) {
    String usage =
        answer.ask().usageInStream()
            ? "data: "
                + object(answer, "chat.completion.chunk")
                + ",\"choices\":[],"
                + usage(answer)
                + "}\n\n"
            : "";
    return chunk(answer, "{}", "\"stop\"") + usage + "data: [DONE]\n\n";
  }

  @Override
  public String error(int status, long number) {
    return OpenAiErrors.body(status);
  }

  @Override
  public String errorEvent(Answer answer) {
    return "data: " + OpenAiErrors.body(500) + "\n\n";
  }

  @Override
  public Map<String, String> limitHeaders(Allowance allowance) {
    return OpenAiErrors.limitHeaders(allowance);
  }
}
