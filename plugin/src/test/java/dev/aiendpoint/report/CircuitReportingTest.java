package dev.aiendpoint.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiendpoint.baseline.RunVerdict;
import dev.aiendpoint.baseline.VerdictWord;
import dev.aiendpoint.exchange.CircuitState;
import dev.aiendpoint.exchange.Outcome;
import dev.aiendpoint.json.JsonView;
import dev.aiendpoint.stats.RunRecorder;
import dev.aiendpoint.stats.TestSample;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class CircuitReportingTest {

  private final RunRecorder recorder = new RunRecorder(0);

  private void record(Outcome outcome, long from, long to, long step, long elapsed) {
    for (long at = from; at < to; at += step) {
      TestSample.of("AI chat")
          .phase(at < 60_000 ? "normal" : "stress")
          .start(1_000_000 + at)
          .elapsed(elapsed)
          .outcome(outcome)
          .recordIn(recorder, 1);
    }
  }

  private void recordAnOutage() {
    record(Outcome.GENERATED, 0, 60_000, 500, 600);
    record(Outcome.FALLBACK, 60_000, 61_000, 200, 2_000);
    record(Outcome.FALLBACK, 62_000, 92_000, 100, 3);
    record(Outcome.GENERATED, 93_000, 100_000, 1_000, 600);
  }

  private RunVerdict run() {
    return new RunVerdict(
        "circuit-breaker",
        VerdictWord.PASS,
        List.of(),
        "here",
        Instant.ofEpochMilli(1_000_000),
        Instant.ofEpochMilli(1_100_000),
        List.of(),
        recorder.snapshot(),
        "");
  }

  private JsonView circuit() {
    return JsonView.parse(new VerdictJsonWriter().write(run())).orElseThrow().get("circuit");
  }

  @Test
  void shouldWriteTheCircuitBlockOfTheContract() {
    recordAnOutage();
    JsonView circuit = circuit();

    assertThat(circuit.members().keySet())
        .containsExactly(
            "state",
            "opened",
            "reopened",
            "failuresBeforeOpen",
            "failuresBeforeOpenSource",
            "timeToOpenMs",
            "openForMs",
            "timeToRecoverMs",
            "probes",
            "failedProbes",
            "rejected",
            "fallbackServed",
            "realFailures",
            "n",
            "transitions");
    assertThat(circuit.get("state").textOrEmpty()).isEqualTo("CLOSED");
    assertThat(circuit.get("opened").longValue()).hasValue(1);
    assertThat(circuit.get("failuresBeforeOpen").longValue()).hasValue(5);
    assertThat(circuit.get("fallbackServed").longValue()).hasValue(305);
    assertThat(circuit.get("transitions").items()).hasSize(3);
    JsonView opening = circuit.get("transitions").get(0);
    assertThat(opening.members().keySet())
        .containsExactly("atMs", "phase", "from", "to", "evidence");
    assertThat(opening.get("atMs").longValue().getAsLong()).isBetween(60_800L, 62_100L);
    assertThat(opening.get("phase").textOrEmpty()).isEqualTo("stress");
    assertThat(opening.get("from").textOrEmpty()).isEqualTo("CLOSED");
    assertThat(opening.get("to").textOrEmpty()).isEqualTo("OPEN");
    assertThat(opening.get("evidence").textOrEmpty()).isEqualTo("inferred");
  }

  @Test
  void shouldLeaveOutWhatIsUnknown() {
    record(Outcome.GENERATED, 0, 60_000, 500, 600);
    assertThat(circuit().get("opened").longValue()).hasValue(0);
    assertThat(circuit().get("failuresBeforeOpen").exists()).isFalse();
    assertThat(circuit().get("openForMs").exists()).isFalse();
  }

  @Test
  void shouldWriteNoBlockWhenNothingTellsOfACircuit() {
    record(Outcome.CACHED, 0, 60_000, 500, 5);
    assertThat(circuit().exists()).isFalse();
    assertThat(new ConsoleTable(false).write(run(), List.of())).doesNotContain("circuit   ");
  }

  @Test
  void shouldSayInTheConsoleWhatBecameOfTheCircuit() {
    recordAnOutage();
    String text = new ConsoleTable(false).write(run(), List.of()).replaceAll("\\s+", " ");
    assertThat(text)
        .contains(
            "circuit CLOSED (n = 432); opened 1 time, first after 5 failures that clients saw, a bound, for")
        .contains("1 probe, 0 failed; 0 refused, 305 fallback; CLOSED > OPEN 01:02 (inferred)");
  }

  @Test
  void shouldTellTheStateWhileTheRunIsUnderWay() {
    assertThat(recorder.interval(1).circuit()).isEqualTo(CircuitState.UNKNOWN);
    record(Outcome.GENERATED, 0, 60_000, 500, 600);
    assertThat(recorder.interval(2).circuit()).isEqualTo(CircuitState.CLOSED);
    record(Outcome.FALLBACK, 60_000, 61_000, 200, 2_000);
    record(Outcome.FALLBACK, 62_000, 92_000, 100, 3);
    assertThat(recorder.interval(3).circuit()).isEqualTo(CircuitState.OPEN);
  }
}
