package dev.aiendpoint.standin.client;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import dev.aiendpoint.standin.ai.AiRequest;
import dev.aiendpoint.standin.ai.AiRequest.Message;

/**
 * A question as an Anthropic Messages request. The documents that go along, which make an
 * explanation cost about KRW 200 and a chat message about KRW 150, are named by file ids.
 */
final class MessagesRequest {

  private static final String MODEL = "claude-sonnet-4-5";
  private static final String EXPLAIN =
      "공고와 기업의 적합성을 설명한다. '요약:', '이유:', '주의:', '추천:'으로 시작하는 줄로 답한다.";
  private static final String CHAT = "정부 지원사업 상담원으로서 기업의 질문에 답한다.";
  private static final String PROGRAMME_FILE = "file_programme_45900";
  private static final String GUIDE_FILE = "file_guide_33500";

  private MessagesRequest() {}

  static String json(AiRequest request, boolean stream) {
    boolean explain = request.kind() == AiRequest.Kind.EXPLANATION;
    StringBuilder json = new StringBuilder(2_048);
    json.append("{\"model\":\"").append(MODEL).append("\",\"max_tokens\":2048,\"stream\":");
    json.append(stream).append(",\"metadata\":{\"user_id\":");
    quote(request.user(), json);
    json.append("},\"system\":");
    quote(explain ? EXPLAIN : CHAT, json);
    json.append(",\"messages\":[");
    for (Message message : request.context()) {
      json.append("{\"role\":\"").append(message.role()).append("\",\"content\":");
      quote(message.text(), json);
      json.append("},");
    }
    json.append("{\"role\":\"user\",\"content\":[{\"type\":\"document\",\"source\":");
    json.append("{\"type\":\"file\",\"file_id\":\"");
    json.append(explain ? PROGRAMME_FILE : GUIDE_FILE).append("\"}},{\"type\":\"text\",\"text\":");
    quote(request.prompt(), json);
    return json.append("}]}]}").toString();
  }

  private static void quote(String text, StringBuilder json) {
    json.append('"');
    JsonStringEncoder.getInstance().quoteAsString(text, json);
    json.append('"');
  }
}
