package dev.aiendpoint.standin.options;

import java.time.Duration;

/**
 * The plans' scales, so that a shortened run meets a stand-in that behaves alike.
 *
 * @param durations multiplies the circuit's times, rate-limit windows and the provider's shedding
 *     time; never the AI latency
 * @param users multiplies the provider's capacity
 */
public record Scale(double durations, double users) {

  /** {@code unscaled} as long as the run is: at least 1 ms. */
  public Duration duration(Duration unscaled) {
    return Duration.ofMillis(Math.max(1, Math.round(unscaled.toMillis() * durations)));
  }

  /** {@code unscaled} users' worth of something: rounded down, at least 1. */
  public int users(int unscaled) {
    return (int) Math.max(1, Math.floor(unscaled * users + 1e-9));
  }
}
