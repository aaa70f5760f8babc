package dev.aiendpoint.standin.provider.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class LatencyModelTest {

  private final LatencyModel model = new LatencyModel(Duration.ofMillis(600), 7);

  @Test
  void shouldBeLogNormalAroundTheMedianWhenManyCallsAreDrawn() {
    double[] millis =
        LongStream.range(0, 20_000).mapToDouble(n -> model.totalNanos(n) / 1e6).sorted().toArray();

    assertThat(millis[10_000]).isCloseTo(600, within(15.0));
    assertThat(millis[19_000]).isCloseTo(600 * Math.exp(0.4 * 1.645), within(40.0));
  }

  @Test
  void shouldRepeatItselfWhenTheSeedIsTheSame() {
    LatencyModel again = new LatencyModel(Duration.ofMillis(600), 7);
    LatencyModel other = new LatencyModel(Duration.ofMillis(600), 8);

    assertThat(again.totalNanos(5)).isEqualTo(model.totalNanos(5));
    assertThat(again.arrivalNanos(5, 9)).isEqualTo(model.arrivalNanos(5, 9));
    assertThat(other.totalNanos(5)).isNotEqualTo(model.totalNanos(5));
  }

  @Test
  void shouldEndWithTheLastPieceWhenAnAnswerIsStreamed() {
    long[] arrivals = model.arrivalNanos(3, 20);

    assertThat(arrivals).isSorted();
    assertThat(arrivals[0]).isGreaterThan(model.totalNanos(3) / 4);
    assertThat((double) arrivals[19]).isCloseTo(model.totalNanos(3), within(1e6));
    assertThat((double) model.arrivalNanos(3, 1)[0]).isCloseTo(model.totalNanos(3), within(1e6));
  }

  @Test
  void shouldLoseNoLetterWhenATextIsCut() {
    String text = "하나 둘 셋 넷 다섯.\n여섯 일곱";

    assertThat(TextPieces.of(text)).hasSizeGreaterThan(2);
    assertThat(String.join("", TextPieces.of(text))).isEqualTo(text);
    assertThat(TextPieces.of("")).containsExactly("");
  }
}
