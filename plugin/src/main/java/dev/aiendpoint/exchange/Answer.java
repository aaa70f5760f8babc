package dev.aiendpoint.exchange;

import java.util.Optional;

/**
 * What the body of a response said, whichever wire format carried it.
 *
 * @param format name of the wire format that read it, such as {@code openai-chat}
 * @param streamed true when it arrived as an event stream
 * @param text the visible text, reassembled; may be cut at a limit
 * @param reasoning the reasoning text, reassembled; may be cut at a limit
 * @param timings when the parts arrived; {@link ContentTimings#NONE} unless streamed
 * @param usage token counts as reported
 * @param finishReason the provider's word for why generation ended
 * @param error the message of an error event, or of an error inside a 200 answer
 * @param terminated false when a stream ended without the terminator that its format promises
 */
public record Answer(
    String format,
    boolean streamed,
    String text,
    String reasoning,
    ContentTimings timings,
    TokenUsage usage,
    Optional<String> finishReason,
    Optional<String> error,
    boolean terminated) {

  /** An answer that no wire format could read: nothing is known of its content. */
  public static final Answer NONE =
      new Answer(
          "none",
          false,
          "",
          "",
          ContentTimings.NONE,
          TokenUsage.UNKNOWN,
          Optional.empty(),
          Optional.empty(),
          true);
}
