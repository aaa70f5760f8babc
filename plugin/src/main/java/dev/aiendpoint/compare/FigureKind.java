package dev.aiendpoint.compare;

import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/** A figure that is compared, and how it is computed from blocks that count several times. */
enum FigureKind {
  TYPICAL("typical elapsed", counts -> counts.elapsed, Statistic.TYPICAL),
  P50("p50 elapsed", counts -> counts.elapsed, Statistic.P50),
  P95("p95 elapsed", counts -> counts.elapsed, Statistic.P95),
  CACHED_P50("p50 elapsed, cached", counts -> counts.cached, Statistic.P50),
  CACHED_P95("p95 elapsed, cached", counts -> counts.cached, Statistic.P95),
  TTFT_P50("p50 ttft", counts -> counts.ttft, Statistic.P50),
  TTFT_P95("p95 ttft", counts -> counts.ttft, Statistic.P95),
  ERRORS("error rate", counts -> counts.errors, counts -> counts.samples, true),
  SUCCESS("success rate", counts -> counts.successes, counts -> counts.samples, false),
  HITS("hit rate", counts -> counts.hits, counts -> counts.hits + counts.misses, false),
  THROUGHPUT("throughput", counts -> counts.samples, counts -> counts.samples, false);

  /** How a number is made of many durations. */
  enum Statistic {
    TYPICAL,
    P50,
    P95
  }

  private static final long FEWEST = 30;
  private static final long FEWEST_FOR_P95 = 100;

  private final String text;
  private final Function<SampleCounts, LatencyCounts> durations;
  private final Statistic statistic;
  private final ToLongFunction<SampleCounts> part;
  private final ToLongFunction<SampleCounts> whole;
  private final boolean moreIsWorse;

  FigureKind(String text, Function<SampleCounts, LatencyCounts> durations, Statistic statistic) {
    this.text = text;
    this.durations = durations;
    this.statistic = statistic;
    this.part = null;
    this.whole = null;
    this.moreIsWorse = true;
  }

  FigureKind(
      String text,
      ToLongFunction<SampleCounts> part,
      ToLongFunction<SampleCounts> whole,
      boolean moreIsWorse) {
    this.text = text;
    this.durations = null;
    this.statistic = null;
    this.part = part;
    this.whole = whole;
    this.moreIsWorse = moreIsWorse;
  }

  String text() {
    return text;
  }

  String unit() {
    return isDuration() ? "ms" : isRate() ? "%" : "/s";
  }

  boolean isDuration() {
    return durations != null;
  }

  boolean isRate() {
    return !isDuration() && this != THROUGHPUT;
  }

  boolean moreIsWorse() {
    return moreIsWorse;
  }

  /** Fewer samples than this say nothing. */
  long fewest() {
    return statistic == Statistic.P95 ? FEWEST_FOR_P95 : FEWEST;
  }

  /**
   * How much more than the median this figure moves when requests wait longer for a core: of
   * exponential delays the 95th percentile is ln 20 / ln 2 medians.
   */
  double delayFactor() {
    return statistic == Statistic.P95 ? Math.log(20) / Math.log(2) : 1;
  }

  long samples(SampleCounts[] blocks) {
    long sum = 0;
    for (SampleCounts block : blocks) {
      sum += block == null ? 0 : samples(block);
    }
    return sum;
  }

  private long samples(SampleCounts block) {
    if (!isDuration()) {
      return whole.applyAsLong(block);
    }
    LatencyCounts counts = durations.apply(block);
    long sum = 0;
    for (int i = 0; i < counts.buckets(); i++) {
      sum += counts.count(i);
    }
    return sum;
  }

  /** How many blocks hold any sample. */
  int filled(SampleCounts[] blocks) {
    int filled = 0;
    for (SampleCounts block : blocks) {
      filled += block != null && samples(block) > 0 ? 1 : 0;
    }
    return filled;
  }

  /**
   * The figure; absent without a sample.
   *
   * @param weights how often each block counts
   * @param blockMillis length of a block
   */
  OptionalDouble value(SampleCounts[] blocks, int[] weights, long blockMillis) {
    return isDuration() ? duration(blocks, weights) : ratio(blocks, weights, blockMillis);
  }

  private OptionalDouble ratio(SampleCounts[] blocks, int[] weights, long blockMillis) {
    long parts = 0;
    long all = 0;
    int counted = 0;
    for (int i = 0; i < blocks.length; i++) {
      counted += weights[i];
      if (blocks[i] != null) {
        parts += weights[i] * part.applyAsLong(blocks[i]);
        all += weights[i] * whole.applyAsLong(blocks[i]);
      }
    }
    if (all == 0) {
      return OptionalDouble.empty();
    }
    return OptionalDouble.of(
        isRate() ? 100.0 * parts / all : parts * 1000.0 / (counted * blockMillis));
  }

  private OptionalDouble duration(SampleCounts[] blocks, int[] weights) {
    long[] sums = sums(blocks, weights);
    long all = 0;
    for (long sum : sums) {
      all += sum;
    }
    if (all == 0) {
      return OptionalDouble.empty();
    }
    return OptionalDouble.of(
        switch (statistic) {
          case TYPICAL -> typical(sums, all);
          case P50 -> percentile(sums, all, 0.50);
          case P95 -> percentile(sums, all, 0.95);
        });
  }

  private long[] sums(SampleCounts[] blocks, int[] weights) {
    int buckets = 0;
    for (SampleCounts block : blocks) {
      buckets = block == null ? buckets : Math.max(buckets, durations.apply(block).buckets());
    }
    long[] sums = new long[buckets];
    for (int i = 0; i < blocks.length; i++) {
      if (blocks[i] != null && weights[i] > 0) {
        LatencyCounts counts = durations.apply(blocks[i]);
        for (int bucket = 0; bucket < counts.buckets(); bucket++) {
          sums[bucket] += (long) weights[i] * counts.count(bucket);
        }
      }
    }
    return sums;
  }

  /** The geometric mean: one slow answer does not move it, many slightly slower ones do. */
  private static double typical(long[] sums, long all) {
    double logs = 0;
    for (int bucket = 0; bucket < sums.length; bucket++) {
      if (sums[bucket] > 0) {
        logs += sums[bucket] * Math.log(LatencyCounts.millis(bucket) + 1);
      }
    }
    return Math.exp(logs / all) - 1;
  }

  private static double percentile(long[] sums, long all, double part) {
    long rank = (long) Math.ceil(part * all);
    long seen = 0;
    for (int bucket = 0; bucket < sums.length; bucket++) {
      seen += sums[bucket];
      if (seen >= rank) {
        return LatencyCounts.millis(bucket);
      }
    }
    throw new IllegalStateException("rank " + rank + " of " + all);
  }
}
