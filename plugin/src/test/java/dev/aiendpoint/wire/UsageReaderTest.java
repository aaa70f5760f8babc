package dev.aiendpoint.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiendpoint.exchange.TokenUsage;
import dev.aiendpoint.json.JsonView;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UsageReaderTest {

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "OpenAI chat | {`usage`:{`prompt_tokens`:9,`completion_tokens`:4,`prompt_tokens_details`:{`cached_tokens`:2},`completion_tokens_details`:{`reasoning_tokens`:3}}} | 9/4/2/3",
        "OpenAI Responses | {`usage`:{`input_tokens`:9,`input_tokens_details`:{`cached_tokens`:2},`output_tokens`:4,`output_tokens_details`:{`reasoning_tokens`:3}}} | 9/4/2/3",
        "Responses, inside an event | {`response`:{`usage`:{`input_tokens`:9,`output_tokens`:4}}} | 9/4/-/-",
        "Anthropic | {`usage`:{`input_tokens`:9,`cache_read_input_tokens`:2,`cache_creation_input_tokens`:7,`output_tokens`:4}} | 9/4/2/-",
        "Anthropic, inside message_start | {`message`:{`usage`:{`input_tokens`:9,`output_tokens`:1}}} | 9/1/-/-",
        "Gemini, thoughts added to the output | {`usageMetadata`:{`promptTokenCount`:9,`candidatesTokenCount`:4,`thoughtsTokenCount`:3,`cachedContentTokenCount`:2}} | 9/7/2/3",
        "Gemini without thoughts | {`usageMetadata`:{`promptTokenCount`:9,`candidatesTokenCount`:4}} | 9/4/-/-",
        "Gemini, prompt only | {`usageMetadata`:{`promptTokenCount`:9,`totalTokenCount`:9}} | 9/-/-/-",
        "DeepSeek | {`usage`:{`prompt_tokens`:9,`completion_tokens`:4,`prompt_cache_hit_tokens`:2,`prompt_cache_miss_tokens`:7}} | 9/4/2/-",
        "Mistral | {`usage`:{`prompt_tokens`:9,`completion_tokens`:4,`num_cached_tokens`:2}} | 9/4/2/-",
        "Mistral, details in the singular | {`usage`:{`prompt_tokens`:9,`completion_tokens`:4,`prompt_token_details`:{`cached_tokens`:2}}} | 9/4/2/-",
        "Groq | {`x_groq`:{`usage`:{`prompt_tokens`:9,`completion_tokens`:4}}} | 9/4/-/-",
        "Bedrock Converse | {`usage`:{`inputTokens`:9,`outputTokens`:4,`cacheReadInputTokens`:2}} | 9/4/2/-",
        "Connect chat | {`usage`:{`inputTokens`:9,`outputTokens`:4}} | 9/4/-/-",
        "Connect explanation | {`metadata`:{`cached`:false,`usage`:{`inputTokens`:9,`outputTokens`:4}}} | 9/4/-/-",
        "Connect fallback says 0, which is known | {`usage`:{`inputTokens`:0,`outputTokens`:0}} | 0/0/-/-",
        "Vercel AI SDK 5 | {`messageMetadata`:{`totalUsage`:{`inputTokens`:9,`outputTokens`:4,`reasoningTokens`:3,`cachedInputTokens`:2}}} | 9/4/2/3",
        "Vercel AI SDK 6 | {`messageMetadata`:{`usage`:{`inputTokens`:9,`outputTokens`:4,`inputTokenDetails`:{`cacheReadTokens`:2},`outputTokenDetails`:{`reasoningTokens`:3}}}} | 9/4/2/3",
        "Vercel AI SDK 4 | {`usage`:{`promptTokens`:9,`completionTokens`:4}} | 9/4/-/-",
        "null is unknown | {`usage`:null} | -",
        "an empty object is unknown | {`usage`:{}} | -",
        "a null count is absent | {`usage`:{`prompt_tokens`:9,`completion_tokens`:null}} | 9/-/-/-",
        "a negative count is absent | {`usage`:{`prompt_tokens`:9,`completion_tokens`:-1}} | 9/-/-/-",
        "text is no count | {`usage`:{`prompt_tokens`:9,`completion_tokens`:`4`}} | 9/-/-/-",
        "a fraction is no count | {`usage`:{`prompt_tokens`:9,`completion_tokens`:4.5}} | 9/-/-/-",
        "details of null | {`usage`:{`prompt_tokens`:9,`prompt_tokens_details`:null}} | 9/-/-/-",
        "no usage | {`message`:`hi`} | -",
        "a list | [1] | -"
      })
  void shouldReadTheCounts(String sentence, String json, String expected) {
    JsonView root = JsonView.parse(json.replace('`', '"')).orElseThrow();

    assertThat(shortForm(UsageReader.find(root))).isEqualTo(expected);
  }

  /** {@code input/output/cached/reasoning}, each {@code -} when absent; one when all are. */
  static String shortForm(TokenUsage usage) {
    return usage.equals(TokenUsage.UNKNOWN)
        ? "-"
        : Stream.of(usage.input(), usage.output(), usage.cachedInput(), usage.reasoning())
            .map(count -> count.isPresent() ? Long.toString(count.getAsLong()) : "-")
            .collect(Collectors.joining("/"));
  }
}
