package dev.aiendpoint.standin.endpoint;

import java.util.SplittableRandom;
import java.util.concurrent.atomic.LongAdder;

/**
 * Which acknowledged saves are not stored. A user's save of a programme is always lost or never, by
 * the seed: a save that is repeated cannot hide the loss. Safe for use by many threads.
 */
public final class LostWrites {

  private final double share;
  private final long seed;
  private final LongAdder lost = new LongAdder();

  /**
   * @param share 0..1
   */
  public LostWrites(double share, long seed) {
    this.share = share;
    this.seed = seed;
  }

  /** Whether this save is to be lost; counts it if so. */
  boolean loses(String user, String program) {
    long key = seed * 31 + (user + "|" + program).hashCode() * 0x9E3779B97F4A7C15L;
    boolean loses = new SplittableRandom(key).nextDouble() < share;
    if (loses) {
      lost.increment();
    }
    return loses;
  }

  /** How many saves were lost, repeated ones each time. */
  public long lost() {
    return lost.sum();
  }
}
