package dev.aiendpoint.wire;

import dev.aiendpoint.json.JsonView;

/**
 * A whole JSON body: of every provider here, of Bedrock Converse, of Connect, and of services whose
 * shape is not known.
 *
 * <p>Examples:
 *
 * <ul>
 *   <li>{@code {"choices":[{"message":{"content":"Hi"}}],"usage":{…}}}: OpenAI chat
 *   <li>{@code {"success":true,"message":"Hi","usage":{"inputTokens":9,"outputTokens":2}}}: a chat
 *       turn of Connect
 *   <li>{@code {"explanation":{"summary":"…"},"metadata":{"cached":true}}}: an explanation of
 *       Connect, from the cache
 * </ul>
 *
 * <p>It is never read from a stream.
 */
final class JsonFormat implements WireFormat {

  private static final String[] TEXT_MEMBERS = {
    "message", "answer", "text", "content", "completion", "response", "output_text", "explanation"
  };

  @Override
  public String name() {
    return "json";
  }

  @Override
  public boolean recognises(WireEvent event) {
    return false;
  }

  @Override
  public void readEvent(WireEvent event, AnswerRecorder answer) {
    throw new IllegalStateException("a JSON body has no events");
  }

  @Override
  public boolean readBody(JsonView body, AnswerRecorder answer) {
    answer.usage(UsageReader.find(body));
    ErrorReader.find(body).ifPresent(answer::error);
    boolean known =
        WireFormats.PROVIDERS.stream().anyMatch(format -> format.readBody(body, answer));
    if (!known && !readConverse(body, answer) && !answer.hasError()) {
      readKnownMembers(body, answer);
    }
    return true;
  }

  /** Bedrock Converse. */
  private static boolean readConverse(JsonView body, AnswerRecorder answer) {
    JsonView content = body.get("output").get("message").get("content");
    if (!content.isArray()) {
      return false;
    }
    for (JsonView part : content.items()) {
      answer.visible(part.get("text").textOrEmpty());
      answer.reasoning(part.get("reasoningContent").get("reasoningText").get("text").textOrEmpty());
      answer.toolCall(part.get("toolUse").get("name").textOrEmpty());
    }
    answer.finish(body.get("stopReason").textOrEmpty());
    return true;
  }

  private static void readKnownMembers(JsonView body, AnswerRecorder answer) {
    for (String name : TEXT_MEMBERS) {
      JsonView value = body.get(name);
      String text = value.textOrEmpty();
      for (String inner : new String[] {"summary", "content", "text"}) {
        text = text.isEmpty() ? value.get(inner).textOrEmpty() : text;
      }
      if (!text.isEmpty()) {
        answer.visible(text);
        return;
      }
    }
  }
}
