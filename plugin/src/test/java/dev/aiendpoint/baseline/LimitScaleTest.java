package dev.aiendpoint.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.aiendpoint.json.InvalidFileException;
import dev.aiendpoint.stats.RunRecorder;
import dev.aiendpoint.stats.TestSample;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LimitScaleTest {

  @ParameterizedTest(name = "{4}")
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "150; 0.2; 30; PASS; the limit shrinks with the users",
        "150; 0.2; 29; FAIL; and is still a limit",
        "150; 0.33; 49; PASS; no part of a user is asked for",
        "150; 2; 299; FAIL; it grows too",
        "150; 1; 149; FAIL; the whole limit at scale 1",
      })
  void shouldScaleTheLimitOnUsers(
      int limit, String scale, int users, VerdictWord expected, String sentence) throws Exception {
    ThresholdResult result =
        evaluate("'check': 'max(users) >= " + limit + "', 'scale': 'users'", scale, users);

    assertThat(result.verdict()).as(sentence).isEqualTo(expected);
  }

  @Test
  void shouldShowWhatTheLimitWasMadeFrom() throws Exception {
    ThresholdResult result =
        evaluate("'check': 'max(users) >= 150', 'target': '>= 200', 'scale': 'users'", "0.2", 35);

    assertThat(result.verdict()).isEqualTo(VerdictWord.WARN);
    assertThat(result.check()).isEqualTo("max(users) >= 30 (150 at users.scale 0.2)");
    assertThat(result.message())
        .startsWith(
            "limit >= 30 (150 at users.scale 0.2) met, target >= 40 (200 at users.scale 0.2)"
                + " missed, observed 35");
  }

  @Test
  void shouldLeaveALimitAloneThatSaysNothing() throws Exception {
    assertThat(evaluate("'check': 'max(users) >= 150'", "0.2", 30).verdict())
        .isEqualTo(VerdictWord.FAIL);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "'check': 'max(users) >= 150', 'scale': 'user'; supported: users",
        "'check': 'p95(elapsed) < 5 s', 'scale': 'users'; other figures do not grow",
        "'check': 'rate(errors) < 5 %', 'scale': 'users'; other figures do not grow",
        "'check': 'max(users) == 150', 'scale': 'users'; no <, <=, > or >=",
        "'check': 'max(users) between 1 and 150', 'scale': 'users'; no <, <=, > or >=",
      })
  void shouldRefuseAScaleThatMakesNoSense(String members, String words) {
    InvalidFileException e =
        catchThrowableOfType(InvalidFileException.class, () -> baseline(members));

    assertThat(e).hasMessageContaining("scale was '").hasMessageContaining(words);
  }

  private static ThresholdResult evaluate(String members, String scale, int users)
      throws Exception {
    RunRecorder recorder = new RunRecorder(0);
    TestSample.of("READ home").users(users).recordIn(recorder, 30);
    return BaselineEvaluator.evaluate(
            baseline(members),
            recorder.snapshot(),
            EvaluationContext.live(Map.of("users.scale", scale), ""))
        .results()
        .get(0);
  }

  private static Baseline baseline(String members) throws InvalidFileException {
    return BaselineReader.read(
        "b.json",
        ("{'plan': 'p', 'thresholds': [{'id': 'a', " + members + "}]}").replace('\'', '"'));
  }
}
