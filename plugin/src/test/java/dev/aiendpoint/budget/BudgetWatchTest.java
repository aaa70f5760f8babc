package dev.aiendpoint.budget;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiendpoint.exchange.Outcome;
import dev.aiendpoint.sample.Sample;
import dev.aiendpoint.stats.TestSample;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BudgetWatchTest {

  private final BudgetWatch watch = new BudgetWatch(new Budget(300, "KRW"));

  private static Sample costing(double cost) {
    return TestSample.of("AI chat").phase("peak").start(5000).elapsed(700).cost(cost).build();
  }

  @Test
  void shouldSayOnceThatTheBudgetIsReached() {
    assertThat(watch.record(costing(299.999999))).isFalse();
    assertThat(watch.reached()).isEmpty();

    assertThat(watch.record(costing(0.000001))).isTrue();
    assertThat(watch.record(costing(200))).isFalse();

    assertThat(watch.reached()).contains(new BudgetReached(300, 5700, "peak"));
    assertThat(watch.spent()).isEqualTo(500);
    assertThat(watch.priced()).isEqualTo(3);
  }

  @Test
  void shouldNotTakeAnUnknownCostForOne() {
    assertThat(watch.record(TestSample.of("AI chat").build())).isFalse();

    assertThat(watch.priced()).isZero();
    assertThat(watch.spent()).isZero();
  }

  @Test
  void shouldCountWhatControlAndFailedSamplesCost() {
    watch.record(TestSample.of("CONTROL warm-up").cost(100).build());
    boolean reached =
        watch.record(TestSample.of("AI chat").outcome(Outcome.STREAM_ERROR).cost(200).build());

    assertThat(reached).isTrue();
  }

  @Test
  void shouldAddExactlyWhenManyThreadsCount() {
    AtomicInteger said = new AtomicInteger();
    IntStream.range(0, 10_000)
        .parallel()
        .forEach(i -> said.addAndGet(watch.record(costing(0.1)) ? 1 : 0));

    assertThat(said).hasValue(1);
    assertThat(watch.spent()).isEqualTo(1000);
    assertThat(watch.reached().orElseThrow().spent()).isEqualTo(300);
  }
}
