package dev.aiendpoint.exchange;

import java.util.OptionalLong;

/**
 * Token counts that a provider reported for one answer. A count that was not reported is absent,
 * never 0.
 *
 * @param input prompt tokens, as the provider counts them
 * @param output generated tokens, reasoning included where the provider includes it
 * @param cachedInput prompt tokens that the provider served from its own prompt cache
 * @param reasoning the part of the output that is reasoning
 */
public record TokenUsage(
    OptionalLong input, OptionalLong output, OptionalLong cachedInput, OptionalLong reasoning) {

  /** Nothing was reported. */
  public static final TokenUsage UNKNOWN =
      new TokenUsage(
          OptionalLong.empty(), OptionalLong.empty(), OptionalLong.empty(), OptionalLong.empty());

  public static TokenUsage of(long input, long output) {
    return new TokenUsage(
        OptionalLong.of(input),
        OptionalLong.of(output),
        OptionalLong.empty(),
        OptionalLong.empty());
  }

  public boolean isKnown() {
    return input.isPresent() || output.isPresent();
  }

  /** Counts of {@code later} win where it has them: providers report usage in parts. */
  public TokenUsage mergedWith(TokenUsage later) {
    return new TokenUsage(
        later.input.isPresent() ? later.input : input,
        later.output.isPresent() ? later.output : output,
        later.cachedInput.isPresent() ? later.cachedInput : cachedInput,
        later.reasoning.isPresent() ? later.reasoning : reasoning);
  }
}
