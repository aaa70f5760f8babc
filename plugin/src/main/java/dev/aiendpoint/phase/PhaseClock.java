package dev.aiendpoint.phase;

import java.util.function.LongSupplier;

/**
 * A running profile's own time: which phase it is now. Thread-safe if its ticker is.
 *
 * <p>A sample belongs to the phase in which it started, so whoever starts one asks right before.
 */
public final class PhaseClock {

  private final LoadProfile profile;
  private final LongSupplier ticker;
  private final long startNanos;

  /**
   * Starts now.
   *
   * @param ticker monotonic nanoseconds, as of {@link System#nanoTime()}
   */
  public PhaseClock(LoadProfile profile, LongSupplier ticker) {
    this.profile = profile;
    this.ticker = ticker;
    this.startNanos = ticker.getAsLong();
  }

  /** Nanoseconds since the start. */
  public long elapsedNanos() {
    return ticker.getAsLong() - startNanos;
  }

  /** The ticker's value at an instant of the profile. */
  public long tickAt(long elapsedNanos) {
    return startNanos + elapsedNanos;
  }

  public String currentPhase() {
    return profile.phaseAt(elapsedNanos());
  }
}
