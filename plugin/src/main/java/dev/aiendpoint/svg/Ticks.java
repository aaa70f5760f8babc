package dev.aiendpoint.svg;

import java.util.ArrayList;
import java.util.List;

/** Chooses the figures that stand beside an axis: round ones, few enough to read. */
public final class Ticks {

  private static final double[] TIME_STEPS = {
    100,
    200,
    500,
    1_000,
    2_000,
    5_000,
    10_000,
    15_000,
    30_000,
    60_000,
    120_000,
    300_000,
    600_000,
    900_000,
    1_800_000,
    3_600_000,
    7_200_000,
    14_400_000,
    43_200_000,
    86_400_000
  };

  private Ticks() {}

  /**
   * From 0 to the first round figure at or above {@code high}; steps are 1, 2, 2.5 or 5 times a
   * power of ten.
   *
   * @param count about how many steps
   * @param smallestStep such as 1 for whole things
   */
  public static List<Double> upTo(double high, int count, double smallestStep) {
    double rough = Math.max(high, smallestStep) / count;
    double power = Math.pow(10, Math.floor(Math.log10(rough)));
    double step = 10 * power;
    for (double times : new double[] {1, 2, 2.5, 5}) {
      if (times * power >= rough * 0.999) {
        step = times * power;
        break;
      }
    }
    step = Math.max(step, smallestStep);
    List<Double> ticks = new ArrayList<>();
    int steps = (int) Math.max(1, Math.ceil(high / step - 1e-9));
    for (int i = 0; i <= steps; i++) {
      ticks.add(i * step);
    }
    return ticks;
  }

  /** Whole powers of ten that hold {@code low} and {@code high}, both above 0. */
  public static List<Double> decades(double low, double high) {
    int first = (int) Math.floor(Math.log10(low) + 1e-9);
    int last = Math.max(first + 1, (int) Math.ceil(Math.log10(high) - 1e-9));
    List<Double> ticks = new ArrayList<>();
    for (int i = first; i <= last; i++) {
      ticks.add(Math.pow(10, i));
    }
    return ticks;
  }

  /**
   * Round moments in milliseconds between {@code from} and {@code to}.
   *
   * @param count how many at most
   */
  public static List<Double> times(double from, double to, int count) {
    double step = TIME_STEPS[TIME_STEPS.length - 1];
    for (double candidate : TIME_STEPS) {
      if ((to - from) / candidate <= count) {
        step = candidate;
        break;
      }
    }
    List<Double> ticks = new ArrayList<>();
    // Adding 0 makes a 0 of a negative one.
    for (double at = Math.ceil(from / step - 1e-9) * step + 0.0;
        at <= to && ticks.size() <= 4 * count;
        at += step) {
      ticks.add(at);
    }
    return ticks;
  }
}
