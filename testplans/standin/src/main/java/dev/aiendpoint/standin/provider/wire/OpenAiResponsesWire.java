package dev.aiendpoint.standin.provider.wire;

import static dev.aiendpoint.standin.provider.wire.JsonText.quoted;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;

/**
 * OpenAI Responses. Source: OpenAI API reference, "Responses" and "Responses: streaming events".
 * Events are numbered: four before the content, one a piece, then the rest.
 */
public final class OpenAiResponsesWire implements Wire {

  private static final int EVENTS_BEFORE_CONTENT = 4;

  @Override
  public String name() {
    return "openai-responses";
  }

  @Override
  public String path() {
    return "/v1/responses";
  }

  @Override
  public Optional<Ask> read(JsonNode body) {
    JsonNode input = body.path("input");
    if (!body.path("model").isTextual() || input.isMissingNode() || input.isNull()) {
      return Optional.empty();
    }
    String instructions = body.path("instructions").asText("");
    String last = input.asText("");
    int tokens = instructions.length() + last.length();
    int earlier = 0;
    for (JsonNode item : input) {
      last = JsonText.of(item.path("content"));
      tokens += last.length();
      earlier++;
    }
    return Optional.of(
        new Ask(
            body.path("model").textValue(),
            body.path("safety_identifier").asText(body.path("user").asText("anonymous")),
            instructions,
            last,
            Math.max(0, earlier - 1),
            tokens,
            body.path("stream").asBoolean(),
            true));
  }

  @Override
  public Map<String, String> headers(long number) {
    return OpenAiErrors.headers(number);
  }

  @Override
  public String body(Answer answer) {
    return response(answer, "completed");
  }

  private static String response(Answer answer, String status) {
    boolean completed = status.equals("completed");
    return "{\"id\":\"resp_"
        + answer.number()
        + "\",\"object\":\"response\",\"created_at\":"
        + answer.createdSeconds()
        + ",\"status\":\""
        + status
        + "\",\"error\":null,\"incomplete_details\":null,\"instructions\":null,"
        + "\"max_output_tokens\":null,\"metadata\":{},\"model\":"
        + quoted(answer.ask().model())
        + ",\"output\":["
        + (completed ? item(answer, status) : "")
        + "],\"parallel_tool_calls\":true,\"previous_response_id\":null,"
        + "\"reasoning\":{\"effort\":null,\"summary\":null},\"store\":true,\"temperature\":1.0,"
        + "\"text\":{\"format\":{\"type\":\"text\"}},\"tool_choice\":\"auto\",\"tools\":[],"
        + "\"top_p\":1.0,\"truncation\":\"disabled\",\"usage\":"
        + (completed ? usage(answer) : "null")
        + ",\"user\":null}";
  }

  private static String usage(Answer answer) {
    return "{\"input_tokens\":"
        + answer.inputTokens()
        + ",\"input_tokens_details\":{\"cached_tokens\":0},\"output_tokens\":"
        + answer.outputTokens()
        + ",\"output_tokens_details\":{\"reasoning_tokens\":0},\"total_tokens\":"
        + (answer.inputTokens() + answer.outputTokens())
        + "}";
  }

  private static String itemId(Answer answer) {
    return "msg_" + answer.number();
  }

  private static String item(Answer answer, String status) {
    return "{\"type\":\"message\",\"id\":\""
        + itemId(answer)
        + "\",\"status\":\""
        + status
        + "\",\"role\":\"assistant\",\"content\":["
        + (status.equals("completed") ? part(answer.text()) : "")
        + "]}";
  }

  private static String part(String text) {
    return "{\"type\":\"output_text\",\"text\":"
        + quoted(text)
        + ",\"annotations\":[],\"logprobs\":[]}";
  }

  @Override
  public String opening(Answer answer) {
    String response = ",\"response\":" + response(answer, "in_progress");
    return event("response.created", 0, response)
        + event("response.in_progress", 1, response)
        + event(
            "response.output_item.added",
            2,
            ",\"output_index\":0,\"item\":" + item(answer, "in_progress"))
        + event("response.content_part.added", 3, place(answer) + ",\"part\":" + part(""));
  }

  @Override
  public String piece(Answer answer, int index) {
    return event(
        "response.output_text.delta",
        EVENTS_BEFORE_CONTENT + index,
        place(answer) + ",\"delta\":" + quoted(answer.pieces().get(index)) + ",\"logprobs\":[]");
  }

  @Override
  public String closing(Answer answer) {
    int next = EVENTS_BEFORE_CONTENT + answer.pieces().size();
    return event(
            "response.output_text.done",
            next,
            place(answer) + ",\"text\":" + quoted(answer.text()) + ",\"logprobs\":[]")
        + event(
            "response.content_part.done",
            next + 1,
            place(answer) + ",\"part\":" + part(answer.text()))
        + event(
            "response.output_item.done",
            next + 2,
            ",\"output_index\":0,\"item\":" + item(answer, "completed"))
        + event("response.completed", next + 3, ",\"response\":" + response(answer, "completed"));
  }

  private static String place(Answer answer) {
    return ",\"item_id\":\"" + itemId(answer) + "\",\"output_index\":0,\"content_index\":0";
  }

  @Override
  public String error(int status, long number) {
    return OpenAiErrors.body(status);
  }

  @Override
  public String errorEvent(Answer answer) {
    return event(
        "error",
        EVENTS_BEFORE_CONTENT + answer.pieces().size(),
        ",\"code\":\"server_error\",\"message\":\"The server had an error.\",\"param\":null");
  }

  @Override
  public Map<String, String> limitHeaders(Allowance allowance) {
    return OpenAiErrors.limitHeaders(allowance);
  }

  private static String event(String type, int number, String members) {
    return "event: "
        + type
        + "\ndata: {\"type\":\""
        + type
        + "\",\"sequence_number\":"
        + number
        + members
        + "}\n\n";
  }
}
