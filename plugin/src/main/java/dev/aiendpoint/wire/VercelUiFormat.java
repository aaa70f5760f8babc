package dev.aiendpoint.wire;

import dev.aiendpoint.json.JsonView;
import java.util.Set;

/**
 * The UI message stream of the Vercel AI SDK, version 1 (header {@code
 * x-vercel-ai-ui-message-stream: v1}). Source: AI SDK documentation, "Stream protocols", and its
 * chunk schema.
 *
 * <pre>
 * stream = start *( start-step *part finish-step ) finish "data: [DONE]"
 * part   = text-start text-delta text-end / reasoning-… / tool-input-… / data-… / source-… / file
 * error  = {"type":"error","errorText"} / {"type":"abort","reason"}
 * </pre>
 *
 * Examples:
 *
 * <ul>
 *   <li>{@code {"type":"text-delta","id":"0","delta":"Hi"}}: visible content
 *   <li>{@code {"type":"reasoning-delta","id":"0","delta":"Hm"}}: content, not visible
 *   <li>{@code {"type":"finish","messageMetadata":{"usage":{"inputTokens":9}}}}: usage and end
 * </ul>
 */
final class VercelUiFormat implements WireFormat {

  private static final Set<String> START_MEMBERS = Set.of("type", "messageId", "messageMetadata");

  @Override
  public String name() {
    return "vercel-ui";
  }

  /** Error, abort and finish do not tell: other services send the like. */
  @Override
  public boolean recognises(WireEvent event) {
    JsonView json = event.json();
    return switch (json.get("type").textOrEmpty()) {
      case "start" -> START_MEMBERS.containsAll(json.members().keySet());
      case "start-step",
          "finish-step",
          "text-start",
          "text-delta",
          "text-end",
          "reasoning-start",
          "reasoning-delta",
          "reasoning-end",
          "tool-input-start",
          "tool-input-delta",
          "tool-input-available",
          "message-metadata" ->
          true;
      default -> false;
    };
  }

  @Override
  public void readEvent(WireEvent event, AnswerRecorder answer) {
    if (event.isDone()) {
      answer.terminator();
      return;
    }
    JsonView json = event.json();
    switch (event.kind()) {
      case "text-delta" -> answer.visible(json.get("delta").textOrEmpty());
      case "reasoning-delta" -> answer.reasoning(json.get("delta").textOrEmpty());
      case "tool-input-start" -> answer.toolCall(json.get("toolName").textOrEmpty());
      case "tool-input-delta" -> answer.toolCall(json.get("inputTextDelta").textOrEmpty());
      case "tool-input-available" -> {
        // After deltas it only repeats them.
        if (!answer.hasToolCall()) {
          answer.toolCall(json.get("toolName").textOrEmpty());
        }
      }
      case "file" -> answer.visibleWithoutText();
      case "error" -> answer.error(errorText(json));
      case "abort" -> {
        String reason = json.get("reason").textOrEmpty();
        answer.error(reason.isEmpty() ? "aborted" : "aborted: " + reason);
      }
      case "finish" -> {
        answer.finish(json.get("finishReason").textOrEmpty());
        answer.usage(UsageReader.find(json));
        answer.terminator();
      }
      case "start", "message-metadata", "finish-step" -> answer.usage(UsageReader.find(json));
      default -> {
        // Starts, ends, sources, tool results and the application's own data parts.
      }
    }
  }

  private static String errorText(JsonView json) {
    String text = json.get("errorText").textOrEmpty();
    return text.isEmpty() ? ErrorReader.find(json).orElse("") : text;
  }

  /** There is no body of this format. */
  @Override
  public boolean readBody(JsonView body, AnswerRecorder answer) {
    return false;
  }
}
