package dev.aiendpoint.classify;

import dev.aiendpoint.exchange.TokenUsage;
import java.util.OptionalDouble;

/**
 * Prices per 1,000 tokens in the profile's currency.
 *
 * @param cachedInput price of prompt tokens that the provider served from its own prompt cache
 * @param inputIncludesCached true where the provider counts those tokens in the input too (OpenAI),
 *     false where it counts them beside it (Anthropic)
 */
record Prices(
    double input, double output, OptionalDouble cachedInput, boolean inputIncludesCached) {

  /**
   * The cost of an answer; absent unless both token counts are known and every counted token has a
   * price.
   */
  OptionalDouble of(TokenUsage usage) {
    if (usage.input().isEmpty() || usage.output().isEmpty()) {
      return OptionalDouble.empty();
    }
    long in = usage.input().getAsLong();
    long cached = usage.cachedInput().orElse(0);
    double total = in * input + usage.output().getAsLong() * output;
    if (cached > 0) {
      if (cachedInput.isPresent()) {
        double price = cachedInput.getAsDouble();
        total += inputIncludesCached ? Math.min(cached, in) * (price - input) : cached * price;
      } else if (!inputIncludesCached) {
        return OptionalDouble.empty();
      }
    }
    return OptionalDouble.of(total / 1000);
  }
}
