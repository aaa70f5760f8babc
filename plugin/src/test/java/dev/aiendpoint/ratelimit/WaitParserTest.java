package dev.aiendpoint.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WaitParserTest {

  /** 2026-07-01T12:00:00Z */
  private static final long NOW = 1_782_907_200_000L;

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "seconds | 20 | 20000",
        "no wait at all | 0 | 0",
        "seconds with decimals | 12.5 | 12500",
        "a part of a millisecond, rounded up | 0.0001 | 1",
        "OpenAI, milliseconds | 12ms | 12",
        "OpenAI, seconds | 1s | 1000",
        "OpenAI, minutes and seconds | 6m0s | 360000",
        "OpenAI, a fraction | 1m2.5s | 62500",
        "a day and a half | 1d12h | 129600000",
        "Anthropic, in UTC | 2026-07-01T12:00:30Z | 30000",
        "Anthropic, with an offset | 2026-07-01T14:00:30+02:00 | 30000",
        "a moment that has passed | 2026-07-01T11:00:00Z | 0",
        "an HTTP date | Wed, 01 Jul 2026 12:00:07 GMT | 7000",
        "epoch seconds | 1782907205 | 5000",
        "epoch milliseconds | 1782907205250 | 5250",
      })
  void shouldReadEveryFormat(String sentence, String text, long millis) {
    assertThat(WaitParser.millis(text, NOW)).hasValue(millis);
  }

  @ParameterizedTest(name = "{0}: ''{1}''")
  @CsvSource(
      delimiter = '|',
      nullValues = "null",
      value = {
        "Azure's word for unknown | -1",
        "nothing | ''",
        "a word | soon",
        "a unit that is none | 5parsecs",
        "a unit in the middle that is none | 5s6x",
        "no unit behind the last number | 5m6",
        "not a date | 2026-07-45T12:00:00Z",
        "a date without a time | 2026-07-01",
        "more than a year | 40000000",
        "two numbers | 1, 2",
      })
  void shouldKnowNothingOfWhatIsNone(String sentence, String text) {
    assertThat(WaitParser.millis(text, NOW)).isEmpty();
  }
}
