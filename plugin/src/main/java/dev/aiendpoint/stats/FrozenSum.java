package dev.aiendpoint.stats;

/**
 * A sum over the samples that report the quantity.
 *
 * @param known how many samples report it
 */
record FrozenSum(long sum, long known) {

  static final FrozenSum NONE = new FrozenSum(0, 0);

  FrozenSum plus(FrozenSum other) {
    return new FrozenSum(sum + other.sum, known + other.known);
  }
}
