package dev.aiendpoint.phase;

/**
 * One row of a phase table, placed in time and scaled: the way from one level to the next over the
 * ramp, then the level kept. Instants in nanoseconds since the start of the profile.
 *
 * @param open true when levels are arrivals per second, false when they are users
 */
record ProfileStep(
    String name, boolean open, long start, long rampEnd, long end, double from, double to) {

  /** The level as a straight line, or kept; the caller asks only within the step. */
  double levelAt(long nanos) {
    if (nanos >= rampEnd) {
      return to;
    }
    return from + (to - from) * ((double) (nanos - start) / (rampEnd - start));
  }

  /** Users at an instant within the step: the straight line, rounded. */
  int usersAt(long nanos) {
    if (open) {
      return 0;
    }
    int changes = changesUntil(nanos);
    return (int) from + (to < from ? -changes : changes);
  }

  /** First change of the number of users after an instant within the step, or the step's end. */
  long nextChange(long nanos) {
    int next = changesUntil(nanos) + 1;
    return open || next > changes() ? end : Math.max(changeAt(next), nanos + 1);
  }

  private int changes() {
    return (int) Math.abs(to - from);
  }

  private int changesUntil(long nanos) {
    int all = changes();
    if (nanos >= rampEnd) {
      return all;
    }
    double share = (double) (nanos - start) / (rampEnd - start);
    int estimate = (int) Math.max(0, Math.min(all, Math.floor(share * all + 0.5)));
    // The estimate may be one off by rounding; changeAt is what decides.
    while (estimate < all && changeAt(estimate + 1) <= nanos) {
      estimate++;
    }
    while (estimate > 0 && changeAt(estimate) > nanos) {
      estimate--;
    }
    return estimate;
  }

  /** Instant of the n-th start or retirement, from 1: where the straight line passes n - 0.5. */
  private long changeAt(int n) {
    return start + Math.round((double) (rampEnd - start) * (n - 0.5) / changes());
  }

  /** Arrivals expected in the whole step; 0 in a step of users. */
  double arrivals() {
    return open ? rampArrivals() + to * seconds(end - rampEnd) : 0;
  }

  private double rampArrivals() {
    return (from + to) / 2 * seconds(rampEnd - start);
  }

  /**
   * The instant by which {@code count} arrivals are expected since the step's start.
   *
   * @param count at most {@link #arrivals()}
   */
  long instantOfArrival(double count) {
    double seconds;
    double ramp = rampArrivals();
    if (count < ramp) {
      double slope = (to - from) / seconds(rampEnd - start);
      // The root of from*t + slope*t^2/2 = count, in the form that also holds for slope 0.
      seconds = 2 * count / (from + Math.sqrt(Math.max(0, from * from + 2 * slope * count)));
    } else {
      seconds = seconds(rampEnd - start) + (count - ramp) / to;
    }
    return Math.min(end - 1, start + Math.round(seconds * 1e9));
  }

  private static double seconds(long nanos) {
    return nanos / 1e9;
  }
}
