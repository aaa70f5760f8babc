package dev.aiendpoint.standin.provider.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One vendor's wire format. Everything that it gives is text as it goes over the network: a JSON
 * body, or events each with the empty line at its end. Stateless.
 */
public sealed interface Wire permits AnthropicWire, OpenAiChatWire, OpenAiResponsesWire {

  /** All of them. */
  List<Wire> ALL = List.of(new AnthropicWire(), new OpenAiChatWire(), new OpenAiResponsesWire());

  /** The format whose requests go to a path. */
  static Optional<Wire> at(String path) {
    return ALL.stream().filter(wire -> wire.path().equals(path)).findFirst();
  }

  /** Its name in the log. */
  String name();

  /** Where its requests go. */
  String path();

  /** What a request asks for; empty when a required member is missing. */
  Optional<Ask> read(JsonNode body);

  /** Headers that go with each answer of the n-th call. */
  Map<String, String> headers(long number);

  /** A whole answer. */
  String body(Answer answer);

  /** What a stream begins with, before any content. */
  String opening(Answer answer);

  /** The n-th piece of the content, from 0. */
  String piece(Answer answer, int index);

  /** What a stream ends with, its terminator included. */
  String closing(Answer answer);

  /** The body that goes with an error status. */
  String error(int status, long number);

  /** An error inside a stream that began with status 200. */
  String errorEvent(Answer answer);

  /** How the vendor tells what a rate limit leaves. */
  Map<String, String> limitHeaders(Allowance allowance);
}
