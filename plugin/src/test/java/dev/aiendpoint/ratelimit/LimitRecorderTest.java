package dev.aiendpoint.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiendpoint.exchange.Outcome;
import dev.aiendpoint.stats.TestSample;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LimitRecorderTest {

  private static final long ELAPSED = 10;

  private final LimitRecorder recorder = new LimitRecorder();

  private void refused(String user, long start, long waitMillis) {
    record("AI chat", user, start, Outcome.RATE_LIMITED, waitMillis);
  }

  private void served(String user, long start) {
    record("AI chat", user, start, Outcome.GENERATED, -1);
  }

  private void record(String label, String user, long start, Outcome outcome, long waitMillis) {
    recorder.record(
        TestSample.of(label).start(start).elapsed(ELAPSED).outcome(outcome).phase("peak").build(),
        user,
        waitMillis < 0
            ? Optional.empty()
            : Optional.of(new Announcement(waitMillis, "Retry-After")));
  }

  private LimitFigures all() {
    return recorder.report().select((label, phase) -> true);
  }

  /** Requests of one user: r at a start time with the announced wait, s served. */
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "kept, to the millisecond | r0/1000 s1010 | 1 | 0 | 0 | 1 | 0 | 1000",
        "kept, long after | r0/1000 s9000 | 1 | 0 | 0 | 1 | 0 | 8990",
        "early, by a millisecond | r0/1000 s1009 | 0 | 0 | 1 | 1 | 0 | 999",
        "broken once, then kept | r0/1000 r1010/1000 s2020 | 1 | 1 | 0 | 1 | 0 | 2010",
        "too early is no test of the word | r0/1000 r500/1000 s1510 | 1 | 0 | 0 | 1 | 0 | 1500",
        "broken, and no new word | r0/1000 r2000 s3000 | 0 | 1 | 0 | 1 | 0 | 2990",
        "no word at all | r0 r100 s200 | 0 | 0 | 0 | 1 | 0 | 190",
        "still refused when the run ends | r0/100 r50/100 | 0 | 0 | 0 | 0 | 1 | 50",
        "broken, and never served | r0/100 r500/100 | 0 | 1 | 0 | 0 | 1 | 500",
        "sent before the refusal came: says nothing | r0/1000 s5 | 0 | 0 | 0 | 0 | 1 | 0",
        "two times after each other | r0/10 s100 r200/10 s300 | 2 | 0 | 0 | 2 | 0 | 90",
      })
  void shouldHoldTheServerToItsWord(
      String sentence,
      String requests,
      long kept,
      long broken,
      long early,
      long episodes,
      long unended,
      long longest) {
    for (String request : requests.split(" ")) {
      String[] parts = request.substring(1).split("/");
      long start = Long.parseLong(parts[0]);
      if (request.startsWith("r")) {
        refused("user", start, parts.length > 1 ? Long.parseLong(parts[1]) : -1);
      } else {
        served("user", start);
      }
    }
    LimitFigures figures = all();
    assertThat(figures.kept()).as("kept").isEqualTo(kept);
    assertThat(figures.broken()).as("broken").isEqualTo(broken);
    assertThat(figures.early()).as("early").isEqualTo(early);
    assertThat(figures.episodes()).as("episodes").isEqualTo(episodes);
    assertThat(figures.unended()).as("unended").isEqualTo(unended);
    assertThat(figures.longestMillis()).as("longest").hasValue(longest);
  }

  @Test
  void shouldTellUsersAndLabelsApart() {
    refused("one", 0, 1000);
    served("two", 100);
    record("AI explanation", "one", 200, Outcome.GENERATED, -1);
    assertThat(all().unended()).as("neither says anything of the first").isEqualTo(1);

    served("one", 2000);
    assertThat(all()).isEqualTo(figures(1, 1, 1, 1, 1990));
  }

  @Test
  void shouldNotTakeFailuresAndFallbackForTheEnd() {
    refused("one", 0, 10);
    for (Outcome outcome :
        new Outcome[] {Outcome.SERVER_ERROR, Outcome.FALLBACK, Outcome.CIRCUIT_REJECTED}) {
      record("AI chat", "one", 100, outcome, -1);
    }
    assertThat(all().unended()).isEqualTo(1);
    record("AI chat", "one", 200, Outcome.CACHED, -1);
    assertThat(all().episodes()).isEqualTo(1);
  }

  @Test
  void shouldSelectByLabelAndPhase() {
    refused("one", 0, 10);
    record("AI explanation", "one", 0, Outcome.RATE_LIMITED, -1);
    LimitReport report = recorder.report();

    assertThat(report.labels()).containsExactly("AI chat", "AI explanation");
    assertThat(report.select((label, phase) -> label.equals("AI chat")).announced()).isEqualTo(1);
    assertThat(report.select((label, phase) -> label.endsWith("n")).announced()).isZero();
    assertThat(report.select((label, phase) -> phase.equals("peak")).limited()).isEqualTo(2);
    assertThat(report.select((label, phase) -> phase.isEmpty())).isEqualTo(LimitFigures.NONE);
  }

  @Test
  void shouldKnowNothingWhereNothingWasRefused() {
    served("one", 0);
    assertThat(recorder.report()).isEqualTo(LimitReport.NONE);
    assertThat(recorder.report().isKnown()).isFalse();
    assertThat(all().longestMillis()).isEmpty();
    assertThat(all().meanMillis()).isEmpty();
  }

  @Test
  void shouldStayInItsBoundsAndSayWhatItLeftOut() {
    for (int user = 0; user < LimitRecorder.MAX_OPEN + 500; user++) {
      refused("user " + user, 0, 10);
    }
    assertThat(recorder.openNow()).isEqualTo(LimitRecorder.MAX_OPEN);
    assertThat(all().limited()).isEqualTo(LimitRecorder.MAX_OPEN + 500);
    assertThat(recorder.report().untracked()).isEqualTo(500);

    for (int label = 0; label < LimitRecorder.MAX_PLACES + 5; label++) {
      record("AI " + label, "user", 0, Outcome.RATE_LIMITED, -1);
    }
    assertThat(recorder.report().places()).hasSize(LimitRecorder.MAX_PLACES);
    assertThat(recorder.report().untracked()).isGreaterThan(500);
  }

  @Test
  void shouldLoseNothingWhenManyUsersAreRefusedAtTheSameTime() throws Exception {
    int users = 32;
    int rounds = 500;
    ExecutorService threads = Executors.newFixedThreadPool(8);
    for (int user = 0; user < users; user++) {
      String name = "user " + user;
      threads.execute(
          () -> {
            for (long round = 0; round < rounds; round++) {
              refused(name, round * 10_000, 1_000);
              refused(name, round * 10_000 + 2_000, 1_000);
              served(name, round * 10_000 + 4_000);
            }
          });
    }
    threads.shutdown();
    assertThat(threads.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
    long all = (long) users * rounds;
    assertThat(all())
        .isEqualTo(
            new LimitFigures(
                2 * all,
                2 * all,
                all,
                all,
                0,
                OptionalLong.empty(),
                all,
                0,
                OptionalLong.of(3_990),
                all * 3_990));
    assertThat(recorder.openNow()).isZero();
  }

  private static LimitFigures figures(
      long limited, long announced, long kept, long episodes, long millis) {
    return new LimitFigures(
        limited,
        announced,
        kept,
        0,
        0,
        OptionalLong.empty(),
        episodes,
        0,
        OptionalLong.of(millis),
        episodes * millis);
  }
}
