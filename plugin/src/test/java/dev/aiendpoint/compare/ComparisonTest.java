package dev.aiendpoint.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.aiendpoint.exchange.CacheStatus;
import dev.aiendpoint.exchange.CircuitEvidence;
import dev.aiendpoint.exchange.Outcome;
import dev.aiendpoint.sample.Sample;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ComparisonTest {

  private static final int PAIRS = 50;

  @Test
  void shouldRaiseNoAlarmForARunComparedWithItself() {
    List<Sample> run = run(1, 600, 4_500);

    assertThat(compare(run, run)).extracting(Change::word).doesNotContain(Word.SLOWER, Word.WORSE);
    assertThat(word(compare(run, run), "AI", "typical elapsed")).isEqualTo(Word.SAME);
  }

  @Test
  void shouldSayUnknownAndNeverSameOfTooFewSamples() {
    List<Sample> few = run(1, 600, 20);

    assertThat(compare(few, few)).isNotEmpty().extracting(Change::word).containsOnly(Word.UNKNOWN);
  }

  @Test
  void shouldGiveTheSameResultForTheSameFiles() {
    assertThat(compare(run(1, 600, 2_000), run(2, 660, 2_000)))
        .isEqualTo(compare(run(1, 600, 2_000), run(2, 660, 2_000)));
  }

  /** A log-normal service, a machine that pauses, and another mood of the machine in each run. */
  @Test
  void shouldTellASlowdownFromNoiseInSimulatedRuns() {
    int falseAlarms = 0;
    int detected = 0;
    for (int pair = 0; pair < PAIRS; pair++) {
      List<Sample> before = run(3 * pair, 600, 4_500);
      falseAlarms += isAlarm(compare(before, run(3 * pair + 1, 600, 4_500))) ? 1 : 0;
      detected += isAlarm(compare(before, run(3 * pair + 2, 720, 4_500))) ? 1 : 0;
    }
    System.out.println(
        "compare, simulated: "
            + falseAlarms
            + " of "
            + PAIRS
            + " healthy pairs with an alarm, "
            + detected
            + " of "
            + PAIRS
            + " slowdowns by 20 % seen");
    assertThat(falseAlarms).isLessThanOrEqualTo(1);
    assertThat(detected).isGreaterThanOrEqualTo(49);
  }

  @Test
  void shouldTellAChangeOfAnOperationHoweverManyLabelsItHas() {
    List<Change> changes = compare(ofManyLabels(1), ofManyLabels(1.1));

    assertThat(word(changes, "AI", "typical elapsed")).isEqualTo(Word.SLOWER);
    assertThat(changes)
        .filteredOn(change -> change.series().contains(" "))
        .hasSizeGreaterThan(100)
        .extracting(Change::word)
        .as("each label alone is one of many, of which one may be slower by chance")
        .doesNotContain(Word.SLOWER);
  }

  @Test
  void shouldNotTakeMillisecondsOfWaitingForACoreForASlowdown() {
    List<Sample> calm = readsThatWait(1, 2);
    List<Sample> busy = readsThatWait(2, 6);
    List<Sample> slow = readsThatWait(3, 40);
    Noise alone = new Noise(5, 10, 2, 2, 0, 0.02);

    assertThat(word(compare(calm, busy, alone), "READ", "p95 elapsed")).isEqualTo(Word.SLOWER);
    assertThat(isAlarm(compare(calm, busy))).isFalse();
    assertThat(word(compare(calm, slow), "READ", "p95 elapsed")).isEqualTo(Word.SLOWER);
    assertThat(word(compare(calm, slow), "READ", "typical elapsed")).isEqualTo(Word.SLOWER);
  }

  private static List<Sample> readsThatWait(long seed, double meanMillis) {
    Random random = new Random(seed);
    List<Sample> run = new ArrayList<>();
    for (int i = 0; i < 2_000; i++) {
      long elapsed = Math.round(1 - meanMillis * Math.log(1 - random.nextDouble()));
      run.add(sample("READ home", 1_000_000 + i * 30L, elapsed, Outcome.SERVED));
    }
    return run;
  }

  /** The same answers, all of them slower by a factor. */
  private static List<Sample> ofManyLabels(double factor) {
    Random random = new Random(1);
    List<Sample> run = new ArrayList<>();
    for (int i = 0; i < 2_000; i++) {
      double elapsed = 600 * Math.exp(0.4 * random.nextGaussian()) * factor;
      run.add(sample("AI " + i % 40, 1_000_000 + i * 30L, Math.round(elapsed), Outcome.GENERATED));
    }
    return run;
  }

  @Test
  void shouldKnowStudentsDistribution() {
    // Tables of the t distribution.
    assertThat(StudentT.twoSided(2.228, 10)).isCloseTo(0.05, within(1e-4));
    assertThat(StudentT.twoSided(3.659, 29)).isCloseTo(0.001, within(1e-5));
    assertThat(StudentT.distance(0.05, 29)).isCloseTo(2.045, within(1e-3));
    assertThat(StudentT.distance(0.05, 1000)).isCloseTo(1.962, within(1e-3));
  }

  @Test
  void shouldKeepDurationsToOnePercent() {
    for (long millis : new long[] {0, 1, 3, 255, 256, 257, 600, 1023, 1024, 99_999}) {
      double kept = LatencyCounts.millis(LatencyCounts.bucket(millis));
      assertThat(kept).isCloseTo(millis, within(Math.max(0.001, 0.01 * millis)));
    }
  }

  private static boolean isAlarm(List<Change> changes) {
    return changes.stream().anyMatch(change -> change.word().isWorsening());
  }

  private static Word word(List<Change> changes, String series, String figure) {
    return changes.stream()
        .filter(change -> change.series().equals(series) && change.figure().equals(figure))
        .findFirst()
        .orElseThrow()
        .word();
  }

  private static List<Change> compare(List<Sample> before, List<Sample> after) {
    return compare(before, after, Noise.DEFAULT);
  }

  private static List<Change> compare(List<Sample> before, List<Sample> after, Noise noise) {
    RunSpan one = new RunSpan();
    before.forEach(one);
    RunSpan other = new RunSpan();
    after.forEach(other);
    long blockMillis = RunBlocks.blockMillis(one, other);
    RunBlocks from = new RunBlocks(one, blockMillis);
    before.forEach(from);
    RunBlocks to = new RunBlocks(other, blockMillis);
    after.forEach(to);
    return Comparison.of(from, to, noise);
  }

  /** A minute: one sample in three is generated, two are reads of 3 ms. */
  private static List<Sample> run(long seed, double median, int samples) {
    Random random = new Random(seed);
    double mood = Math.exp(0.01 * random.nextGaussian());
    double pause = 0;
    List<Sample> run = new ArrayList<>();
    for (int i = 0; i < samples; i++) {
      pause = random.nextInt(300) == 0 ? 80 : 0.9 * pause;
      boolean generated = i % 3 == 0;
      double elapsed = generated ? median * mood * Math.exp(0.4 * random.nextGaussian()) : 3 * mood;
      run.add(
          sample(
              generated ? "AI chat" : "READ home",
              1_000_000 + i * 60_000L / samples,
              Math.round(elapsed + pause),
              generated ? Outcome.GENERATED : Outcome.SERVED));
    }
    return run;
  }

  private static Sample sample(String label, long start, long elapsed, Outcome outcome) {
    return new Sample(
        label,
        start,
        elapsed,
        true,
        "200",
        "",
        1,
        "",
        outcome,
        CacheStatus.UNKNOWN,
        CircuitEvidence.ofColumn(""),
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        OptionalLong.empty(),
        OptionalLong.empty(),
        OptionalDouble.empty());
  }
}
