package dev.aiendpoint.classify;

import dev.aiendpoint.exchange.Answer;
import dev.aiendpoint.exchange.ContentTimings;
import dev.aiendpoint.exchange.Exchange;
import dev.aiendpoint.exchange.Headers;
import dev.aiendpoint.exchange.TokenUsage;
import dev.aiendpoint.exchange.TransportFailure;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** Builds exchanges for tests, JSON unless said otherwise. */
final class ExchangeBuilder {

  private OptionalInt status;
  private final Map<String, String> headers = new LinkedHashMap<>();
  private String contentType = "application/json; charset=utf-8";
  private String body = "";
  private boolean streamed;
  private boolean terminated = true;
  private int contentEvents;
  private TokenUsage usage = TokenUsage.UNKNOWN;
  private Optional<String> error = Optional.empty();
  private Optional<TransportFailure> failure = Optional.empty();

  private ExchangeBuilder(OptionalInt status) {
    this.status = status;
  }

  static ExchangeBuilder status(int status) {
    return new ExchangeBuilder(OptionalInt.of(status));
  }

  static ExchangeBuilder noAnswer() {
    return new ExchangeBuilder(OptionalInt.empty());
  }

  /** A complete stream of one content event. */
  static ExchangeBuilder stream(String text) {
    ExchangeBuilder builder = status(200).contentType("text/event-stream").body(text);
    builder.streamed = true;
    builder.contentEvents = text.isEmpty() ? 0 : 1;
    return builder;
  }

  ExchangeBuilder header(String name, String value) {
    headers.put(name, value);
    return this;
  }

  ExchangeBuilder contentType(String value) {
    contentType = value;
    return this;
  }

  ExchangeBuilder body(String value) {
    body = value;
    return this;
  }

  ExchangeBuilder usage(long input, long output) {
    usage = TokenUsage.of(input, output);
    return this;
  }

  ExchangeBuilder error(String message) {
    error = Optional.of(message);
    return this;
  }

  ExchangeBuilder unterminated() {
    terminated = false;
    return this;
  }

  ExchangeBuilder failure(TransportFailure.Kind kind) {
    failure = Optional.of(new TransportFailure(kind, "what happened"));
    return this;
  }

  Exchange build() {
    ContentTimings timings =
        contentEvents == 0
            ? ContentTimings.NONE
            : new ContentTimings(
                OptionalLong.of(1),
                OptionalLong.of(1),
                OptionalLong.of(1),
                OptionalLong.of(1),
                contentEvents,
                new long[0]);
    Answer answer =
        new Answer(
            "test",
            streamed,
            streamed ? body : "",
            "",
            timings,
            usage,
            Optional.empty(),
            error,
            terminated);
    return new Exchange(status, Headers.of(headers), contentType, body, answer, failure, 1_000_000);
  }
}
