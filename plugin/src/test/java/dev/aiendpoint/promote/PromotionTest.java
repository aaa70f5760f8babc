package dev.aiendpoint.promote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.aiendpoint.baseline.Baseline;
import dev.aiendpoint.baseline.BaselineReader;
import dev.aiendpoint.baseline.ObservedFigure;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PromotionTest {

  private static final String BASELINE =
      """
      {
         "plan":"p",  "description": "two   blanks, \\u00e9",
         "thresholds": [ {"id":"fast", "check":  "p95(elapsed) <  5 s ", "target": "< 100 ms"},
           { "id": "hits", "check": "rate(cache=HIT) > 30 %", "labels": "AI*" },
           { "id": "users", "check": "max(users) >= 150", "scale": "users" },
           { "id": "relative", "check": "p50(elapsed) <= observed + 10 %" },
           { "id": "sometimes", "check": "count(samples) >= 50", "when": "smoke.ai=on" } ]
      }
      """;

  private static final String RESULTS =
      "{ 'id': 'fast', 'check': 'p95(elapsed) <  5 s ', 'scope': 'all samples', 'observed': 123.45,"
          + " 'unit': 'ms', 'samples': 100, 'verdict': 'PASS' },"
          + " { 'id': 'hits', 'check': 'rate(cache=HIT) > 30 %', 'scope': 'labels AI*', 'observed':"
          + " 80, 'unit': '%', 'samples': 90, 'verdict': 'PASS' },"
          + " { 'id': 'users', 'check': 'max(users) >= 75 (150 at users.scale 0.5)', 'scope':"
          + " 'all samples', 'observed': 75, 'unit': '', 'samples': 100, 'verdict': 'PASS' },"
          + " { 'id': 'relative', 'check': 'p50(elapsed) <= 40 ms (observed + 10 %, …)', 'scope':"
          + " 'all samples', 'observed': 38, 'unit': 'ms', 'samples': 19, 'verdict': 'NO_DATA' }";

  private static final String VERDICT =
      "{ 'schema': 1, 'plan': 'p', 'verdict': 'PASS', 'target': 'http://a \\\"b\\\"', 'endedAt':"
          + " '2026-03-01T02:03:04.5Z', 'scales': { 'duration': 1, 'users': 0.5 }, 'samples': 200,"
          + " 'thresholds': [ "
          + RESULTS
          + " ] }";

  @Test
  void shouldAddTheFiguresAndTouchNothingElse() throws Exception {
    String text = promote(BASELINE, VERDICT, false, false).text();

    int end = BASELINE.lastIndexOf("\n}");
    assertThat(text).startsWith(BASELINE.substring(0, end)).endsWith("\n}\n");
    assertThat(text.substring(end))
        .isEqualTo(
            """
            ,
               "observed": {
                  "date": "2026-03-01T02:03:04.500Z",
                  "commit": "0123abc",
                  "target": "http://a \\"b\\"",
                  "samples": 200,
                  "scales": { "duration": 1, "users": 0.5 },
                  "figures": {
                     "fast": { "value": 123.45, "unit": "ms", "n": 100, "metric": "p95(elapsed)", "scope": "all samples" },
                     "hits": { "value": 80, "unit": "%", "n": 90, "metric": "rate(cache=HIT)", "scope": "labels AI*" },
                     "users": { "value": 75, "unit": "", "n": 100, "metric": "max(users)", "scope": "all samples" }
                  }
               }
            }
            """);
    Baseline baseline = BaselineReader.read("b", text);
    assertThat(baseline.observed().orElseThrow().figures().get("fast"))
        .isEqualTo(new ObservedFigure(123.45, "ms", 100, "p95(elapsed)", "all samples"));
    assertThat(baseline.observed().orElseThrow().commit()).contains("0123abc");
  }

  @Test
  void shouldTakeAShortenedRunOfALimitThatGoesByItsLength() throws Exception {
    String baseline =
        "{ \"plan\": \"p\", \"thresholds\": [ { \"id\": \"open\", \"scale\": \"duration\","
            + " \"check\": \"min(circuit.open) >= 30 s\" } ] }";
    String verdict =
        VERDICT
            .replace("'duration': 1, 'users': 0.5", "'duration': 0.5, 'users': 1")
            .replace(
                RESULTS,
                "{ 'id': 'open', 'check': 'min(circuit.open) >= 15 s (30 s at duration.scale 0.5)',"
                    + " 'scope': 'all samples', 'observed': 15100, 'unit': 'ms', 'samples': 60,"
                    + " 'verdict': 'PASS' }");

    assertThat(promote(baseline, verdict, false, false).observed().figures()).containsKey("open");
  }

  @Test
  void shouldReplaceAnEarlierPromotionInItsPlace() throws Exception {
    String first = promote(BASELINE, VERDICT, false, false).text();
    String moved =
        first.replace("\"plan\":\"p\",  ", "").replace("\n}\n", ",\n   \"plan\":\"p\"}\n");

    String second = promote(moved, VERDICT.replace("123.45", "99"), false, false).text();

    assertThat(second).isEqualTo(moved.replace("123.45", "99"));
  }

  @ParameterizedTest
  @CsvSource({"'\r\n'", "' '"})
  void shouldKeepLineEndsAndSingleLines(String between) throws Exception {
    String file = BASELINE.strip().replace("\n", between);

    String text = promote(file, VERDICT, false, false).text();

    assertThat(text).startsWith(file.substring(0, file.length() - 1).stripTrailing() + ",");
    assertThat(text.replace("\r\n", "").contains("\n")).isFalse();
    assertThat(text.contains("\n")).isEqualTo(between.contains("\n"));
    assertThat(BaselineReader.read("b", text).observed()).isPresent();
  }

  @ParameterizedTest(name = "{2}")
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "'verdict': 'PASS', 'target'; 'verdict': 'FAIL', 'target'; the run's verdict is FAIL",
        "'verdict': 'PASS', 'target'; 'verdict': 'NO_DATA', 'target'; the run's verdict is NO_DATA",
        "'plan': 'p'; 'plan': 'q'; the run is of the plan 'q', b.json of 'p'",
        "'scales'; 'other'; the run does not tell its duration.scale and users.scale",
        "'scope': 'labels AI*'; 'scope': 'all samples'; the run was held against 'hits' of all"
            + " samples, which is now of labels AI*",
        "> 30 %; > 20 %; the run was held against 'hits': rate(cache=HIT) > 20 %, which is now"
            + " rate(cache=HIT) > 30 %",
        "'users': 0.5; 'users': 0.2; the run was held against 'users': max(users) >= 75 (150 at"
            + " users.scale 0.5), which is now max(users) >= 30 (150 at users.scale 0.2)",
        "p50(elapsed) <=; p50(elapsed) <; the run was held against 'relative'",
        "'id': 'fast'; 'id': 'slow'; the run was not held against the threshold 'fast'",
        "'schema': 1; 'schema': 2; v.json: schema was '2' but must be one of a verdict: 1",
        "'endedAt': '2; 'endedAt': 'x2; v.json: endedAt was 'x2026",
        "'observed'; 'unknown'; the run has no figure to promote",
      })
  void shouldRefuse(String old, String changed, String message) {
    assertThat(refusal(VERDICT.replace(old, changed), false)).contains(message);
  }

  @Test
  void shouldRefuseWhatIsNoVerdict() {
    assertThat(refusal("{ 'schema': 1", false)).contains("v.json: is not a JSON object");
  }

  @Test
  void shouldTakeAFailedRunByForceAndNothingElse() throws Exception {
    String failed = VERDICT.replace("'verdict': 'PASS', 'target'", "'verdict': 'FAIL', 'target'");

    assertThat(promote(BASELINE, failed, true, false).observed().figures()).hasSize(3);
    assertThat(refusal(failed.replace("> 30 %", "> 20 %"), true)).contains("which is now");
  }

  @Test
  void shouldNotTightenByAShortenedRun() {
    PromotionRefusedException e =
        catchThrowableOfType(
            PromotionRefusedException.class, () -> promote(BASELINE, VERDICT, false, true));

    assertThat(e).hasMessageContaining("at duration.scale 1 and users.scale 1");
  }

  @Test
  void shouldTightenByTheRuleAndPrintOldAndNew() throws Exception {
    String full =
        VERDICT.replace("'users': 0.5", "'users': 1").replace("75 (150 at users.scale 0.5)", "150");

    Promotion promotion = promote(BASELINE, full, false, true);

    assertThat(promotion.changes())
        .containsExactly(
            "fast  <  5 s -> < 160 ms  (observed 123 ms, n = 100)",
            "hits  > 30 % -> > 60 %  (observed 80 %, n = 90)");
    assertThat(promotion.text())
        .startsWith(
            BASELINE
                .substring(0, BASELINE.lastIndexOf("\n}"))
                .replace("\"p95(elapsed) <  5 s \"", "\"p95(elapsed) < 160 ms \"")
                .replace("> 30 %", "> 60 %"));
  }

  @ParameterizedTest(name = "{0}, observed {2}: {3}")
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "p95(elapsed) < 5 s; ; 1234; < 1.6 s",
        "p95(elapsed) < 5 s; < 3 s; 1234; < 3 s",
        "p95(elapsed) < 5 s; <= 3 s; 1234; ",
        "p95(elapsed) < 5 s; ; 3; < 23 ms",
        "p95(elapsed) < 5 s; ; 4900; ",
        "p95(elapsed) < 5 s; ; 0; ",
        "p95(elapsed) > 1 s; ; 3000; ",
        "rate(errors) < 5 %; ; 0.1; < 2.1 %",
        "rate(errors) < 1 %; ; 0.1; ",
        "rate(errors) < 1 %; ; 0; ",
        "rate(success) > 90 %; ; 99.9; ",
        "throughput >= 10 /s; ; 50; >= 37 /s",
        "throughput < 100 /s; ; 50; ",
        "count(errors) < 100; ; 3; ",
        "share(AI) > 20 %; ; 30; ",
        "max(users) >= 100; ; 150; ",
        "p95(elapsed) between 1 s and 5 s; ; 2000; ",
        "p95(elapsed) <= observed + 10 %; ; 2000; ",
        "max(circuit.open) < 60 s; ; 30000; ",
      })
  void shouldTightenOnlyWhatIsAboutTheService(
      String check, String target, double observed, String limit) throws Exception {
    Baseline baseline =
        BaselineReader.read(
            "b",
            ("{ 'plan': 'p', 'thresholds': [ { 'id': 't', 'check': '"
                    + check
                    + (target == null ? "" : "', 'target': '" + target)
                    + "' } ] }")
                .replace('\'', '"'));

    assertThat(TighterLimit.of(baseline.thresholds().get(0), observed))
        .isEqualTo(Optional.ofNullable(limit));
  }

  private static String refusal(String verdict, boolean force) {
    PromotionRefusedException e =
        catchThrowableOfType(
            PromotionRefusedException.class, () -> promote(BASELINE, verdict, force, false));
    assertThat(e).as("not refused").isNotNull();
    return e.getMessage();
  }

  private static Promotion promote(String file, String verdict, boolean force, boolean tighten)
      throws Exception {
    FinishedRun run = FinishedRunReader.read("v.json", verdict.replace('\'', '"'));
    return Promotion.of("b.json", file, run, Optional.of("0123abc"), force, tighten);
  }
}
