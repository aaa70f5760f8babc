package dev.aiendpoint.phase;

import java.util.List;
import java.util.NoSuchElementException;
import java.util.PrimitiveIterator;
import java.util.Random;
import java.util.function.DoubleSupplier;

/**
 * The instants at which iterations of a profile's open phases are due, in order, nanoseconds since
 * the start. Costs no memory for arrivals to come. Not thread-safe.
 *
 * <p>Instants come from the cumulated rate: evenly, the n-th arrival is where it passes n - 0.5; at
 * random, gaps of the cumulated rate are exponential with mean 1, which is a Poisson process of
 * that rate (time rescaling; Cinlar 1975, chapter 4).
 */
public final class ArrivalSchedule implements PrimitiveIterator.OfLong {

  private static final long NONE = Long.MAX_VALUE;

  private final List<ProfileStep> steps;
  private final DoubleSupplier gap;
  private int step;
  private double arrivalsBefore;
  private double expected;
  private long next;

  private ArrivalSchedule(LoadProfile profile, double first, DoubleSupplier gap) {
    this.steps = profile.steps();
    this.gap = gap;
    this.expected = first;
    this.next = place();
  }

  /** Evenly spaced at the profile's rate. */
  public static ArrivalSchedule even(LoadProfile profile) {
    return new ArrivalSchedule(profile, 0.5, () -> 1);
  }

  /** A Poisson process; the same seed gives the same instants. */
  public static ArrivalSchedule poisson(LoadProfile profile, long seed) {
    Random random = new Random(seed);
    DoubleSupplier exponential = () -> -Math.log(1 - random.nextDouble());
    return new ArrivalSchedule(profile, exponential.getAsDouble(), exponential);
  }

  private long place() {
    while (step < steps.size()) {
      double within = expected - arrivalsBefore;
      if (within < steps.get(step).arrivals()) {
        return steps.get(step).instantOfArrival(within);
      }
      arrivalsBefore += steps.get(step).arrivals();
      step++;
    }
    return NONE;
  }

  @Override
  public boolean hasNext() {
    return next != NONE;
  }

  /** The instant that {@link #nextLong()} will give, without taking it; far future when none. */
  public long peek() {
    return next;
  }

  @Override
  public long nextLong() {
    if (next == NONE) {
      throw new NoSuchElementException();
    }
    long due = next;
    expected += gap.getAsDouble();
    next = place();
    return due;
  }
}
