package dev.aiendpoint.wire;

import dev.aiendpoint.json.JsonView;

/**
 * OpenAI Responses. Source: OpenAI API reference, "Responses: streaming events".
 *
 * <pre>
 * stream = response.created *( response.*.delta / response.*.done / response.output_item.* )
 *          ( response.completed / response.incomplete / response.failed )      ; no [DONE]
 * error  = {"type":"error","message"…} or {"type":"error","error":{…}}
 * </pre>
 *
 * Examples:
 *
 * <ul>
 *   <li>{@code {"type":"response.output_text.delta","delta":"Hi"}}: visible content
 *   <li>{@code {"type":"response.function_call_arguments.delta","delta":"{"}}: content, not visible
 *   <li>{@code {"type":"response.completed","response":{"usage":{…}}}}: usage and end
 * </ul>
 */
final class OpenAiResponsesFormat implements WireFormat {

  private static final String PREFIX = "response.";

  @Override
  public String name() {
    return "openai-responses";
  }

  @Override
  public boolean recognises(WireEvent event) {
    return event.json().exists() && event.kind().startsWith(PREFIX);
  }

  @Override
  public void readEvent(WireEvent event, AnswerRecorder answer) {
    JsonView json = event.json();
    switch (event.kind()) {
      case "response.output_item.added" -> readItem(json.get("item"), answer);
      case "response.completed" -> end(json.get("response"), answer);
      case "response.incomplete" -> end(json.get("response"), answer);
      case "response.failed" -> {
        JsonView response = json.get("response");
        JsonView error = response.get("error").isObject() ? response.get("error") : json;
        answer.error(ErrorReader.find(response).orElseGet(() -> failure(error)));
        end(response, answer);
      }
      case "error" -> answer.error(ErrorReader.find(json).orElseGet(() -> failure(json)));
      default -> {
        if (event.kind().endsWith(".delta")) {
          readDelta(event.kind(), json.get("delta").textOrEmpty(), answer);
        } else {
          ErrorReader.find(json).ifPresent(answer::error);
        }
      }
    }
  }

  @Override
  public boolean readBody(JsonView body, AnswerRecorder answer) {
    if (!body.get("object").textOrEmpty().equals("response") || !body.get("output").isArray()) {
      return false;
    }
    readOutput(body, answer);
    answer.finish(finishReason(body));
    return true;
  }

  private static void readDelta(String kind, String delta, AnswerRecorder answer) {
    switch (kind) {
      case "response.output_text.delta",
          "response.refusal.delta",
          "response.audio.transcript.delta" ->
          answer.visible(delta);
      default -> {
        if (kind.startsWith("response.reasoning")) {
          answer.reasoning(delta);
        } else if (kind.startsWith("response.audio")) {
          if (!delta.isEmpty()) {
            answer.visibleWithoutText();
          }
        } else {
          // Arguments, code or input of one of the many kinds of tool.
          answer.toolCall(delta);
        }
      }
    }
  }

  /** The model's choice of a tool is generated; messages begin empty. */
  private static void readItem(JsonView item, AnswerRecorder answer) {
    String type = item.get("type").textOrEmpty();
    if (type.endsWith("_call")) {
      answer.toolCall(type);
    }
  }

  private static void end(JsonView response, AnswerRecorder answer) {
    // A replayed answer may come without deltas: then its content arrived with this event.
    if (!answer.hasContent()) {
      readOutput(response, answer);
    }
    answer.usage(UsageReader.read(response.get("usage")));
    answer.finish(finishReason(response));
    answer.terminator();
  }

  private static void readOutput(JsonView response, AnswerRecorder answer) {
    for (JsonView item : response.get("output").items()) {
      readItem(item, answer);
      for (JsonView part : item.get("content").items()) {
        if (part.get("type").textOrEmpty().equals("reasoning_text")) {
          answer.reasoning(part.get("text").textOrEmpty());
        } else {
          answer.visible(part.get("text").textOrEmpty());
          answer.visible(part.get("refusal").textOrEmpty());
        }
      }
      for (JsonView part : item.get("summary").items()) {
        answer.reasoning(part.get("text").textOrEmpty());
      }
    }
  }

  private static String finishReason(JsonView response) {
    String reason = response.get("incomplete_details").get("reason").textOrEmpty();
    return reason.isEmpty() ? response.get("status").textOrEmpty() : reason;
  }

  /** {@code type} of the flat form only says that it is an error; its {@code code} says which. */
  private static String failure(JsonView json) {
    String code = json.get("code").textOrEmpty();
    String message = json.get("message").textOrEmpty();
    return code.isEmpty() || message.contains(code) ? message : code + ": " + message;
  }
}
