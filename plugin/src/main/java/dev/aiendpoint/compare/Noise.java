package dev.aiendpoint.compare;

/**
 * What counts as a change, and what two runs of the same service differ by anyway.
 *
 * @param leastPercent a duration or throughput that changed by less than this part is the same
 * @param leastMillis a duration that changed by less than this is the same
 * @param leastPoints a rate that changed by fewer percentage points is the same
 * @param machinePercent by how much two runs on one machine differ for no reason, as a standard
 *     deviation; nothing within a run can show it
 * @param machineMillis by how much longer half of the requests of one run wait for a core than
 *     those of another, as a standard deviation: what counts for requests of few milliseconds
 * @param errorRate how often a comparison of two runs of the same service may find any change
 */
public record Noise(
    double leastPercent,
    double leastMillis,
    double leastPoints,
    double machinePercent,
    double machineMillis,
    double errorRate) {

  public static final Noise DEFAULT = new Noise(5, 10, 2, 2, 2, 0.02);

  /** How small a change must be to be seen for a figure to be called the same. */
  double resolutionPercent() {
    return 4 * leastPercent;
  }

  double resolutionPoints() {
    return 5 * leastPoints;
  }
}
