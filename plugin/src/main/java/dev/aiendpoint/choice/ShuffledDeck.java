package dev.aiendpoint.choice;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Draws alternatives by their weights without putting them back: a deck holds each one as often as
 * its weight says, is shuffled, dealt to its end, and shuffled again. The order is random, but
 * after every full deck the shares are exact, so that a run of some hundred draws is as close to
 * them as an independent draw is after some ten thousand. The deck is as small as the weights
 * allow: 60, 30, 10 make one of ten cards.
 *
 * <p>The same seed gives the same order. Thread-safe.
 */
public final class ShuffledDeck {

  private final int[] cards;
  private final SplittableRandom random;
  private int dealt;

  public ShuffledDeck(Weights weights, long seed) {
    int divisor = 0;
    for (Weights.Share share : weights.shares()) {
      divisor = greatestCommonDivisor(share.percent(), divisor);
    }
    cards = new int[Weights.WHOLE / divisor];
    int filled = 0;
    for (int i = 0; i < weights.shares().size(); i++) {
      int count = weights.shares().get(i).percent() / divisor;
      Arrays.fill(cards, filled, filled + count, i);
      filled += count;
    }
    random = new SplittableRandom(seed);
    dealt = cards.length;
  }

  private static int greatestCommonDivisor(int a, int b) {
    return b == 0 ? a : greatestCommonDivisor(b, a % b);
  }

  /** Number of draws after which the shares are exact. */
  public int size() {
    return cards.length;
  }

  /** The next share, as its place in the weights. */
  public synchronized int draw() {
    if (dealt == cards.length) {
      shuffle();
      dealt = 0;
    }
    return cards[dealt++];
  }

  private void shuffle() {
    for (int i = cards.length - 1; i > 0; i--) {
      int other = random.nextInt(i + 1);
      int card = cards[i];
      cards[i] = cards[other];
      cards[other] = card;
    }
  }
}
