package dev.aiendpoint.wire;

import dev.aiendpoint.json.JsonView;

/**
 * How the answers of one kind of API are written: what each event of its stream means, and the
 * shape of its JSON body. Without state, so one instance serves all threads; what was read goes to
 * the {@link AnswerRecorder}. What counts as content is defined in {@code docs/metrics.md}.
 */
sealed interface WireFormat
    permits AnthropicFormat,
        GeminiFormat,
        GenericFormat,
        JsonFormat,
        OpenAiChatFormat,
        OpenAiResponsesFormat,
        VercelUiFormat {

  /** The name that users choose it by and that an answer carries. */
  String name();

  /** True when an event can only be of this format; decides the format of a stream. */
  boolean recognises(WireEvent event);

  /** Reads one event; its data may be empty, when its type may still say something. */
  void readEvent(WireEvent event, AnswerRecorder answer);

  /**
   * Reads text, reasoning and finish reason of a whole JSON body; usage and errors are read for all
   * formats alike.
   *
   * @return false, with nothing recorded, when the body is not of this format
   */
  boolean readBody(JsonView body, AnswerRecorder answer);

  /** True when a stream of this format that ends without its terminator is truncated. */
  default boolean promisesTerminator() {
    return true;
  }
}
