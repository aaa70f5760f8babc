package dev.aiendpoint.wire;

import dev.aiendpoint.json.JsonView;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Any other event stream: events of text, or of JSON with the usual member names. A guess, made so
 * that it rather counts an event as content than misses it.
 *
 * <pre>
 * content    = any data that is no JSON object
 *            / object with a non-empty member delta, text, content or token
 *            / object with none of these, and without error, usage or done, in a stream that
 *              has no event of the first two kinds
 * nothing    = an event of the type ping, heartbeat, keep-alive or keepalive
 * error      = event of the type error / member error, errorText
 * terminator = "[DONE]" / {"done":true} / event of the type done, end or complete
 * </pre>
 *
 * Examples:
 *
 * <ul>
 *   <li>{@code data: Hello}: visible content
 *   <li>{@code data: {"token":"Hel"}}: visible content {@code Hel}
 *   <li>{@code data: {"done":true,"usage":{"inputTokens":9}}}: usage and end
 * </ul>
 */
final class GenericFormat implements WireFormat {

  private static final String[] TEXT_MEMBERS = {"delta", "text", "content", "token"};
  private static final Set<String> SIGNS_OF_LIFE =
      Set.of("ping", "heartbeat", "keep-alive", "keepalive");
  private static final Set<String> ENDS = Set.of("done", "end", "complete");

  @Override
  public String name() {
    return "generic";
  }

  @Override
  public boolean recognises(WireEvent event) {
    return true;
  }

  /** What is not known can not be missing. */
  @Override
  public boolean promisesTerminator() {
    return false;
  }

  @Override
  public void readEvent(WireEvent event, AnswerRecorder answer) {
    String type = event.type().toLowerCase(Locale.ROOT);
    String kind = event.kind().toLowerCase(Locale.ROOT);
    if (SIGNS_OF_LIFE.contains(type) || SIGNS_OF_LIFE.contains(kind)) {
      return;
    }
    boolean ends = event.isDone() || ENDS.contains(type) || ENDS.contains(kind);
    boolean fails = type.equals("error") || kind.equals("error");
    if (event.json().exists()) {
      readJson(event, ends, fails, answer);
    } else if (fails) {
      answer.error(event.data());
    } else if (!ends) {
      known(event.data(), answer);
    }
    if (ends) {
      answer.terminator();
    }
  }

  private static void readJson(
      WireEvent event, boolean ends, boolean fails, AnswerRecorder answer) {
    JsonView json = event.json();
    answer.usage(UsageReader.find(json));
    if (json.get("done").booleanValue().orElse(false)) {
      answer.terminator();
    }
    Optional<String> error = error(json, fails);
    error.ifPresent(answer::error);
    Optional<String> text = textIn(json);
    if (text.isPresent()) {
      known(text.get(), answer);
    } else if (error.isEmpty()
        && !ends
        && !json.get("usage").exists()
        && !json.get("done").exists()) {
      answer.guessed(event.data());
    }
  }

  private static void known(String text, AnswerRecorder answer) {
    if (!text.isEmpty()) {
      answer.forgetGuesses();
      answer.visible(text);
    }
  }

  private static Optional<String> error(JsonView json, boolean fails) {
    return ErrorReader.find(json)
        .or(() -> json.get("errorText").text())
        .or(() -> fails ? json.get("message").text() : Optional.empty())
        .or(() -> fails ? Optional.of(json.display()) : Optional.empty());
  }

  private static Optional<String> textIn(JsonView json) {
    for (String name : TEXT_MEMBERS) {
      JsonView value = json.get(name);
      Optional<String> text = value.text();
      if (text.isPresent()) {
        return text;
      }
      if (value.isObject()) {
        Optional<String> inner = value.get("content").text().or(() -> value.get("text").text());
        if (inner.isPresent()) {
          return inner;
        }
      }
    }
    return Optional.empty();
  }

  /** The members that plain JSON answers carry their text in. */
  @Override
  public boolean readBody(JsonView body, AnswerRecorder answer) {
    return WireFormats.JSON.readBody(body, answer);
  }
}
