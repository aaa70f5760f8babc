package dev.aiendpoint.standin.provider.wire;

import java.util.List;

/**
 * A whole answer of the model, before any wire format.
 *
 * @param number of the call, from 1; makes the answer's identifiers
 * @param pieces of a stream, at least one; together they are the text
 * @param createdSeconds since the epoch
 */
public record Answer(
    Ask ask,
    long number,
    long createdSeconds,
    List<String> pieces,
    int inputTokens,
    int outputTokens) {

  public Answer {
    pieces = List.copyOf(pieces);
  }

  /** The pieces as one text. */
  public String text() {
    return String.join("", pieces);
  }
}
