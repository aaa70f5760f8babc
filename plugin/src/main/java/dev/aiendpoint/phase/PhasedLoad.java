package dev.aiendpoint.phase;

import java.time.Duration;
import java.util.OptionalLong;

/**
 * Everything that a group needs to know to produce its load.
 *
 * @param profile phases at their scale
 * @param gracefulLimit how long a retiring user may take to finish its iteration; not scaled
 * @param maxUsers most users in phases of arrivals, at their scale, 1 or more
 * @param poisson true for random arrivals, false for evenly spaced ones
 * @param seed for random arrivals; empty for another sequence in each run
 */
public record PhasedLoad(
    LoadProfile profile, Duration gracefulLimit, int maxUsers, boolean poisson, OptionalLong seed) {

  /** Most users that may run at once. */
  public int peakUsers() {
    return Math.max(profile.peakUsers(), profile.hasArrivals() ? maxUsers : 0);
  }

  /** A fresh walk through the arrivals. */
  public ArrivalSchedule arrivals() {
    return poisson
        ? ArrivalSchedule.poisson(profile, seed.orElseGet(System::nanoTime))
        : ArrivalSchedule.even(profile);
  }
}
