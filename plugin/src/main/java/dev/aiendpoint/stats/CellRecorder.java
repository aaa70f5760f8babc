package dev.aiendpoint.stats;

import dev.aiendpoint.exchange.CacheStatus;
import dev.aiendpoint.exchange.Outcome;
import dev.aiendpoint.sample.Sample;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import org.HdrHistogram.Histogram;

/**
 * The samples that share label, phase, outcome and cache status. Wait-free for as many threads as
 * the {@link Recording} allows.
 */
final class CellRecorder {

  /** Costs are added as whole billionths: a sum of doubles would depend on the order. */
  static final double COST_UNITS = 1e9;

  private final Outcome outcome;
  private final CacheStatus cache;
  private final LongAdder samples = new LongAdder();
  private final DurationRecorders durations;
  private final TokenEvidenceRecorder tokens;
  private final LongAdder attempts = new LongAdder();
  private final LongAdder good = new LongAdder();
  private final LongAdder tokensIn = new LongAdder();
  private final LongAdder tokensInKnown = new LongAdder();
  private final LongAdder tokensOut = new LongAdder();
  private final LongAdder tokensOutKnown = new LongAdder();
  private final LongAdder cost = new LongAdder();
  private final LongAdder costKnown = new LongAdder();
  private final AtomicReference<PeakUsers> users = new AtomicReference<>(PeakUsers.NONE);
  private final LowMark firstStart = new LowMark();
  private final HighMark lastStart = new HighMark(Long.MIN_VALUE);
  private final HighMark lastEnd = new HighMark(Long.MIN_VALUE);

  CellRecorder(Outcome outcome, CacheStatus cache, Recording recording) {
    this.outcome = outcome;
    this.cache = cache;
    this.durations = new DurationRecorders(recording);
    this.tokens = new TokenEvidenceRecorder(outcome, cache);
  }

  /**
   * @param isGood whether it met every objective of its own; null when it has none
   */
  void record(Sample sample, LiveFacts facts, Boolean isGood) {
    durations.record(TimingMetric.ELAPSED, sample.elapsedMillis());
    if (sample.ttftMillis().isPresent()) {
      durations.record(TimingMetric.TTFT, sample.ttftMillis().getAsDouble());
    }
    if (sample.tpotMillis().isPresent()) {
      durations.record(TimingMetric.TPOT, sample.tpotMillis().getAsDouble());
    }
    if (sample.iclMaxMillis().isPresent()) {
      durations.record(TimingMetric.ICL_MAX, sample.iclMaxMillis().getAsDouble());
    }
    for (long gap : facts.gapsNanos()) {
      durations.record(TimingMetric.ICL, gap / 1e6);
    }
    if (facts.fromIntendedMillis().isPresent()) {
      durations.record(TimingMetric.FROM_INTENDED, facts.fromIntendedMillis().getAsDouble());
    }
    tokens.record(sample, facts);
    if (isGood != null) {
      attempts.increment();
      if (isGood) {
        good.increment();
      }
    }
    if (sample.tokensIn().isPresent()) {
      tokensIn.add(sample.tokensIn().getAsLong());
      tokensInKnown.increment();
    }
    if (sample.tokensOut().isPresent()) {
      tokensOut.add(sample.tokensOut().getAsLong());
      tokensOutKnown.increment();
    }
    if (sample.cost().isPresent()) {
      cost.add(Math.round(sample.cost().getAsDouble() * COST_UNITS));
      costKnown.increment();
    }
    firstStart.lower(sample.startMillis());
    lastStart.raise(sample.startMillis());
    lastEnd.raise(sample.endMillis());
    readUsers(sample);
    // Last, so that a snapshot never counts a sample whose figures are still to come.
    samples.increment();
  }

  /** Only a new most makes a new object. */
  private void readUsers(Sample sample) {
    PeakUsers before;
    PeakUsers after;
    do {
      before = users.get();
      after = before.with(sample.endMillis(), sample.allThreads(), lastStart.get());
    } while (after != before && !users.compareAndSet(before, after));
  }

  FrozenCell freeze(Histogram scratch) {
    return new FrozenCell(
        outcome,
        cache,
        samples.sum(),
        durations.freeze(scratch),
        new FrozenSum(tokensIn.sum(), tokensInKnown.sum()),
        new FrozenSum(tokensOut.sum(), tokensOutKnown.sum()),
        new FrozenSum(cost.sum(), costKnown.sum()),
        new FrozenSum(good.sum(), attempts.sum()),
        tokens.freeze(),
        users.get(),
        firstStart.get(),
        lastStart.get(),
        lastEnd.get());
  }

  long footprintBytes() {
    return durations.footprintBytes();
  }
}
