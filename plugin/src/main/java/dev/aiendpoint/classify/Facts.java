package dev.aiendpoint.classify;

import dev.aiendpoint.exchange.Exchange;
import dev.aiendpoint.exchange.Headers;
import dev.aiendpoint.exchange.TokenUsage;
import dev.aiendpoint.json.JsonView;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One exchange as conditions ask for it: the JSON body parsed once, the usage found by the profile
 * merged in, the error text wherever it stands. Used by one thread.
 */
final class Facts {

  /** Larger bodies are matched by their beginning; bounds the time of a regular expression. */
  static final int MATCHED_CHARACTERS = 64 * 1024;

  private final Exchange exchange;
  private final JsonView json;
  private final Optional<String> error;
  private TokenUsage usage;

  Facts(Exchange exchange) {
    this.exchange = exchange;
    this.json = isStream() ? JsonView.MISSING : parsed(exchange.body());
    this.error = exchange.answer().error().or(this::errorInJson).map(String::strip);
    this.usage = exchange.answer().usage();
  }

  /** Merges what the profile's usage paths find over what the wire format reported. */
  void readUsage(List<UsageSource> sources) {
    for (UsageSource source : sources) {
      TokenUsage found = source.read(json);
      if (found.isKnown()) {
        usage = usage.mergedWith(found);
        return;
      }
    }
  }

  OptionalInt status() {
    return exchange.status();
  }

  /** True for 1xx and 2xx, and for 304, which says that the client's own copy is good. */
  boolean isAnsweredWell() {
    return exchange.status().isPresent()
        && (exchange.status().getAsInt() < 300 || exchange.status().getAsInt() == 304);
  }

  Headers headers() {
    return exchange.headers();
  }

  /** Media type in lower case, without parameters. */
  String mediaType() {
    String type = exchange.contentType();
    int semicolon = type.indexOf(';');
    return (semicolon < 0 ? type : type.substring(0, semicolon)).strip().toLowerCase(Locale.ROOT);
  }

  /**
   * The body as JSON; missing when it is none, and always for a stream, whose reassembled text may
   * look like JSON without being the response's.
   */
  JsonView json() {
    return json;
  }

  /** The beginning of the body; of a stream the reassembled text. */
  String body() {
    String body = exchange.body();
    if (isStream() && body.isEmpty()) {
      body = exchange.answer().text();
    }
    return body.length() > MATCHED_CHARACTERS ? body.substring(0, MATCHED_CHARACTERS) : body;
  }

  boolean isStream() {
    return exchange.answer().streamed();
  }

  TokenUsage usage() {
    return usage;
  }

  /** Streamed content that a wire format recognised as generated. */
  boolean hasStreamedContent() {
    return isStream() && exchange.answer().timings().contentEvents() > 0;
  }

  /** What the answer says about an error, in an event or an error object. */
  Optional<String> error() {
    return error;
  }

  /** Why the answer is incomplete, if it is. */
  Optional<FailureWord> failure() {
    if (exchange.failure().isPresent()) {
      return Optional.of(FailureWord.of(exchange.failure().get().kind()));
    }
    boolean cut = isStream() && !exchange.answer().terminated() && error.isEmpty();
    return cut && isAnsweredWell() ? Optional.of(FailureWord.UNTERMINATED) : Optional.empty();
  }

  Exchange exchange() {
    return exchange;
  }

  private Optional<String> errorInJson() {
    JsonView member = json.get("error");
    if (member.isObject() && !member.members().isEmpty()) {
      return Optional.of(
          member
              .get("message")
              .text()
              .or(() -> member.get("type").text())
              .or(() -> member.get("code").text())
              .orElseGet(member::display));
    }
    Optional<String> text = member.text().filter(value -> !value.isBlank());
    if (text.isPresent()) {
      return text;
    }
    return json.get("type").text().filter("error"::equals).map(type -> json.display());
  }

  private static JsonView parsed(String body) {
    for (int i = 0; i < body.length(); i++) {
      char c = body.charAt(i);
      if (c == '{' || c == '[') {
        return JsonView.parse(body).orElse(JsonView.MISSING);
      }
      if (!Character.isWhitespace(c) && c != '\uFEFF') {
        return JsonView.MISSING;
      }
    }
    return JsonView.MISSING;
  }
}
