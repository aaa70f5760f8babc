package dev.aiendpoint.wire;

import dev.aiendpoint.exchange.TokenUsage;
import dev.aiendpoint.json.JsonView;
import java.util.OptionalLong;

/**
 * Reads token counts in every shape that providers write them in; the one place that knows their
 * names. A count that is missing, negative or no whole number is absent.
 *
 * <p>Shapes: OpenAI chat ({@code prompt_tokens}), OpenAI Responses and Anthropic ({@code
 * input_tokens}; Anthropic's excludes cached ones, and is taken as it is), Gemini ({@code
 * promptTokenCount}), Bedrock Converse and Connect ({@code inputTokens}), Vercel AI SDK ({@code
 * inputTokens}, before version 5 {@code promptTokens}), with the further counts of DeepSeek,
 * Mistral, Groq, xAI and OpenRouter.
 *
 * <p>Gemini counts thoughts beside its output, everyone else inside of it: they are added, so that
 * {@code reasoning} is always a part of {@code output}.
 */
public final class UsageReader {

  private static final String[] INPUT = {
    "prompt_tokens", "input_tokens", "inputTokens", "promptTokenCount", "promptTokens"
  };
  private static final String[] OUTPUT = {
    "completion_tokens", "output_tokens", "outputTokens", "completionTokens"
  };
  private static final String[] CACHED = {
    "cache_read_input_tokens",
    "cacheReadInputTokens",
    "cachedContentTokenCount",
    "prompt_cache_hit_tokens",
    "num_cached_tokens",
    "cachedInputTokens"
  };
  private static final String[] INPUT_DETAILS = {
    "prompt_tokens_details", "input_tokens_details", "prompt_token_details", "inputTokenDetails"
  };
  private static final String[] CACHED_DETAIL = {"cached_tokens", "cacheReadTokens"};
  private static final String[] REASONING = {"reasoning_tokens", "reasoningTokens"};
  private static final String[] OUTPUT_DETAILS = {
    "completion_tokens_details", "output_tokens_details", "outputTokenDetails"
  };

  private UsageReader() {}

  /** Reads a usage object itself; {@link TokenUsage#UNKNOWN} for anything else. */
  public static TokenUsage read(JsonView usage) {
    if (!usage.isObject()) {
      return TokenUsage.UNKNOWN;
    }
    OptionalLong input = first(usage, INPUT);
    OptionalLong output = first(usage, OUTPUT);
    OptionalLong cached = firstWithDetails(usage, CACHED, INPUT_DETAILS, CACHED_DETAIL);
    OptionalLong reasoning = firstWithDetails(usage, REASONING, OUTPUT_DETAILS, REASONING);
    OptionalLong candidates = count(usage, "candidatesTokenCount");
    OptionalLong thoughts = count(usage, "thoughtsTokenCount");
    if (candidates.isPresent() || thoughts.isPresent()) {
      output = OptionalLong.of(candidates.orElse(0) + thoughts.orElse(0));
      reasoning = thoughts;
    }
    boolean nothing =
        input.isEmpty() && output.isEmpty() && cached.isEmpty() && reasoning.isEmpty();
    return nothing ? TokenUsage.UNKNOWN : new TokenUsage(input, output, cached, reasoning);
  }

  /** Reads the usage that a whole answer or event carries, at any of the known places. */
  public static TokenUsage find(JsonView root) {
    for (JsonView holder :
        new JsonView[] {
          root,
          root.get("metadata"),
          root.get("messageMetadata"),
          root.get("x_groq"),
          root.get("response"),
          root.get("message")
        }) {
      TokenUsage usage = readMember(holder);
      if (usage != TokenUsage.UNKNOWN) {
        return usage;
      }
    }
    return TokenUsage.UNKNOWN;
  }

  private static TokenUsage readMember(JsonView holder) {
    if (!holder.isObject()) {
      return TokenUsage.UNKNOWN;
    }
    for (String name : new String[] {"usage", "usageMetadata", "totalUsage"}) {
      TokenUsage usage = read(holder.get(name));
      if (usage != TokenUsage.UNKNOWN) {
        return usage;
      }
    }
    return TokenUsage.UNKNOWN;
  }

  private static OptionalLong firstWithDetails(
      JsonView usage, String[] names, String[] details, String[] detailNames) {
    for (String detail : details) {
      JsonView view = usage.get(detail);
      if (view.isObject()) {
        OptionalLong count = first(view, detailNames);
        if (count.isPresent()) {
          return count;
        }
      }
    }
    return first(usage, names);
  }

  private static OptionalLong first(JsonView view, String[] names) {
    for (String name : names) {
      OptionalLong count = count(view, name);
      if (count.isPresent()) {
        return count;
      }
    }
    return OptionalLong.empty();
  }

  private static OptionalLong count(JsonView view, String name) {
    OptionalLong count = view.get(name).longValue();
    return count.isPresent() && count.getAsLong() < 0 ? OptionalLong.empty() : count;
  }
}
