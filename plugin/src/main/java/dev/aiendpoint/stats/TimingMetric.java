package dev.aiendpoint.stats;

/** A duration that is kept as a distribution. All figures are given in milliseconds. */
public enum TimingMetric {
  /** JMeter's elapsed: request sent to last byte. */
  ELAPSED("elapsed"),
  /** Time to first token. */
  TTFT("ttft"),
  /** Time per output token. */
  TPOT("tpot"),
  /** The largest inter-chunk latency of each request. */
  ICL_MAX("icl_max"),
  /** Inter-chunk latency, pooled over all gaps of all requests; known live only. */
  ICL("icl");

  private final String word;

  TimingMetric(String word) {
    this.word = word;
  }

  /** The name in a baseline's {@code check}. */
  public String word() {
    return word;
  }
}
