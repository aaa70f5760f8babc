package dev.aiendpoint.standin.provider.answer;

import java.time.Duration;
import java.util.SplittableRandom;

/**
 * Log-normal times around a median, drawn from a seed by call number, so that the n-th call of two
 * runs takes the same time whatever thread makes it. With the spread used here P95 is 1.9 times,
 * and P99 2.5 times the median. Immutable.
 */
public final class LatencyModel {

  private static final double SIGMA = 0.4;
  private static final double GAP_SIGMA = 0.5;

  /** Share of a streamed answer's time that passes before its first piece. */
  private static final double FIRST_PIECE_SHARE = 0.35;

  private final double medianNanos;
  private final long seed;

  public LatencyModel(Duration median, long seed) {
    this.medianNanos = median.toNanos();
    this.seed = seed;
  }

  /** How long the n-th call takes, in nanoseconds. */
  long totalNanos(long call) {
    return (long) (medianNanos * Math.exp(SIGMA * gaussian(random(call))));
  }

  /**
   * When the pieces of the n-th call arrive, in nanoseconds after its start; the last at {@link
   * #totalNanos}.
   */
  long[] arrivalNanos(long call, int pieces) {
    long total = totalNanos(call);
    SplittableRandom random = random(~call);
    double first = pieces == 1 ? total : total * FIRST_PIECE_SHARE;
    double[] gaps = new double[pieces];
    double sum = 0;
    for (int i = 1; i < pieces; i++) {
      gaps[i] = Math.exp(GAP_SIGMA * gaussian(random));
      sum += gaps[i];
    }
    long[] arrivals = new long[pieces];
    double at = first;
    for (int i = 0; i < pieces; i++) {
      at += sum == 0 ? 0 : gaps[i] / sum * (total - first);
      arrivals[i] = (long) at;
    }
    return arrivals;
  }

  private SplittableRandom random(long call) {
    return new SplittableRandom(seed * 0x9E3779B97F4A7C15L + call);
  }

  private static double gaussian(SplittableRandom random) {
    // Box and Muller, 1958: SplittableRandom on 17 draws Gaussians only through a default method
    // whose sequence later JDKs changed.
    double radius = Math.sqrt(-2 * Math.log(1 - random.nextDouble()));
    return radius * Math.cos(2 * Math.PI * random.nextDouble());
  }
}
