package dev.aiendpoint.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalLong;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContentTimingsTest {

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "a gateway that buffered everything, 40, 2000, 2004, true",
    "all in one read, 12, 900, 900, true",
    "a model that streams, 40, 400, 2000, false",
    "a fast model after a long thought, 40, 2000, 2080, false",
    "a short answer in one read: too few events to tell, 3, 900, 900, false",
    "an instant answer whose parts come apart, 10, 4, 6, false",
  })
  void shouldTellABurst(
      String sentence, int events, long firstMillis, long lastMillis, boolean burst) {
    OptionalLong first = OptionalLong.of(firstMillis * 1_000_000);
    ContentTimings timings =
        new ContentTimings(
            first,
            first,
            first,
            OptionalLong.of(lastMillis * 1_000_000),
            events,
            new long[events - 1]);
    assertThat(timings.isOneBurst()).isEqualTo(burst);
  }
}
