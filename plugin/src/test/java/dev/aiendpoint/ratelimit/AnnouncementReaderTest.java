package dev.aiendpoint.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiendpoint.exchange.Headers;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnnouncementReaderTest {

  /** 2026-07-01T12:00:00Z */
  private static final long NOW = 1_782_907_200_000L;

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "the plain one | Retry-After: 7 | 7000 | Retry-After",
        "milliseconds are finer | Retry-After: 2; retry-after-ms: 1250 | 1250 | retry-after-ms",
        "unknown milliseconds leave the seconds | Retry-After: 2; retry-after-ms: -1 | 2000 | Retry-After",
        "a date against the answer's own clock, which is 1 h behind"
            + " | Date: Wed, 01 Jul 2026 11:00:00 GMT; Retry-After: Wed, 01 Jul 2026 11:00:09 GMT"
            + " | 9000 | Retry-After",
        "a date without a clock | Retry-After: Wed, 01 Jul 2026 12:00:04 GMT | 4000 | Retry-After",
        "Kong: window and provider in the name"
            + " | X-AI-RateLimit-Retry-After-minute-openai: 12.5 | 12500"
            + " | X-AI-RateLimit-Retry-After-minute-openai",
        "OpenAI: the tokens are used up, the requests are not"
            + " | x-ratelimit-remaining-requests: 90; x-ratelimit-reset-requests: 6m0s;"
            + " x-ratelimit-remaining-tokens: 0; x-ratelimit-reset-tokens: 12ms"
            + " | 12 | x-ratelimit-reset-tokens",
        "OpenAI: both are used up | x-ratelimit-remaining-requests: 0; x-ratelimit-reset-requests: 1s;"
            + " x-ratelimit-remaining-tokens: 0; x-ratelimit-reset-tokens: 6m0s"
            + " | 360000 | x-ratelimit-reset-tokens",
        "Anthropic: a moment | anthropic-ratelimit-tokens-remaining: 0;"
            + " anthropic-ratelimit-tokens-reset: 2026-07-01T12:00:30Z;"
            + " anthropic-ratelimit-requests-remaining: 49;"
            + " anthropic-ratelimit-requests-reset: 2026-07-01T12:00:01Z"
            + " | 30000 | anthropic-ratelimit-tokens-reset",
        "APISIX: the instance in the name | X-AI-RateLimit-Remaining-openai-instance: 0;"
            + " X-AI-RateLimit-Reset-openai-instance: 21"
            + " | 21000 | X-AI-RateLimit-Reset-openai-instance",
        "the only limit there is | X-RateLimit-Reset: 1782907205 | 5000 | X-RateLimit-Reset",
      })
  void shouldReadWhenToComeBack(String sentence, String headers, long millis, String header) {
    assertThat(AnnouncementReader.read(headers(headers), NOW))
        .hasValue(new Announcement(millis, header));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "nothing is said | Content-Type: application/json",
        "Azure does not know | x-ratelimit-remaining-requests: -1; x-ratelimit-reset-requests: -1",
        "what is left of a limit makes its reset no news | x-ratelimit-remaining-requests: 90;"
            + " x-ratelimit-reset-requests: 6m0s",
        "of two limits nobody knows which was met | x-ratelimit-reset-requests: 1s;"
            + " x-ratelimit-reset-tokens: 2s",
        "a word | Retry-After: later",
        "a header that only ends alike | x-password-reset: 5",
      })
  void shouldKnowNothingWhereNothingIsSaid(String sentence, String headers) {
    assertThat(AnnouncementReader.read(headers(headers), NOW)).isEmpty();
  }

  private static Headers headers(String text) {
    return Headers.ofLines("HTTP/1.1 429 Too Many Requests\n" + text.replaceAll("; *", "\n"));
  }
}
