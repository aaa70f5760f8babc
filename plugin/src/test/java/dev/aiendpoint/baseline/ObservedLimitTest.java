package dev.aiendpoint.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.aiendpoint.exchange.Outcome;
import dev.aiendpoint.json.InvalidFileException;
import dev.aiendpoint.stats.RunRecorder;
import dev.aiendpoint.stats.TestSample;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ObservedLimitTest {

  private static final String FIGURE =
      "'value': 100, 'unit': 'ms', 'n': 321, 'metric': 'p95(elapsed)', 'scope': 'all samples'";
  private static final String RUN =
      "'date': '2026-03-01T02:03:04Z', 'commit': '0123456789abcdef', 'target': 'http://there',"
          + " 'samples': 400, 'scales': { 'duration': 1, 'users': 1 }";

  @ParameterizedTest(name = "{0} at {1} ms is {2}: {3}")
  @CsvSource(
      delimiter = ';',
      value = {
        "p95(elapsed) <= observed + 10 %; 110; PASS; the limit itself is met",
        "p95(elapsed) <= observed + 10 %; 111; FAIL; past it",
        "p95(elapsed) <= observed; 101; FAIL; without a change",
        "p95(elapsed) < observed+10%; 110; FAIL; blanks do not matter, the sign does",
        "p95(elapsed) >= observed - 10 %; 90; PASS; at least",
        "p95(elapsed) >= observed - 10 %; 89; FAIL; below it",
        "p95(elapsed) < observed - 5 %; 96; FAIL; an improvement that must stay",
      })
  void shouldHoldAFigureAgainstThePromotedOne(
      String check, long elapsed, VerdictWord expected, String sentence) throws Exception {
    ThresholdResult result = evaluate("'check': '" + check + "'", FIGURE, elapsed, Map.of());

    assertThat(result.verdict()).as(sentence + ": " + result.message()).isEqualTo(expected);
  }

  @Test
  void shouldSayTheLimitAndWhereItComesFrom() throws Exception {
    ThresholdResult result =
        evaluate("'check': 'p95(elapsed) <= observed + 10 %'", FIGURE, 150, Map.of());

    String limit =
        "<= 110 ms (observed + 10 %, observed 100 ms, n = 321, promoted run of 2026-03-01, commit"
            + " 012345678)";
    assertThat(result.limit()).hasValue(110);
    assertThat(result.check()).isEqualTo("p95(elapsed) " + limit);
    assertThat(result.message()).isEqualTo("limit " + limit + ", observed 150 ms (n = 30)");
  }

  @Test
  void shouldTakePointsOfARate() throws Exception {
    String figure =
        "'value': 2, 'unit': '%', 'n': 321, 'metric': 'rate(errors)', 'scope': 'all samples'";
    RunRecorder recorder = new RunRecorder(0);
    TestSample.of("READ home").recordIn(recorder, 95);
    TestSample.of("READ home").failed(Outcome.SERVER_ERROR, "500", "x").recordIn(recorder, 5);

    ThresholdResult met = result("'check': 'rate(errors) <= observed + 3 pp'", figure, recorder);
    ThresholdResult missed = result("'check': 'rate(errors) < observed + 3 pp'", figure, recorder);

    assertThat(met.verdict()).isEqualTo(VerdictWord.PASS);
    assertThat(met.limit()).hasValue(5);
    assertThat(missed.verdict()).isEqualTo(VerdictWord.FAIL);
  }

  @ParameterizedTest(name = "{3}")
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "; p95(elapsed) <= observed + 10 %; 1; the baseline has no observed figures: promote an accepted run",
        "'value': 9, 'unit': 'ms', 'n': 3, 'metric': 'p50(elapsed)', 'scope': 'all samples'; p95(elapsed) <= observed + 10 %; 1; the promoted figure is p50(elapsed) of all samples, not p95(elapsed) of all samples",
        "'value': 9, 'unit': 'ms', 'n': 3, 'metric': 'p95(elapsed)', 'scope': 'phases peak'; p95(elapsed) <= observed + 10 %; 1; the promoted figure is p95(elapsed) of phases peak, not",
        "'value': 100, 'unit': 'ms', 'n': 3, 'metric': 'p95(elapsed)', 'scope': 'all samples'; p95(elapsed) <= observed + 10 %; 0.5; the promoted run is of duration.scale 1 and users.scale 1, this one of duration.scale 1 and users.scale 0.5, another load",
        "'value': 98, 'unit': '%', 'n': 3, 'metric': 'rate(errors)', 'scope': 'all samples'; rate(errors) <= observed + 5 pp; 1; the promoted figure 98 % does not make a limit that can be missed, this one always holds",
        "'value': 0, 'unit': 'ms', 'n': 3, 'metric': 'p95(elapsed)', 'scope': 'all samples'; p95(elapsed) < observed + 10 %; 1; the promoted figure 0 ms does not make a limit that can be met",
      })
  void shouldBeNoDataWithoutAFigureToCompareWith(
      String figure, String check, String users, String message) throws Exception {
    ThresholdResult result =
        evaluate("'check': '" + check + "'", figure, 1, Map.of("users.scale", users));

    assertThat(result.verdict()).isEqualTo(VerdictWord.NO_DATA);
    assertThat(result.message()).startsWith("no limit, observed ").contains(message);
    assertThat(result.limit()).isEmpty();
  }

  @Test
  void shouldNotStopATestForALimitThatIsUnknown() throws Exception {
    RunRecorder recorder = recorder(9_000);
    String threshold = "'check': 'p95(elapsed) <= observed + 10 %', 'abort': true";

    assertThat(new AbortWatch(baseline(threshold, null), context(Map.of())).isNeeded()).isFalse();
    AbortWatch watch = new AbortWatch(baseline(threshold, FIGURE), context(Map.of()));
    assertThat(watch.observe(recorder.snapshot(), 0)).isEmpty();
    assertThat(watch.observe(recorder.snapshot(), 31_000_000_000L).orElseThrow())
        .contains("p95(elapsed) <= 110 ms (observed + 10 %");
  }

  @ParameterizedTest(name = "{0}: {2}")
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "'check': 'p95(elapsed) == observed'; 68; must have an order before 'observed'; supported: <, <=, >, >=",
        "'check': 'p95(elapsed) <= observed + 10'; 84; must have a change in percent of the observed figure: % after 10",
        "'check': 'p95(elapsed) <= observed + 10 pp'; 85; must have a change in percent of the observed figure: % after 10, not 'pp'",
        "'check': 'rate(errors) <= observed + 1 %'; 84; must have a change in percentage points: pp after 1, not '%'",
        "'check': 'p95(elapsed) >= observed - 100 %'; 71; must have a limit above 0",
        "'check': 'p95(elapsed) <= observed * 2'; 80; must end before '* 2'",
        "'check': 'p95(elapsed) < 5 s', 'target': '< observed'; 89; must be a value: only the limit of a check can be relative",
        "'check': 'p95(elapsed) < observed', 'target': '< 3 s'; 91; absent where the limit is relative to the promoted run",
        "'check': 'max(elapsed) > observed', 'abort': true; 90; the figure only grows",
        "'check': 'max(users) >= observed', 'scale': 'users'; 89; absent where the limit is no <",
      })
  void shouldRefuseWhatMeansNothing(String threshold, int column, String message) {
    InvalidFileException e =
        catchThrowableOfType(InvalidFileException.class, () -> read(threshold, FIGURE));

    assertThat(e).as("nothing wrong in " + threshold).isNotNull();
    assertThat(e.problems()).hasSize(1);
    assertThat(e.getMessage()).contains(message);
    assertThat(e.problems().get(0).column()).isEqualTo(column);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "'date': 'yesterday'; date was 'yesterday' but must be when the run ended",
        "'samples': 0; samples was '0' but must be a whole number from 1",
        "'samples': 1.5; samples was '1.5' but must be a whole number from 1",
        "'scales': 1; scales was '1' but must be an object",
        "'scales': { 'duration': 0, 'users': 1 }; duration was '0' but must be a number above 0",
        "'scales': { 'duration': 1 }; member 'users' is missing",
        "'figures': { 't1': 3 }; t1 was '3' but must be an object with a figure",
        "'figures': { 't1': { 'value': -1, 'unit': 'ms', 'n': 1, 'metric': 'm', 'scope': 's' } }; value was '-1' but must be a number that is not negative",
        "'figures': { 't1': { 'value': 1, 'unit': 's', 'n': 1, 'metric': 'm', 'scope': 's' } }; unit was 's' but must be the unit of the figure; supported: ms, %, /s",
        "'figures': { 't1': { 'value': 1, 'unit': 'ms', 'n': 0, 'metric': 'm', 'scope': 's' } }; n was '0' but must be a whole number from 1",
        "'dat': 1; member 'dat' is not known (did you mean 'date'?)",
      })
  void shouldNameWhatIsWrongWithThePromotedRun(String member, String message) {
    String name = member.substring(0, member.indexOf(':'));
    String run = RUN + ", 'figures': {}";
    String text =
        run.contains(name + ":")
            ? run.replaceFirst(name + ": ('[^']*'|\\d+|\\{[^}]*})", member)
            : run + ", " + member;
    InvalidFileException e =
        catchThrowableOfType(
            InvalidFileException.class,
            () ->
                BaselineReader.read(
                    "b.json",
                    ("{ 'plan': 'p', 'thresholds': [ { 'id': 't1', 'check': 'rate(errors) < 1 %' }"
                            + " ], 'observed': { "
                            + text
                            + " } }")
                        .replace('\'', '"')));

    assertThat(e).as("nothing wrong in " + text).isNotNull();
    assertThat(e.getMessage()).contains(message);
  }

  private static ThresholdResult evaluate(
      String threshold, String figure, long elapsed, Map<String, String> settings)
      throws InvalidFileException {
    return BaselineEvaluator.evaluate(
            baseline(threshold, figure), recorder(elapsed).snapshot(), context(settings))
        .results()
        .get(0);
  }

  private static ThresholdResult result(String threshold, String figure, RunRecorder recorder)
      throws InvalidFileException {
    return BaselineEvaluator.evaluate(
            baseline(threshold, figure), recorder.snapshot(), context(Map.of()))
        .results()
        .get(0);
  }

  private static RunRecorder recorder(long elapsed) {
    RunRecorder recorder = new RunRecorder(0);
    TestSample.of("READ home").elapsed(elapsed).recordIn(recorder, 30);
    return recorder;
  }

  private static EvaluationContext context(Map<String, String> settings) {
    return EvaluationContext.live(settings, "here");
  }

  private static Baseline baseline(String threshold, String figure) throws InvalidFileException {
    return read(threshold, figure);
  }

  private static Baseline read(String threshold, String figure) throws InvalidFileException {
    String observed =
        figure == null
            ? ""
            : ", 'observed': { " + RUN + ", 'figures': { 't1': { " + figure + " } } }";
    return BaselineReader.read(
        "b.json",
        ("{ 'plan': 'p', 'thresholds': [{ 'id': 't1', " + threshold + " }]" + observed + " }")
            .replace('\'', '"'));
  }
}
