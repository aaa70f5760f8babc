package dev.aiendpoint.choice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShuffledDeckTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"60, 30, 10 | 10", "40, 30, 20, 10 | 10", "37, 63 | 100", "100 | 1", "50, 50 | 2"})
  void shouldBeAsSmallAsTheWeightsAllow(String weights, int size) {
    assertThat(new ShuffledDeck(WeightsParser.parse(weights), 1).size()).isEqualTo(size);
  }

  @Test
  void shouldHaveExactSharesAfterEachFullDeck() {
    ShuffledDeck deck = new ShuffledDeck(WeightsParser.parse("40, 30, 20, 10"), 7);
    for (int round = 0; round < 50; round++) {
      int[] counts = new int[4];
      for (int i = 0; i < deck.size(); i++) {
        counts[deck.draw()]++;
      }
      assertThat(counts).containsExactly(4, 3, 2, 1);
    }
  }

  @Test
  void shouldDealInAnotherOrderEachTimeAndTheSameForTheSameSeed() {
    ShuffledDeck deck = new ShuffledDeck(WeightsParser.parse("60, 30, 10"), 7);
    ShuffledDeck same = new ShuffledDeck(WeightsParser.parse("60, 30, 10"), 7);
    Set<String> orders = new HashSet<>();
    for (int round = 0; round < 20; round++) {
      String order = order(deck);
      assertThat(order(same)).isEqualTo(order);
      orders.add(order);
    }
    assertThat(orders).hasSizeGreaterThan(10);
    assertThat(order(new ShuffledDeck(WeightsParser.parse("60, 30, 10"), 8)))
        .isNotEqualTo(order(new ShuffledDeck(WeightsParser.parse("60, 30, 10"), 7)));
  }

  private static String order(ShuffledDeck deck) {
    StringBuilder order = new StringBuilder();
    IntStream.range(0, deck.size()).forEach(i -> order.append(deck.draw()));
    return order.toString();
  }

  @Test
  void shouldNeverDealAShareOfZero() {
    ShuffledDeck deck = new ShuffledDeck(WeightsParser.parse("0, 100"), 1);
    assertThat(IntStream.range(0, 500).map(i -> deck.draw())).containsOnly(1);
  }

  @Test
  void shouldKeepTheSharesWhenManyThreadsDraw() {
    ShuffledDeck deck = new ShuffledDeck(WeightsParser.parse("60, 30, 10"), 1);
    AtomicIntegerArray counts = new AtomicIntegerArray(3);
    IntStream.range(0, 10_000).parallel().forEach(i -> counts.incrementAndGet(deck.draw()));
    assertThat(counts).hasToString("[6000, 3000, 1000]");
  }
}
