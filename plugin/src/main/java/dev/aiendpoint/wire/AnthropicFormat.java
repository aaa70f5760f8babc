package dev.aiendpoint.wire;

import dev.aiendpoint.exchange.TokenUsage;
import dev.aiendpoint.json.JsonView;
import java.util.OptionalLong;

/**
 * Anthropic Messages. Source: Anthropic API documentation, "Streaming messages".
 *
 * <pre>
 * stream = message_start *( content_block_start *content_block_delta content_block_stop )
 *          *message_delta message_stop                    ; ping and error anywhere
 * delta  = text_delta / thinking_delta / input_json_delta / signature_delta / citations_delta
 * </pre>
 *
 * Examples:
 *
 * <ul>
 *   <li>{@code {"type":"content_block_delta","delta":{"type":"text_delta","text":"Hi"}}}: visible
 *       content
 *   <li>{@code {"type":"message_delta","delta":{"stop_reason":"end_turn"},"usage":{…}}}: finish
 *       reason and cumulative usage
 *   <li>{@code {"type":"ping"}}: nothing
 * </ul>
 */
final class AnthropicFormat implements WireFormat {

  @Override
  public String name() {
    return "anthropic";
  }

  /** Ping and error do not tell: other services send the same. */
  @Override
  public boolean recognises(WireEvent event) {
    if (!event.json().exists()) {
      return false;
    }
    return switch (event.kind()) {
      case "message_start",
          "content_block_start",
          "content_block_delta",
          "content_block_stop",
          "message_delta",
          "message_stop" ->
          true;
      default -> false;
    };
  }

  @Override
  public void readEvent(WireEvent event, AnswerRecorder answer) {
    JsonView json = event.json();
    switch (event.kind()) {
      case "content_block_delta" -> readDelta(json.get("delta"), answer);
      case "content_block_start" -> readBlock(json.get("content_block"), answer);
      case "message_start" ->
          answer.usage(withoutOutput(UsageReader.read(json.get("message").get("usage"))));
      case "message_delta" -> {
        answer.finish(json.get("delta").get("stop_reason").textOrEmpty());
        answer.usage(UsageReader.read(json.get("usage")));
      }
      case "message_stop" -> answer.terminator();
      case "error" -> answer.error(ErrorReader.find(json).orElse(event.data()));
      default -> ErrorReader.find(json).ifPresent(answer::error);
    }
  }

  @Override
  public boolean readBody(JsonView body, AnswerRecorder answer) {
    if (!body.get("type").textOrEmpty().equals("message") || !body.get("content").isArray()) {
      return false;
    }
    body.get("content").items().forEach(block -> readBlock(block, answer));
    answer.finish(body.get("stop_reason").textOrEmpty());
    return true;
  }

  private static void readDelta(JsonView delta, AnswerRecorder answer) {
    switch (delta.get("type").textOrEmpty()) {
      case "text_delta" -> answer.visible(delta.get("text").textOrEmpty());
      case "thinking_delta" -> answer.reasoning(delta.get("thinking").textOrEmpty());
      case "input_json_delta" -> answer.toolCall(delta.get("partial_json").textOrEmpty());
      default -> {
        // Signatures and citations accompany content, they are none.
      }
    }
  }

  private static void readBlock(JsonView block, AnswerRecorder answer) {
    String type = block.get("type").textOrEmpty();
    switch (type) {
      case "text" -> answer.visible(block.get("text").textOrEmpty());
      case "thinking" -> answer.reasoning(block.get("thinking").textOrEmpty());
      case "redacted_thinking" -> answer.hiddenReasoning();
      default -> {
        if (type.endsWith("tool_use")) {
          answer.toolCall(block.get("name").textOrEmpty());
        }
      }
    }
  }

  /** The first count of output is a placeholder; were the stream cut, it would pass for real. */
  private static TokenUsage withoutOutput(TokenUsage usage) {
    return new TokenUsage(
        usage.input(), OptionalLong.empty(), usage.cachedInput(), usage.reasoning());
  }
}
