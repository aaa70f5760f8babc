package dev.aiendpoint.stats;

import dev.aiendpoint.sample.Sample;
import java.util.OptionalDouble;

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
  ICL("icl"),
  /**
   * Elapsed of the request that began an arrival, and before it the wait of that arrival for a
   * user: corrected for coordinated omission. Known live only.
   */
  FROM_INTENDED("from_intended");

  private final String word;

  TimingMetric(String word) {
    this.word = word;
  }

  /** True when it is of a whole request, false when it is of the stream of its tokens. */
  public boolean isOfWholeRequest() {
    return this == ELAPSED || this == FROM_INTENDED;
  }

  /** In milliseconds; absent where the sample has none, or it is known live only. */
  OptionalDouble of(Sample sample) {
    return switch (this) {
      case ELAPSED -> OptionalDouble.of(sample.elapsedMillis());
      case TTFT -> sample.ttftMillis();
      case TPOT -> sample.tpotMillis();
      case ICL_MAX -> sample.iclMaxMillis();
      case ICL, FROM_INTENDED -> OptionalDouble.empty();
    };
  }

  /** The name in a baseline's {@code check}. */
  public String word() {
    return word;
  }
}
