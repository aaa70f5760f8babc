package dev.aiendpoint.stats;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How far figures by token can be trusted: where the numbers of output tokens come from, and how
 * many tokens a content event carries. Known live only.
 *
 * @param reported answers whose tokens the server reported
 * @param counted answers whose content events were counted instead
 * @param streamedTokens reported tokens of streamed answers
 * @param chunks content events of the same answers
 */
public record TokenEvidence(long reported, long counted, long streamedTokens, long chunks) {

  public static final TokenEvidence NONE = new TokenEvidence(0, 0, 0, 0);

  /** Above it, one event's time stands for several tokens. */
  public static final double MOST_TOKENS_PER_CHUNK = 1.25;

  /** {@code usage}, {@code chunks} or {@code mixed}; empty when no answer told of tokens. */
  public Optional<String> source() {
    if (reported + counted == 0) {
      return Optional.empty();
    }
    return Optional.of(counted == 0 ? "usage" : reported == 0 ? "chunks" : "mixed");
  }

  /** Empty when no streamed answer reported its tokens. */
  public OptionalDouble tokensPerChunk() {
    return chunks == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of((double) streamedTokens / chunks);
  }

  /** True when a time by token is an estimate: tokens were guessed, or came in bunches. */
  public boolean makesEstimates() {
    return counted > 0 || tokensPerChunk().orElse(0) > MOST_TOKENS_PER_CHUNK;
  }

  TokenEvidence plus(TokenEvidence other) {
    return new TokenEvidence(
        reported + other.reported,
        counted + other.counted,
        streamedTokens + other.streamedTokens,
        chunks + other.chunks);
  }
}
