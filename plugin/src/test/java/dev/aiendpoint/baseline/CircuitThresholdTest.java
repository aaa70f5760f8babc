package dev.aiendpoint.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.aiendpoint.exchange.CacheStatus;
import dev.aiendpoint.exchange.CircuitEvidence;
import dev.aiendpoint.exchange.CircuitState;
import dev.aiendpoint.exchange.Outcome;
import dev.aiendpoint.json.InvalidFileException;
import dev.aiendpoint.sample.SampleColumn;
import dev.aiendpoint.stats.RunRecorder;
import dev.aiendpoint.stats.TestSample;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CircuitThresholdTest {

  private final RunRecorder recorder = new RunRecorder(0);

  private void generated(String phase, long from, long to) {
    for (long at = from; at < to; at += 500) {
      TestSample.of("AI chat")
          .phase(phase)
          .start(at)
          .elapsed(600)
          .outcome(Outcome.GENERATED)
          .recordIn(recorder, 1);
    }
  }

  private void fallback(String phase, long from, long to, long step, long elapsed) {
    for (long at = from; at < to; at += step) {
      TestSample.of("AI chat")
          .phase(phase)
          .start(at)
          .elapsed(elapsed)
          .failed(Outcome.FALLBACK, "200", "stand-in text")
          .recordIn(recorder, 1);
    }
  }

  /** normal until 60 s, stress until 100 s: it opens at about 62 s; recovery until 120 s. */
  private void recordARun(String whatHappens) {
    if (whatHappens.equals("names it")) {
      TestSample.of("AI chat")
          .outcome(Outcome.GENERATED)
          .circuit(CircuitEvidence.explicit(CircuitState.CLOSED))
          .recordIn(recorder, 40);
      return;
    }
    if (whatHappens.equals("cached first")) {
      TestSample.of("AI chat")
          .phase("normal")
          .elapsed(5)
          .outcome(Outcome.CACHED)
          .cache(CacheStatus.HIT)
          .recordIn(recorder, 100);
      generated("recovery", 100_000, 120_000);
      return;
    }
    generated("normal", 0, 60_000);
    TestSample.of("AI chat")
        .phase("stress")
        .start(70_000)
        .elapsed(5)
        .outcome(Outcome.CACHED)
        .cache(CacheStatus.HIT)
        .recordIn(recorder, 10);
    switch (whatHappens) {
      case "opens", "stays open" -> {
        fallback("stress", 60_000, 61_000, 200, 2_000);
        fallback("stress", 62_500, 92_500, 300, 4);
      }
      case "breaker off" -> fallback("stress", 60_000, 92_500, 300, 7_000);
      case "instant", "instant on" -> fallback("stress", 60_000, 92_500, 300, 4);
      default -> generated("stress", 60_000, 92_500);
    }
    if (whatHappens.equals("stays open") || whatHappens.equals("instant on")) {
      fallback("recovery", 100_000, 120_000, 300, 4);
    } else {
      generated("recovery", 100_000, 120_000);
    }
  }

  @ParameterizedTest(name = "{0}: {1}: {2}")
  @CsvSource(
      delimiter = ';',
      value = {
        "opens; 'check': 'count(circuit.opened) >= 1', 'phases': 'stress'; PASS; observed 1 (n ="
            + " 105, phases stress)",
        "opens; 'check': 'count(circuit.opened) == 0', 'phases': 'normal'; PASS; observed 0",
        "opens; 'check': 'count(circuit.opened) >= 1', 'phases': 'normal'; FAIL; it opened in"
            + " stress",
        "opens; 'check': 'count(circuit.opened) == 0'; FAIL; observed 1",
        "breaker off; 'check': 'count(circuit.opened) >= 1', 'phases': 'stress'; FAIL; never"
            + " opened, 109 real failures seen",
        "healthy; 'check': 'count(circuit.opened) >= 1', 'phases': 'stress'; FAIL; never opened, 0"
            + " real failures seen",
        "instant; 'check': 'count(circuit.opened) >= 1', 'phases': 'stress'; NO_DATA; FALLBACK",
        "opens; 'check': 'count(circuit.opened) >= 1', 'phases': 'peak'; NO_DATA; no such sample"
            + " started in peak",
        "opens; 'check': 'count(circuit.opened) >= 1', 'phases': 'stress', 'minSamples': 200;"
            + " NO_DATA; 105 samples, 200 needed",
        "opens; 'check': 'circuit.state == CLOSED', 'phases': 'recovery'; PASS; limit == CLOSED,"
            + " observed CLOSED (n = 40, phases recovery)",
        "opens; 'check': 'circuit.state == CLOSED'; PASS; observed CLOSED",
        "opens; 'check': 'circuit.state == CLOSED', 'phases': 'normal,stress'; FAIL; observed"
            + " CLOSED, OPEN",
        "opens; 'check': 'circuit.state != OPEN', 'phases': 'stress'; FAIL; observed OPEN",
        "stays open; 'check': 'circuit.state == CLOSED', 'phases': 'recovery'; FAIL; limit =="
            + " CLOSED, observed OPEN",
        "instant; 'check': 'circuit.state == CLOSED', 'phases': 'stress'; NO_DATA; samples",
        "opens; 'check': 'circuit.sequence == CLOSED > OPEN > (HALF_OPEN > OPEN)* > HALF_OPEN >"
            + " CLOSED'; PASS; observed CLOSED > OPEN > HALF_OPEN > CLOSED",
        "stays open; 'check': 'circuit.sequence == CLOSED > OPEN > HALF_OPEN > CLOSED'; FAIL;"
            + " observed CLOSED > OPEN (n",
        "stays open; 'check': 'circuit.sequence == OPEN', 'phases': 'recovery'; PASS; observed OPEN"
            + " (n = 67",
        "stays open; 'check': 'circuit.sequence == CLOSED', 'phases': 'recovery'; FAIL; observed"
            + " OPEN",
        "stays open; 'check': 'circuit.sequence == CLOSED', 'phases': 'normal, recovery'; FAIL;"
            + " observed CLOSED > OPEN",
        "opens; 'check': 'circuit.sequence == CLOSED', 'phases': 'normal'; PASS; observed CLOSED (n"
            + " = 120",
        "opens; 'check': 'circuit.sequence == CLOSED > OPEN', 'phases': 'normal, stress'; PASS;"
            + " observed CLOSED > OPEN",
        "cached first; 'check': 'circuit.sequence == CLOSED', 'phases': 'normal'; NO_DATA; 0"
            + " samples, 20 needed",
        "cached first; 'check': 'circuit.state == CLOSED', 'phases': 'normal'; NO_DATA; 0 samples,"
            + " 20 needed",
        "cached first; 'check': 'count(circuit.opened) == 0', 'phases': 'normal'; NO_DATA; 0"
            + " samples, 20 needed",
        "cached first; 'check': 'circuit.state == CLOSED', 'phases': 'normal, recovery'; NO_DATA;"
            + " 40 samples",
        "cached first; 'check': 'count(circuit.opened) == 0', 'phases': 'normal, recovery';"
            + " NO_DATA; 40 samples",
        "instant on; 'check': 'count(circuit.opened) <= 0', 'phases': 'recovery'; NO_DATA; 67"
            + " samples",
        "instant on; 'check': 'count(circuit.reopened) <= 0', 'phases': 'recovery'; NO_DATA; 67"
            + " samples",
        "instant; 'check': 'count(circuit.opened) <= 0', 'phases': 'recovery'; NO_DATA; 40 samples",
        "opens; 'check': 'count(circuit.opened) <= 0', 'phases': 'recovery'; PASS; observed 0",
        "opens; 'check': 'count(circuit.wrongly_let_through) == 0'; NO_DATA; a state",
        "names it; 'check': 'count(circuit.wrongly_let_through) == 0'; PASS; observed 0 (n = 40",
        "opens; 'check': 'count(circuit.reopened) == 0'; PASS; observed 0",
        "opens; 'check': 'count(circuit.failures_before_open) <= 5'; PASS; observed 5",
        "opens; 'check': 'count(circuit.failures_before_open) <= 4'; FAIL; a bound of what the"
            + " breaker counted",
        "healthy; 'check': 'count(circuit.failures_before_open) <= 5'; NO_DATA; requests must reach"
            + " the AI provider",
        "opens; 'check': 'min(circuit.open) >= 30 s'; PASS; observed 3",
        "opens; 'check': 'min(circuit.open) >= 45 s'; FAIL; observed 3",
        "opens; 'check': 'max(circuit.time_to_open) < 5 s'; PASS; observed",
        "opens; 'check': 'rate(circuit.refused) >= 99 %', 'phases': 'stress'; PASS; observed 100 %"
            + " (n = 105",
        "healthy; 'check': 'rate(circuit.refused) >= 99 %', 'phases': 'stress'; FAIL; observed 0 %",
      })
  void shouldDecide(String run, String threshold, VerdictWord word, String message) {
    recordARun(run);
    ThresholdResult result =
        BaselineEvaluator.evaluate(
                TestBaseline.of(threshold),
                recorder.snapshot(),
                EvaluationContext.live(Map.of(), ""))
            .results()
            .get(0);
    assertThat(result.message()).contains(message);
    assertThat(result.verdict()).isEqualTo(word);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({"circuit.state == CLOSED", "count(circuit.opened) >= 1", "min(circuit.open) >= 30 s"})
  void shouldHaveNoDataWhenNothingTellsOfACircuit(String check) {
    TestSample.of("AI chat").outcome(Outcome.CACHED).recordIn(recorder, 50);
    TestSample.of("READ home").recordIn(recorder, 50);
    ThresholdResult result =
        BaselineEvaluator.evaluate(
                TestBaseline.of("'check': '" + check + "'"),
                recorder.snapshot(),
                EvaluationContext.live(Map.of(), ""))
            .results()
            .get(0);
    assertThat(result.verdict()).as(result.message()).isEqualTo(VerdictWord.NO_DATA);
    assertThat(result.message()).startsWith("0 samples, 20 needed");
  }

  @Test
  void shouldNotDecideFromAFileWithoutTheColumns() {
    recordARun("opens");
    Set<SampleColumn> columns = EnumSet.of(SampleColumn.PHASE, SampleColumn.OUTCOME);
    ThresholdResult result =
        BaselineEvaluator.evaluate(
                TestBaseline.of("'check': 'count(circuit.opened) >= 1'"),
                recorder.snapshot(),
                EvaluationContext.offline(Map.of(), columns, ""))
            .results()
            .get(0);
    assertThat(result.verdict()).isEqualTo(VerdictWord.NOT_DECIDABLE);
    assertThat(result.message()).contains("ai_circuit");
  }

  @ParameterizedTest(name = "[{index}] {0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "circuit.state = CLOSED|14|must have a known comparison",
        "circuit.state == CLOSE|17|did you mean 'CLOSED'?",
        "circuit.state == UNKNOWN|17|supported: CLOSED, OPEN, HALF_OPEN",
        "circuit.state == CLOSED now|24|must end before 'now'",
        "circuit.sequence == CLOSED > OPENED|29|must have states joined by '>'",
        "circuit.sequence == |19|a state at the end",
        "circuit.stat == CLOSED|0|did you mean 'circuit.state'?",
        "count(circuit.open) > 1|6|did you mean 'circuit.opened'?",
        "min(circuit.opened) > 1 s|4|did you mean 'circuit.open'?",
        "rate(circuit.rejected) > 1 %|5|supported: circuit.refused",
        "min(circuit.open) > 1|21|must have a unit of time",
      })
  void shouldNameTheMistakeAndItsPlace(String text, int index, String message) {
    CheckSyntaxException e =
        catchThrowableOfType(CheckSyntaxException.class, () -> CheckParser.parse(text));
    assertThat(e).as(text).isNotNull();
    assertThat(e).hasMessageContaining(message);
    assertThat(e.index()).isEqualTo(index);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = ';',
      value = {
        "'check': 'count(circuit.probes_at_once) <= 1', 'phases': 'normal'; one of the whole run",
        "'check': 'count(circuit.wrongly_let_through) == 0', 'phases': 'normal'; one of the whole"
            + " run",
        "'check': 'circuit.state == CLOSED', 'target': '== OPEN'; a state is met or not",
        "'check': 'circuit.state == CLOSED', 'tolerance': '5 %'; nothing to take a part of",
        "'check': 'count(circuit.opened) >= 1', 'operations': 'AI'; a circuit stands behind",
        "'check': 'rate(circuit.refused) > 9 %', 'outcomes': 'FALLBACK'; a circuit stands behind",
        "'check': 'p95(elapsed) < 5 s', 'scale': 'duration'; latencies do not grow",
        "'check': 'max(users) >= 9', 'scale': 'duration'; latencies do not grow",
        "'check': 'min(circuit.open) >= 9 s', 'scale': 'users'; do not grow with the users",
        "'check': 'max(users) >= 9', 'precondition': 'yes'; 'yes' but must be true or false, or ids",
        "'check': 'max(users) >= 9', 'precondition': 't'; 't' but must be true or false, or ids",
        "'check': 'max(users) >= 9', 'precondition': 7; '7' but must be",
        "'check': 'max(users) >= 9', 'precondition': 'a,,b'; no empty item",
        "'check': 'count(circuit.opened) >= 1', 'abort': true; decided at the end",
      })
  void shouldRefuseWhatDoesNotFit(String threshold, String message) {
    String file = "{'plan': 'test', 'thresholds': [{'id': 't', " + threshold + "}]}";
    InvalidFileException e =
        catchThrowableOfType(
            InvalidFileException.class, () -> BaselineReader.read("test", file.replace('\'', '"')));
    assertThat(e).hasMessageContaining(message);
  }
}
