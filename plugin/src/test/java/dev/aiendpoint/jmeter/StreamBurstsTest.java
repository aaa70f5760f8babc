package dev.aiendpoint.jmeter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiendpoint.exchange.ContentTimings;
import dev.aiendpoint.exchange.Outcome;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class StreamBurstsTest {

  private final StreamBursts bursts = new StreamBursts();

  private static ContentTimings stream(long firstMillis, long lastMillis) {
    OptionalLong first = OptionalLong.of(firstMillis * 1_000_000);
    return new ContentTimings(
        first, first, first, OptionalLong.of(lastMillis * 1_000_000), 10, new long[9]);
  }

  private void record(int times, Outcome outcome, ContentTimings timings) {
    for (int i = 0; i < times; i++) {
      bursts.record(outcome, timings);
    }
  }

  @Test
  void shouldSayItWhereHalfOfTheStreamsCameInOneBurst() {
    record(2, Outcome.GENERATED, stream(900, 900));
    record(2, Outcome.GENERATED, stream(400, 900));
    assertThat(bursts.reason())
        .hasValueSatisfying(
            reason ->
                assertThat(reason)
                    .startsWith("2 of 4 generated streams arrived in one burst: ")
                    .contains("time to the first token is that to the whole answer"));
  }

  @Test
  void shouldSayNothingOfAFewAndOfWhatACacheReplays() {
    record(2, Outcome.GENERATED, stream(900, 900));
    record(3, Outcome.GENERATED, stream(400, 900));
    record(9, Outcome.CACHED, stream(5, 5));
    record(9, Outcome.GENERATED, ContentTimings.NONE);
    assertThat(bursts.reason()).isEmpty();
  }
}
