package dev.aiendpoint.circuit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiendpoint.circuit.DeclaredPoint.Finding;
import dev.aiendpoint.exchange.CacheStatus;
import dev.aiendpoint.exchange.CircuitEvidence;
import dev.aiendpoint.exchange.Outcome;
import dev.aiendpoint.sample.Sample;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeclaredComparisonTest {

  private final CircuitRecorder recorder = new CircuitRecorder();
  private Optional<ProviderLog> log = Optional.empty();

  private void requests(Outcome outcome, long from, long to, long step, long elapsed) {
    for (long at = from; at <= to; at += step) {
      recorder.record(
          new Sample(
              "AI chat",
              at,
              elapsed,
              outcome.isSuccess(),
              "200",
              "",
              1,
              "",
              outcome,
              CacheStatus.UNKNOWN,
              CircuitEvidence.NONE,
              OptionalDouble.empty(),
              OptionalDouble.empty(),
              OptionalDouble.empty(),
              OptionalLong.empty(),
              OptionalLong.empty(),
              OptionalDouble.empty()));
    }
  }

  /** Opens at about 62 s, after 5 slow failures; a probe is let through 30 s later and succeeds. */
  private void anOutage() {
    requests(Outcome.GENERATED, 0, 59_000, 500, 600);
    requests(Outcome.FALLBACK, 60_000, 60_800, 200, 1_200);
    requests(Outcome.FALLBACK, 62_100, 91_900, 100, 3);
    requests(Outcome.GENERATED, 92_100, 92_100, 1, 600);
    requests(Outcome.GENERATED, 93_000, 99_000, 500, 600);
  }

  private Map<String, DeclaredPoint> compare(long failures, long openMillis, long probes) {
    return new MonitoredCircuit(
            "AI Circuit Monitor",
            List.of(),
            new DeclaredCircuit(
                OptionalLong.of(failures),
                OptionalLong.of(60_000),
                OptionalLong.of(openMillis),
                OptionalLong.of(probes)),
            recorder.report())
        .points(log).stream().collect(Collectors.toMap(DeclaredPoint::name, Function.identity()));
  }

  /** Calls that begin every {@code step} ms and fail a second later. */
  private static Optional<ProviderLog> calls(long from, long to, long step) {
    List<ProviderLog.Call> calls = new ArrayList<>();
    calls.add(new ProviderLog.Call(from - 700, from - 100, false));
    for (long at = from; at <= to; at += step) {
      calls.add(new ProviderLog.Call(at, at + 1_000, true));
    }
    return Optional.of(new ProviderLog(calls));
  }

  @Test
  void shouldMatchWhatWasSeen() {
    anOutage();
    // Seven calls; the fourth and the fifth end between the last begin and the first refusal.
    log = calls(60_000, 61_500, 250);

    Map<String, DeclaredPoint> points = compare(5, 30_000, 1);

    assertThat(points.get("failures before opening").finding()).isEqualTo(Finding.MATCH);
    assertThat(points.get("failures before opening").observed())
        .isEqualTo("3 to 5 by the provider's log, the declared 5 among them");
    assertThat(points.get("open time").finding()).isEqualTo(Finding.MATCH);
    assertThat(points.get("probes").finding()).isEqualTo(Finding.MATCH);
    assertThat(points.get("window").finding()).isEqualTo(Finding.NOT_OBSERVED);
  }

  @Test
  void shouldGiveANumberOnlyWhereTheLogLeavesNoChoice() {
    anOutage();
    // The fifth ends at 62,000; the last call begins 300 ms before, and the fourth has ended.
    log = calls(60_000, 60_800, 200);
    List<ProviderLog.Call> calls = new ArrayList<>(log.get().calls());
    calls.add(new ProviderLog.Call(61_700, 62_700, true));
    calls.set(5, new ProviderLog.Call(61_000, 62_000, true));
    log = Optional.of(new ProviderLog(calls));

    assertThat(compare(5, 30_000, 1).get("failures before opening").observed())
        .isEqualTo("5 (+1 in flight) by the provider's log");
    assertThat(compare(5, 30_000, 1).get("failures before opening").finding())
        .isEqualTo(Finding.MATCH);
  }

  @ParameterizedTest(name = "of {0} circuits, one of {1}: {2}")
  @CsvSource({
    "1, '', by the provider's log",
    "1, AI chat*, by the provider's log",
    "2, '', by the provider's log",
    "2, AI chat*, that clients saw"
  })
  void shouldTakeTheProvidersLogOnlyWhereItIsOfThisCircuit(
      int circuits, String label, String source) {
    anOutage();
    MonitoredCircuit one =
        new MonitoredCircuit(
            "one",
            label.isEmpty() ? List.of() : List.of(label),
            new DeclaredCircuit(
                OptionalLong.of(5),
                OptionalLong.empty(),
                OptionalLong.empty(),
                OptionalLong.empty()),
            recorder.report());
    CircuitFindings findings =
        new CircuitFindings(Collections.nCopies(circuits, one), calls(60_000, 61_500, 250));

    assertThat(findings.points(one))
        .singleElement()
        .extracting(DeclaredPoint::observed)
        .asString()
        .contains(source);
  }

  @ParameterizedTest
  @ValueSource(longs = {2, 6})
  void shouldNotMatchANumberOutsideOfTheRange(long failures) {
    anOutage();
    log = calls(60_000, 61_500, 250);

    DeclaredPoint point = compare(failures, 30_000, 1).get("failures before opening");

    assertThat(point.observed()).isEqualTo("3 to 5 by the provider's log");
    assertThat(point.finding()).isEqualTo(Finding.MISMATCH);
  }

  /** Refusals that were noticed late: the last call is a probe, and proves nothing of before. */
  @Test
  void shouldNotTakeAProbeForACallOfAClosedCircuit() {
    anOutage();
    List<ProviderLog.Call> calls =
        new ArrayList<>(calls(57_000, 57_600, 200).orElseThrow().calls());
    calls.add(new ProviderLog.Call(61_900, 62_900, true));
    log = Optional.of(new ProviderLog(calls));

    assertThat(compare(4, 30_000, 1).get("failures before opening").observed())
        .isEqualTo("1 to 4 by the provider's log, the declared 4 among them");
  }

  /** One call took 400 ms longer than the others, so the breaker may hear of any so much later. */
  @Test
  void shouldAllowForTheMachinesPauses() {
    anOutage();
    List<ProviderLog.Call> calls =
        new ArrayList<>(calls(60_000, 61_500, 250).orElseThrow().calls());
    calls.set(1, new ProviderLog.Call(59_800, 61_200, true));
    log = Optional.of(new ProviderLog(calls));

    assertThat(compare(2, 30_000, 1).get("failures before opening").observed())
        .isEqualTo("1 to 5 by the provider's log, the declared 2 among them");
  }

  /** A provider that says how late it was may let calls fail at times of its own choice. */
  @ParameterizedTest(name = "late by {0} ms at most: {1}")
  @CsvSource({"5, 5 (+1 in flight)", "450, 4 to 5"})
  void shouldTakeTheProvidersWordForPauses(long late, String failures) {
    anOutage();
    List<ProviderLog.Call> calls = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      calls.add(
          new ProviderLog.Call(
              60_000 + 200 * i, 60_800 + 300 * i, true, OptionalLong.of(i == 2 ? late : 0)));
    }
    calls.add(new ProviderLog.Call(61_850, 65_000, true, OptionalLong.of(0)));
    log = Optional.of(new ProviderLog(calls));

    assertThat(compare(5, 30_000, 1).get("failures before opening").observed())
        .startsWith(failures + " by the provider's log");
  }

  /** A call that arrived later than any bound allows: whoever let it through had not opened yet. */
  @Test
  void shouldLeaveAChoiceWhereTheLogContradictsItself() {
    anOutage();
    List<ProviderLog.Call> calls =
        new ArrayList<>(calls(60_000, 60_800, 200).orElseThrow().calls());
    calls.add(new ProviderLog.Call(62_050, 63_050, true));
    log = Optional.of(new ProviderLog(calls));

    assertThat(compare(5, 30_000, 1).get("failures before opening").observed())
        .isEqualTo("5 to 6 by the provider's log, the declared 5 among them");
  }

  /** Calls that all fail at once tell next to nothing, whatever is declared. */
  @Test
  void shouldNotEchoWhatIsDeclared() {
    anOutage();
    log = calls(60_500, 60_511, 1);

    DeclaredPoint point = compare(5, 30_000, 1).get("failures before opening");

    assertThat(point.observed())
        .isEqualTo("1 to 12 by the provider's log, the declared 5 among them");
    assertThat(point.finding()).isEqualTo(Finding.NOT_OBSERVED);
  }

  @Test
  void shouldNotMatchAnotherSetting() {
    anOutage();
    log = calls(60_000, 61_500, 250);

    Map<String, DeclaredPoint> points = compare(20, 10_000, 3);

    assertThat(points.get("failures before opening").finding()).isEqualTo(Finding.MISMATCH);
    assertThat(points.get("open time").finding()).isEqualTo(Finding.MISMATCH);
    assertThat(points.get("probes").finding()).isEqualTo(Finding.NOT_OBSERVED);
  }

  @Test
  void shouldCallWhatClientsSawABound() {
    anOutage();

    DeclaredPoint failures = compare(5, 30_000, 1).get("failures before opening");

    assertThat(failures.observed()).isEqualTo("5 that clients saw, a bound");
    assertThat(failures.finding()).isEqualTo(Finding.NOT_OBSERVED);
    assertThat(compare(50, 30_000, 1).get("failures before opening").finding())
        .isEqualTo(Finding.MISMATCH);
  }

  @Test
  void shouldMissABreakerThatNeverOpens() {
    requests(Outcome.GENERATED, 0, 9_000, 500, 600);
    requests(Outcome.FALLBACK, 9_500, 40_000, 500, 1_200);

    Map<String, DeclaredPoint> points = compare(5, 30_000, 1);

    assertThat(points.get("failures before opening").finding()).isEqualTo(Finding.MISMATCH);
    assertThat(points.get("failures before opening").observed()).startsWith("never seen to open");
    assertThat(points.get("open time").finding()).isEqualTo(Finding.NOT_OBSERVED);
    assertThat(points.get("probes").observed()).isEqualTo("none seen");
  }
}
