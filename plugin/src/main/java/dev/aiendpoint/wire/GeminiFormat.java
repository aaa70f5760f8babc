package dev.aiendpoint.wire;

import dev.aiendpoint.json.JsonView;

/**
 * Gemini {@code generateContent}, streamed with {@code alt=sse}. Source: Gemini API reference,
 * "GenerateContentResponse".
 *
 * <pre>
 * stream = *chunk                     ; the chunk with a finishReason is the last with content
 * chunk  = {"candidates":[{"content":{"parts":[part]},"finishReason"}],"usageMetadata":{…}}
 * part   = {"text"} / {"text","thought":true} / {"functionCall"} / {"inlineData"} / …
 * </pre>
 *
 * Examples:
 *
 * <ul>
 *   <li>{@code {"candidates":[{"content":{"parts":[{"text":"Hi"}]}}]}}: visible content
 *   <li>{@code {"candidates":[{"content":{"parts":[{"text":"Hm","thought":true}]}}]}}: reasoning
 *   <li>{@code {"candidates":[{"content":{"parts":[{"text":""}]},"finishReason":"STOP"}]}}: the end
 * </ul>
 *
 * <p>A blocked prompt ({@code promptFeedback.blockReason}) has no candidate and is an error.
 */
final class GeminiFormat implements WireFormat {

  @Override
  public String name() {
    return "gemini";
  }

  @Override
  public boolean recognises(WireEvent event) {
    return isChunk(event.json());
  }

  @Override
  public void readEvent(WireEvent event, AnswerRecorder answer) {
    JsonView json = event.json();
    ErrorReader.find(json).ifPresent(answer::error);
    readChunk(json, answer);
    answer.usage(UsageReader.read(json.get("usageMetadata")));
  }

  /** Takes the list that streaming without {@code alt=sse} gives, too. */
  @Override
  public boolean readBody(JsonView body, AnswerRecorder answer) {
    if (body.isArray() && isChunk(body.get(0))) {
      for (JsonView chunk : body.items()) {
        readChunk(chunk, answer);
        answer.usage(UsageReader.read(chunk.get("usageMetadata")));
        ErrorReader.find(chunk).ifPresent(answer::error);
      }
      return true;
    }
    if (!isChunk(body)) {
      return false;
    }
    readChunk(body, answer);
    return true;
  }

  private static boolean isChunk(JsonView json) {
    return json.get("candidates").isArray()
        || json.get("usageMetadata").isObject()
        || json.get("promptFeedback").isObject();
  }

  private static void readChunk(JsonView json, AnswerRecorder answer) {
    for (JsonView candidate : json.get("candidates").items()) {
      candidate.get("content").get("parts").items().forEach(part -> readPart(part, answer));
      String reason = candidate.get("finishReason").textOrEmpty();
      if (!reason.isEmpty()) {
        answer.finish(reason);
        answer.terminator();
      }
    }
    String blocked = json.get("promptFeedback").get("blockReason").textOrEmpty();
    if (!blocked.isEmpty()) {
      answer.error("prompt blocked: " + blocked);
      answer.finish(blocked);
      answer.terminator();
    }
  }

  private static void readPart(JsonView part, AnswerRecorder answer) {
    String text = part.get("text").textOrEmpty();
    if (part.get("thought").booleanValue().orElse(false)) {
      answer.reasoning(text);
    } else {
      answer.visible(text);
    }
    answer.toolCall(part.get("functionCall").get("name").textOrEmpty());
    answer.toolCall(part.get("executableCode").get("code").textOrEmpty());
    if (part.get("inlineData").isObject()) {
      answer.visibleWithoutText();
    }
  }
}
