package dev.aiendpoint.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiendpoint.baseline.RunVerdict;
import dev.aiendpoint.baseline.VerdictWord;
import dev.aiendpoint.exchange.Outcome;
import dev.aiendpoint.json.JsonView;
import dev.aiendpoint.stats.ArrivalCount;
import dev.aiendpoint.stats.Goodput;
import dev.aiendpoint.stats.LiveFacts;
import dev.aiendpoint.stats.RequestObjective;
import dev.aiendpoint.stats.RunRecorder;
import dev.aiendpoint.stats.TestSample;
import dev.aiendpoint.stats.TimingMetric;
import dev.aiendpoint.stats.TokenSource;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** Arrivals, goodput and the source of tokens, as reports show them. */
class LoadReportingTest {

  private final RunRecorder recorder =
      new RunRecorder(
          new Goodput(
              List.of(
                  new RequestObjective(
                      List.of(), Map.of(TimingMetric.ELAPSED, 1_000.0), "AI requests: 1 s"))));

  private RunVerdict run() {
    return new RunVerdict(
        "p",
        VerdictWord.PASS,
        List.of(),
        "here",
        Instant.ofEpochMilli(0),
        Instant.ofEpochMilli(10_000),
        List.of(),
        recorder.snapshot(),
        "");
  }

  private JsonView verdict() {
    return JsonView.parse(new VerdictJsonWriter().write(run())).orElseThrow();
  }

  private String table() {
    return new ConsoleTable(false).write(run(), List.of());
  }

  private void recordArrivals() {
    recorder.countArrivals(
        () -> List.of(new ArrivalCount("Users", 40, 3, 5), new ArrivalCount("More", 10, 0, 9)));
    for (int i = 0; i < 20; i++) {
      recorder.record(
          TestSample.of("READ home").elapsed(100).build(),
          LiveFacts.NONE.withFromIntended(OptionalDouble.of(1_600)));
    }
    TestSample.of("READ details").elapsed(80).recordIn(recorder, 20);
  }

  @Test
  void shouldWriteWhatBecameOfTheArrivalsByThreadGroup() {
    recordArrivals();
    JsonView arrivals = verdict().get("arrivals");

    assertThat(arrivals.get("planned").longValue()).hasValue(50);
    assertThat(arrivals.get("started").longValue()).hasValue(47);
    assertThat(arrivals.get("dropped").longValue()).hasValue(3);
    assertThat(arrivals.get("byGroup").get(0).get("group").textOrEmpty()).isEqualTo("Users");
    assertThat(arrivals.get("byGroup").get(0).get("started").longValue()).hasValue(37);
    assertThat(arrivals.get("byGroup").get(1).get("dropped").longValue()).hasValue(0);
    assertThat(arrivals.get("fromIntended").get("p95").longValue()).hasValue(1_600);
    assertThat(arrivals.get("fromIntended").get("n").longValue()).hasValue(20);
  }

  @Test
  void shouldShowTheCorrectedTimeBesideTheRawOneOfALabelThatBeganArrivals() {
    recordArrivals();
    JsonView labels = verdict().get("labels");

    assertThat(labels.get(0).get("p95").longValue()).hasValue(100);
    assertThat(labels.get(0).get("fromIntended").get("p95").longValue()).hasValue(1_600);
    assertThat(labels.get(1).members()).doesNotContainKey("fromIntended");
    assertThat(table())
        .contains("arrivals  Users: 40 planned, 37 started, 3 dropped")
        .containsPattern("from intended\\s+start p50 1.6 s, p95 1.6 s \\(n = 20\\)")
        .contains("elapsed p50 80 ms, p95 100 ms (n = 40)");
  }

  @Test
  void shouldSayNothingOfArrivalsInPhasesOfUsers() {
    TestSample.of("READ home").recordIn(recorder, 5);

    assertThat(verdict().members()).doesNotContainKey("arrivals");
    assertThat(verdict().get("labels").get(0).members()).doesNotContainKey("fromIntended");
    assertThat(table()).doesNotContain("arrivals", "intended");
  }

  @Test
  void shouldWriteGoodputAsShareAndRateOfAllAttempts() {
    TestSample.of("AI chat").start(0).elapsed(500).outcome(Outcome.GENERATED).recordIn(recorder, 6);
    TestSample.of("AI chat")
        .start(0)
        .elapsed(2_000)
        .outcome(Outcome.GENERATED)
        .recordIn(recorder, 1);
    TestSample.of("AI chat")
        .start(0)
        .elapsed(5)
        .failed(Outcome.SERVER_ERROR, "500", "no")
        .recordIn(recorder, 1);
    JsonView ai = verdict().get("ai");

    assertThat(ai.get("goodput").doubleValue()).hasValue(0.75);
    assertThat(ai.get("goodputPerSecond").doubleValue()).hasValue(3);
    assertThat(ai.get("goodputN").longValue()).hasValue(8);
    assertThat(ai.get("goodputObjectives").get(0).textOrEmpty()).isEqualTo("AI requests: 1 s");
    assertThat(table()).contains("goodput 75 % (n = 8)");
  }

  @Test
  void shouldWriteNoGoodputThatNobodyMeasured() {
    TestSample.of("READ home").recordIn(recorder, 5);

    assertThat(verdict().get("ai").members()).doesNotContainKeys("goodput", "goodputPerSecond");
    assertThat(verdict().get("ai").get("goodputN").longValue()).hasValue(0);
  }

  @Test
  void shouldMarkFiguresByTokenAsEstimates() {
    for (int i = 0; i < 5; i++) {
      recorder.record(
          TestSample.of("AI chat").outcome(Outcome.GENERATED).tpot(20).tokens(5, 30).build(),
          new LiveFacts(new long[0], OptionalDouble.empty(), Optional.of(TokenSource.USAGE), 20));
    }
    JsonView ai = verdict().get("ai");

    assertThat(ai.get("tokenSource").textOrEmpty()).isEqualTo("usage");
    assertThat(ai.get("tokensPerChunk").doubleValue()).hasValue(1.5);
    assertThat(ai.get("perTokenEstimate").booleanValue()).contains(true);
    assertThat(table()).contains("tpot p50 20 ms (n = 5), an estimate");
  }
}
