package dev.aiendpoint.budget;

import dev.aiendpoint.sample.Sample;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;

/**
 * Adds up what a run costs and says with which sample its budget is reached. Every sample counts
 * that tells a cost: also CONTROL samples and failed ones, since they are paid too. Any number of
 * threads may record; it costs one atomic addition a priced sample.
 */
public final class BudgetWatch {

  /** Costs are added as whole billionths: a sum of doubles would depend on the order. */
  private static final double UNITS = 1e9;

  private final Budget budget;
  private final long limit;
  private final AtomicLong spent = new AtomicLong();
  private final LongAdder priced = new LongAdder();
  private final AtomicReference<BudgetReached> reached = new AtomicReference<>();

  public BudgetWatch(Budget budget) {
    this.budget = budget;
    this.limit = Math.round(budget.amount() * UNITS);
  }

  /** Counts the sample; true for the one sample with which the budget is reached. */
  public boolean record(Sample sample) {
    if (sample.cost().isEmpty()) {
      return false;
    }
    priced.increment();
    long cost = Math.round(sample.cost().getAsDouble() * UNITS);
    long after = spent.addAndGet(cost);
    return after >= limit
        && after - cost < limit
        && reached.compareAndSet(
            null, new BudgetReached(after / UNITS, sample.endMillis(), sample.phase()));
  }

  public Budget budget() {
    return budget;
  }

  /** The cost so far, in the budget's currency. */
  public double spent() {
    return spent.get() / UNITS;
  }

  /** How many samples told their cost. */
  public long priced() {
    return priced.sum();
  }

  public Optional<BudgetReached> reached() {
    return Optional.ofNullable(reached.get());
  }
}
