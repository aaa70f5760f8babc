package dev.aiendpoint.wire;

import dev.aiendpoint.json.JsonView;
import dev.aiendpoint.sse.SseEvent;

/**
 * An event as wire formats read it, its JSON parsed once.
 *
 * @param type the SSE event type
 * @param data the data as text
 * @param json the data as JSON; missing unless it is a JSON object
 * @param kind the JSON's own {@code type}, else the SSE event type
 */
record WireEvent(String type, String data, JsonView json, String kind) {

  private static final String DONE = "[DONE]";

  static WireEvent of(SseEvent event) {
    String data = event.data();
    JsonView json = JsonView.MISSING;
    if (beginsLikeAnObject(data)) {
      json = JsonView.parse(data).filter(JsonView::isObject).orElse(JsonView.MISSING);
    }
    String kind = json.get("type").textOrEmpty();
    return new WireEvent(event.type(), data, json, kind.isEmpty() ? event.type() : kind);
  }

  /** OpenAI's end mark, which many other APIs took over. */
  boolean isDone() {
    return data.length() < 16 && data.trim().equals(DONE);
  }

  /** True for data that begins as a JSON object and is none. */
  boolean isBrokenJson() {
    return !json.exists() && beginsLikeAnObject(data);
  }

  private static boolean beginsLikeAnObject(String data) {
    for (int i = 0; i < data.length(); i++) {
      char c = data.charAt(i);
      if (c != ' ' && c != '\t' && c != '\n') {
        return c == '{';
      }
    }
    return false;
  }
}
