package dev.aiendpoint.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.aiendpoint.exchange.CacheStatus;
import dev.aiendpoint.exchange.Outcome;
import dev.aiendpoint.sample.OperationClass;
import dev.aiendpoint.stats.RunRecorder;
import dev.aiendpoint.stats.TestSample;
import org.junit.jupiter.api.Test;

class CacheReportTest {

  private final RunRecorder run = new RunRecorder();

  private CacheReport report() {
    return CacheReport.of(run.snapshot());
  }

  private static TestSample hit(String label, long elapsed) {
    return TestSample.of(label).outcome(Outcome.CACHED).cache(CacheStatus.HIT).elapsed(elapsed);
  }

  private static TestSample miss(String label, long elapsed) {
    return TestSample.of(label).outcome(Outcome.GENERATED).cache(CacheStatus.MISS).elapsed(elapsed);
  }

  @Test
  void shouldKnowNothingOfAnEmptyRun() {
    CacheReport report = report();

    assertThat(report.total().isTold()).isFalse();
    assertThat(report.total().hitRate()).isEmpty();
    assertThat(report.total().hit()).isEqualTo(report.total().miss());
    assertThat(report.total().hit().p95()).isEmpty();
    assertThat(report.saved().millis()).isEmpty();
    assertThat(report.saved().cost()).isEmpty();
    assertThat(report.labels()).isEmpty();
    assertThat(report.phases()).isEmpty();
  }

  @Test
  void shouldCountByLabelAndPhaseAndLeaveOutWhatTellsNothing() {
    hit("AI explanation", 10).phase("normal").recordIn(run, 3);
    miss("AI explanation", 2000).phase("warm-up").start(500).recordIn(run, 2);
    TestSample.of("AI chat").cache(CacheStatus.BYPASS).phase("normal").recordIn(run, 4);
    TestSample.of("READ health").phase("quiet").recordIn(run, 5);
    miss("CONTROL matches", 10).phase("normal").recordIn(run, 9);

    CacheReport report = report();

    assertThat(report.total().hits()).isEqualTo(3);
    assertThat(report.total().misses()).isEqualTo(2);
    assertThat(report.total().bypasses()).isEqualTo(4);
    assertThat(report.total().unknown()).isEqualTo(5);
    assertThat(report.total().hitRate()).hasValue(0.6);
    assertThat(report.labels())
        .extracting(CacheReport.OfLabel::label)
        .containsExactly("AI explanation", "AI chat");
    CacheReport.OfLabel explanation = report.labels().get(0);
    assertThat(explanation.phases())
        .extracting(CacheReport.OfPhase::phase)
        .containsExactly("normal", "warm-up");
    assertThat(explanation.phases().get(1).figures().misses()).isEqualTo(2);
    assertThat(explanation.phases().get(1).figures().hitRate()).hasValue(0);
    assertThat(report.labels().get(1).figures().hitRate()).isEmpty();
    assertThat(report.phases())
        .extracting(CacheReport.OfPhase::phase)
        .containsExactly("normal", "warm-up");
    assertThat(report.phases().get(1).firstStartMillis()).hasValue(500);
    assertThat(report.overTime()).containsOnlyKeys(OperationClass.AI);
  }

  @Test
  void shouldPutLatenciesOfHitsAndMissesSideBySide() {
    hit("AI explanation", 10).recordIn(run, 9);
    hit("AI explanation", 50).recordIn(run, 1);
    miss("AI explanation", 2000).recordIn(run, 4);

    CacheFigures figures = report().labels().get(0).figures();

    assertThat(figures.hit().n()).isEqualTo(10);
    assertThat(figures.hit().p50()).hasValue(10);
    assertThat(figures.hit().p95()).hasValue(50);
    assertThat(figures.miss().n()).isEqualTo(4);
    assertThat(figures.miss().p50()).hasValue(2000);
  }

  @Test
  void shouldMultiplyHitsWithWhatAMissTakesAndCosts() {
    hit("AI explanation", 10).cost(0).recordIn(run, 30);
    miss("AI explanation", 2000).cost(210).recordIn(run, 1);
    miss("AI explanation", 1000).cost(190).recordIn(run, 1);

    CacheSaving saved = report().saved();

    assertThat(saved.millis()).hasValue(30 * (1500 - 10));
    assertThat(saved.hitsTimed()).isEqualTo(30);
    assertThat(saved.cost()).hasValue(30 * 200);
    assertThat(saved.hitsPriced()).isEqualTo(30);
  }

  @Test
  void shouldTakeOffWhatHitsCostThemselves() {
    hit("AI explanation", 10).cost(2).recordIn(run, 5);
    miss("AI explanation", 2000).cost(100).recordIn(run, 1);

    assertThat(report().saved().cost().getAsDouble()).isEqualTo(490, within(1e-6));
  }

  @Test
  void shouldCompareOnlyWithinALabel() {
    hit("READ matches", 10).recordIn(run, 100);
    miss("READ matches", 30).recordIn(run, 1);
    hit("AI explanation", 20).recordIn(run, 1);
    miss("AI explanation", 4020).recordIn(run, 10);

    assertThat(report().saved().millis()).hasValue(100 * 20 + 4000);
  }

  @Test
  void shouldNotGuessWhatAMissWouldHaveTakenWhenThereWasNone() {
    hit("AI explanation", 10).cost(0).recordIn(run, 30);
    hit("READ matches", 10).recordIn(run, 4);
    miss("READ matches", 15).recordIn(run, 1);

    CacheReport report = report();

    assertThat(report.labels().get(0).saved().millis()).isEmpty();
    assertThat(report.labels().get(0).saved().cost()).isEmpty();
    assertThat(report.saved().millis()).hasValue(20);
    assertThat(report.saved().hitsTimed()).isEqualTo(4);
    assertThat(report.saved().cost()).isEmpty();
  }

  @Test
  void shouldNotTakeAFallbackForACheapAndFastMiss() {
    hit("AI explanation", 10).cost(0).recordIn(run, 10);
    miss("AI explanation", 2010).cost(200).recordIn(run, 1);
    TestSample.of("AI explanation")
        .outcome(Outcome.FALLBACK)
        .cache(CacheStatus.MISS)
        .elapsed(2)
        .cost(0)
        .recordIn(run, 9);

    CacheReport report = report();

    assertThat(report.total().misses()).isEqualTo(10);
    assertThat(report.total().miss().n()).isEqualTo(1);
    assertThat(report.saved().millis()).hasValue(20_000);
    assertThat(report.saved().cost()).hasValue(2000);
  }

  @Test
  void shouldSayWhenHitsAreSlowerThanMisses() {
    hit("READ matches", 30).recordIn(run, 2);
    miss("READ matches", 20).recordIn(run, 2);

    assertThat(report().saved().millis()).hasValue(-20);
  }
}
