package dev.aiendpoint.wire;

import dev.aiendpoint.json.JsonView;

/**
 * OpenAI chat completions and the many APIs that copy them (Azure, OpenRouter, vLLM, DeepSeek,
 * Mistral, Groq, xAI, LiteLLM). Source: OpenAI API reference, "Chat completions: streaming".
 *
 * <pre>
 * stream = *chunk [ usage-chunk ] "data: [DONE]"
 * chunk  = {"choices":[{"index","delta":{content, refusal, reasoning, tool_calls},"finish_reason"}]}
 * usage-chunk = {"choices":[],"usage":{…}}
 * error  = {"error":{…}} anywhere, with HTTP status 200
 * </pre>
 *
 * Examples:
 *
 * <ul>
 *   <li>{@code {"choices":[{"delta":{"role":"assistant","content":""}}]}}: no content
 *   <li>{@code {"choices":[{"delta":{"reasoning_content":"Let me"}}]}}: content, not visible
 *   <li>{@code {"choices":[],"usage":{"prompt_tokens":9,"completion_tokens":2}}}: usage only
 * </ul>
 *
 * <p>With several choices all count in time, and the text is the first one's.
 */
final class OpenAiChatFormat implements WireFormat {

  @Override
  public String name() {
    return "openai-chat";
  }

  @Override
  public boolean recognises(WireEvent event) {
    return event.json().get("choices").isArray();
  }

  @Override
  public void readEvent(WireEvent event, AnswerRecorder answer) {
    if (event.isDone()) {
      answer.terminator();
      return;
    }
    JsonView json = event.json();
    ErrorReader.find(json).ifPresent(answer::error);
    ErrorReader.find(json.get("x_groq")).ifPresent(answer::error);
    for (JsonView choice : json.get("choices").items()) {
      readChoice(choice, choice.get("delta"), answer);
      ErrorReader.find(choice).ifPresent(answer::error);
    }
    answer.usage(UsageReader.find(json));
  }

  @Override
  public boolean readBody(JsonView body, AnswerRecorder answer) {
    if (!body.get("choices").isArray()) {
      return false;
    }
    for (JsonView choice : body.get("choices").items()) {
      readChoice(choice, choice.get("message"), answer);
    }
    return true;
  }

  /**
   * @param part {@code delta} in a stream, {@code message} in a body
   */
  private static void readChoice(JsonView choice, JsonView part, AnswerRecorder answer) {
    boolean first = choice.get("index").longValue().orElse(0) == 0;
    readContent(part.get("content"), first, answer);
    visible(part.get("refusal").textOrEmpty(), first, answer);
    visible(part.get("audio").get("transcript").textOrEmpty(), first, answer);
    // The older completions API.
    visible(choice.get("text").textOrEmpty(), first, answer);
    readReasoning(part, answer);
    for (JsonView call : part.get("tool_calls").items()) {
      readFunction(call.get("function"), answer);
      readFunction(call.get("custom"), answer);
    }
    readFunction(part.get("function_call"), answer);
    answer.finish(choice.get("finish_reason").textOrEmpty());
  }

  private static void readContent(JsonView content, boolean first, AnswerRecorder answer) {
    visible(content.textOrEmpty(), first, answer);
    // Mistral's reasoning models write a list of typed parts.
    for (JsonView part : content.items()) {
      visible(part.get("text").textOrEmpty(), first, answer);
      answer.reasoning(part.get("thinking").textOrEmpty());
      for (JsonView thought : part.get("thinking").items()) {
        answer.reasoning(thought.get("text").textOrEmpty());
      }
    }
  }

  private static void visible(String text, boolean first, AnswerRecorder answer) {
    if (first) {
      answer.visible(text);
    } else if (!text.isEmpty()) {
      answer.visibleWithoutText();
    }
  }

  /** Only the first of the names that hold it: some servers send the same text under two. */
  private static void readReasoning(JsonView part, AnswerRecorder answer) {
    for (String name : new String[] {"reasoning_content", "reasoning"}) {
      String text = part.get(name).textOrEmpty();
      if (!text.isEmpty()) {
        answer.reasoning(text);
        return;
      }
    }
    for (JsonView detail : part.get("reasoning_details").items()) {
      answer.reasoning(detail.get("text").textOrEmpty());
      answer.reasoning(detail.get("summary").textOrEmpty());
      if (!detail.get("data").textOrEmpty().isEmpty()) {
        answer.hiddenReasoning();
      }
    }
  }

  private static void readFunction(JsonView function, AnswerRecorder answer) {
    answer.toolCall(function.get("name").textOrEmpty());
    answer.toolCall(function.get("arguments").textOrEmpty());
    answer.toolCall(function.get("input").textOrEmpty());
  }
}
