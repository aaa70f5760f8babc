package dev.aiendpoint.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.aiendpoint.exchange.Outcome;
import dev.aiendpoint.json.InvalidFileException;
import dev.aiendpoint.sample.SampleColumn;
import dev.aiendpoint.stats.ArrivalCount;
import dev.aiendpoint.stats.LiveFacts;
import dev.aiendpoint.stats.RunRecorder;
import dev.aiendpoint.stats.TestSample;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Thresholds on arrivals, on times from their intended start, and on goodput. */
class LoadThresholdTest {

  private static final String GOODPUT =
      """
      { "plan": "p", "goodput": { "elapsed": "1 s", "ttft": "200 ms" },
        "thresholds": [ { "id": "g", "check": "rate(goodput) >= 80 %", "minSamples": 10 } ] }
      """;

  private RunRecorder recorder = new RunRecorder();

  private void arrivals(long planned, long dropped) {
    recorder.countArrivals(() -> List.of(new ArrivalCount("Users", planned, dropped, 4)));
  }

  private Evaluation live(Baseline baseline) {
    return BaselineEvaluator.evaluate(
        baseline, recorder.snapshot(), EvaluationContext.live(Map.of(), ""));
  }

  private Evaluation offline(Baseline baseline, Set<SampleColumn> columns) {
    return BaselineEvaluator.evaluate(
        baseline, recorder.snapshot(), EvaluationContext.offline(Map.of(), columns, ""));
  }

  private static Baseline errors() {
    return TestBaseline.of("'check': 'rate(errors) < 1 %', 'minSamples': 1");
  }

  @Test
  void shouldNeverPassSilentlyWhenArrivalsWereDropped() {
    TestSample.of("READ home").recordIn(recorder, 50);
    arrivals(80, 30);

    ThresholdResult implied = live(errors()).results().get(1);

    assertThat(implied.id()).isEqualTo("arrivals-dropped");
    assertThat(implied.verdict()).isEqualTo(VerdictWord.FAIL);
    assertThat(implied.observed()).hasValue(30);
    assertThat(implied.samples()).isEqualTo(80);
    assertThat(implied.message())
        .contains("30 of 80 arrivals of thread group 'Users' found none of its 4 users free");
  }

  @Test
  void shouldSayThatNoArrivalWasDropped() {
    TestSample.of("READ home").recordIn(recorder, 50);
    arrivals(50, 0);

    ThresholdResult implied = live(errors()).results().get(1);

    assertThat(implied.verdict()).isEqualTo(VerdictWord.PASS);
    assertThat(implied.samples()).isEqualTo(50);
  }

  @Test
  void shouldAskNothingOfArrivalsWhereThereAreNone() {
    TestSample.of("READ home").recordIn(recorder, 50);

    assertThat(live(errors()).results()).hasSize(1);
  }

  @ParameterizedTest(name = "{0} with {1} of 100 dropped")
  @CsvSource({
    "rate(arrivals.dropped) < 5 %, 4, PASS",
    "rate(arrivals.dropped) < 5 %, 5, FAIL",
    "count(arrivals.dropped) <= 3, 3, PASS",
    "count(arrivals.dropped) <= 3, 4, FAIL"
  })
  void shouldLetABaselineSayHowManyMayBeDropped(String check, long dropped, VerdictWord word) {
    TestSample.of("READ home").recordIn(recorder, 50);
    arrivals(100, dropped);

    List<ThresholdResult> results = live(TestBaseline.of("'check': '" + check + "'")).results();

    assertThat(results).hasSize(1);
    assertThat(results.get(0).verdict()).isEqualTo(word);
    assertThat(results.get(0).samples()).isEqualTo(100);
  }

  @ParameterizedTest(name = "when {0}: {1}")
  @CsvSource({"smoke.ai=on, t0", "smoke.ai=off, arrivals-dropped"})
  void shouldAskForNoneWhereTheBaselinesOwnThresholdIsLeftOut(String when, String id)
      throws Exception {
    TestSample.of("READ home").recordIn(recorder, 50);
    arrivals(100, 5);
    Baseline baseline =
        BaselineReader.read(
            "b.json",
            """
            {"plan": "p", "thresholds": [
              {"id": "t0", "check": "rate(arrivals.dropped) < 9 %", "when": "WHEN"}]}
            """
                .replace("WHEN", when));

    assertThat(live(baseline).results()).extracting(ThresholdResult::id).containsExactly(id);
  }

  @Test
  void shouldSayThatNoResultFileTellsOfTheArrivalsOfARun() {
    TestSample.of("READ home").recordIn(recorder, 50);
    EvaluationContext file =
        EvaluationContext.offline(Map.of(), EnumSet.allOf(SampleColumn.class), "");

    List<ThresholdResult> results =
        BaselineEvaluator.evaluate(errors(), recorder.snapshot(), file.withArrivals()).results();

    assertThat(results.get(1).id()).isEqualTo("arrivals-dropped");
    assertThat(results.get(1).verdict()).isEqualTo(VerdictWord.NOT_DECIDABLE);
    assertThat(results.get(1).message()).startsWith("no result file holds arrivals that came due");
  }

  @Test
  void shouldBeNoDataWhenARunWithoutArrivalsIsAskedForThem() {
    TestSample.of("READ home").recordIn(recorder, 50);

    for (String check : List.of("count(arrivals.dropped) == 0", "p95(from_intended) < 1 s")) {
      ThresholdResult result = live(TestBaseline.of("'check': '" + check + "'")).results().get(0);
      assertThat(result.verdict()).as(check).isEqualTo(VerdictWord.NO_DATA);
      assertThat(result.message()).as(check).contains("only phases of arrivals");
    }
  }

  @Test
  void shouldHoldTheTimeFromTheIntendedStartAgainstALimit() {
    LiveFacts late = LiveFacts.NONE.withFromIntended(OptionalDouble.of(2_100));
    for (int i = 0; i < 30; i++) {
      recorder.record(TestSample.of("READ home").elapsed(100).build(), late);
    }
    arrivals(30, 0);

    List<ThresholdResult> results =
        live(TestBaseline.of(
                "'check': 'p95(from_intended) < 1 s'", "'check': 'p95(elapsed) < 1 s'"))
            .results();

    assertThat(results.get(0).verdict()).isEqualTo(VerdictWord.FAIL);
    assertThat(results.get(0).observed()).hasValue(2_100);
    assertThat(results.get(1).verdict()).as("the raw figure").isEqualTo(VerdictWord.PASS);
  }

  @ParameterizedTest
  @CsvSource({
    "p95(from_intended) < 1 s",
    "max(from_intended) < 1 s",
    "count(arrivals.dropped) == 0"
  })
  void shouldSayThatNoResultFileDecidesIt(String check) {
    ThresholdResult result =
        offline(TestBaseline.of("'check': '" + check + "'"), EnumSet.allOf(SampleColumn.class))
            .results()
            .get(0);

    assertThat(result.verdict()).isEqualTo(VerdictWord.NOT_DECIDABLE);
    assertThat(result.message()).contains("only a live run can decide it");
  }

  @ParameterizedTest
  @CsvSource({"labels, AI*", "phases, peak", "operations, AI", "outcomes, SERVED", "cache, HIT"})
  void shouldRefuseArrivalsOfAPartOfTheSamples(String member, String value) {
    assertThat(
            catchThrowableOfType(
                InvalidFileException.class,
                () ->
                    BaselineReader.read(
                        "b.json",
                        "{\"plan\": \"p\", \"thresholds\": [{\"id\": \"a\", \"check\":"
                            + " \"rate(arrivals.dropped) < 1 %\", \""
                            + member
                            + "\": \""
                            + value
                            + "\"}]}")))
        .hasMessageContaining("must be absent, since arrivals are counted by thread group");
  }

  @ParameterizedTest(name = "{0} good of 10: {1}")
  @CsvSource({"8, PASS", "7, FAIL"})
  void shouldHoldGoodputAgainstItsLimit(int good, VerdictWord word) throws Exception {
    Baseline baseline = BaselineReader.read("b.json", GOODPUT);
    recordGoodput(baseline, good);

    ThresholdResult result = live(baseline).results().get(0);

    assertThat(result.verdict()).isEqualTo(word);
    assertThat(result.observed()).hasValue(10.0 * good);
    assertThat(result.samples()).as("failures are attempts too").isEqualTo(10);
  }

  private void recordGoodput(Baseline baseline, int good) {
    recorder = new RunRecorder(baseline.goodput());
    TestSample.of("AI chat").outcome(Outcome.GENERATED).ttft(150).recordIn(recorder, good);
    TestSample.of("AI chat").failed(Outcome.TIMEOUT, "", "").recordIn(recorder, 10 - good);
    TestSample.of("READ home").recordIn(recorder, 100);
  }

  @Test
  void shouldDecideGoodputFromAResultFileOnlyWithTheColumnsThatItsObjectivesNeed()
      throws Exception {
    Baseline baseline = BaselineReader.read("b.json", GOODPUT);
    recordGoodput(baseline, 9);
    Set<SampleColumn> withoutTtft = EnumSet.allOf(SampleColumn.class);
    withoutTtft.remove(SampleColumn.TTFT_MS);

    assertThat(offline(baseline, EnumSet.allOf(SampleColumn.class)).results().get(0).verdict())
        .isEqualTo(VerdictWord.PASS);
    assertThat(offline(baseline, withoutTtft).results().get(0).message())
        .isEqualTo("the result file lacks the column ai_ttft_ms");
  }

  @Test
  void shouldBeNoDataWhenNoAttemptHadAnObjective() throws Exception {
    Baseline baseline = BaselineReader.read("b.json", GOODPUT);
    recorder = new RunRecorder(baseline.goodput());
    TestSample.of("READ home").recordIn(recorder, 100);

    ThresholdResult result = live(baseline).results().get(0);

    assertThat(result.verdict()).isEqualTo(VerdictWord.NO_DATA);
    assertThat(result.message()).contains("no AI request in scope has an objective");
  }
}
