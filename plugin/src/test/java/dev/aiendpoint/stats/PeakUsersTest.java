package dev.aiendpoint.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PeakUsersTest {

  private static final Scope NORMAL = Scope.ALL.withPhases(Set.of("normal"));
  private static final Scope PEAK = Scope.ALL.withPhases(Set.of("peak"));

  private static TestSample sample(String phase, long start, long end, int users) {
    return TestSample.of("AI chat").phase(phase).start(start).elapsed(end - start).users(users);
  }

  /** 5 users until 1,000, then 50; the last sample of normal ends among the 50. */
  private static List<TestSample> step() {
    return List.of(
        sample("normal", 0, 300, 5),
        sample("normal", 400, 700, 4),
        sample("normal", 990, 1_500, 50),
        sample("normal", 995, 999, 5),
        sample("peak", 1_010, 1_400, 50),
        sample("peak", 1_450, 1_600, 48));
  }

  static Stream<Arguments> orders() {
    return Stream.of(
            "as they began", "the last one first", "shuffled", "shuffled again", "and again")
        .map(
            name -> {
              List<TestSample> rows = new ArrayList<>(step());
              if (name.startsWith("the last")) {
                Collections.reverse(rows);
              } else if (!name.startsWith("as")) {
                Collections.shuffle(rows, new Random(name.length()));
              }
              return Arguments.of(name, rows);
            });
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("orders")
  void shouldLeaveOutWhatEndsAmongTheUsersOfTheNextPhase(String name, List<TestSample> rows) {
    RunRecorder recorder = new RunRecorder(0);
    rows.forEach(row -> row.recordIn(recorder, 1));

    RunSnapshot run = recorder.snapshot();
    assertThat(run.select(NORMAL).maxUsers()).isEqualTo(5);
    assertThat(run.select(PEAK).maxUsers()).isEqualTo(50);
    assertThat(run.select(Scope.ALL.withPhases(Set.of("normal", "peak"))).maxUsers()).isEqualTo(50);
    assertThat(run.select(Scope.ALL).maxUsers()).isEqualTo(50);
  }

  @Test
  void shouldKnowFromEveryLabelHowLongAPhaseLasted() {
    RunRecorder recorder = new RunRecorder(0);
    sample("normal", 0, 300, 5).recordIn(recorder, 1);
    assertThat(recorder.snapshot().select(NORMAL).maxUsers()).as("nothing began later").isZero();

    TestSample.of("CONTROL persona").phase("normal").start(301).users(6).recordIn(recorder, 1);

    assertThat(recorder.snapshot().select(NORMAL).maxUsers()).isEqualTo(5);
  }

  @Test
  void shouldCountRetiringUsersWhileTheyRun() {
    RunRecorder recorder = new RunRecorder(0);
    sample("stress", 0, 900, 30).recordIn(recorder, 2);
    sample("recovery", 1_000, 1_200, 30).recordIn(recorder, 1);
    sample("recovery", 2_000, 2_200, 10).recordIn(recorder, 1);
    sample("recovery", 3_000, 3_200, 10).recordIn(recorder, 1);

    assertThat(recorder.snapshot().select(Scope.ALL.withPhases(Set.of("recovery"))).maxUsers())
        .isEqualTo(30);
  }

  @Test
  void shouldAnswerAsAListOfAllReadingsWouldInAnyOrder() {
    Random random = new Random(20260101);
    for (int round = 0; round < 2_000; round++) {
      List<long[]> readings = new ArrayList<>();
      PeakUsers peak = PeakUsers.NONE;
      long settled = Long.MIN_VALUE;
      for (int i = 0; i < 1 + random.nextInt(12); i++) {
        long[] reading = {random.nextInt(15), random.nextInt(6)};
        readings.add(reading);
        settled = Math.max(settled, reading[0] - 1 - random.nextInt(9));
        peak = peak.with(reading[0], (int) reading[1], settled);
      }
      for (long moment = settled; moment < 17; moment++) {
        long until = moment;
        assertThat(peak.before(moment))
            .as("round %d before %d", round, moment)
            .isEqualTo(
                readings.stream()
                    .filter(reading -> reading[0] < until)
                    .mapToInt(reading -> (int) reading[1])
                    .max()
                    .orElse(0));
      }
      assertThat(peak.most()).isEqualTo(peak.before(Long.MAX_VALUE));
    }
  }

  @Test
  void shouldKeepOnlyWhatALaterQuestionCanTellApart() {
    PeakUsers peak = PeakUsers.NONE;
    for (int i = 1; i <= 10_000; i++) {
      peak = peak.with(i * 10L, i, i * 10L - 35);
    }
    assertThat(peak.entries()).isLessThan(10);
    assertThat(peak.with(200_000, 10_000, 0)).as("nothing new").isSameAs(peak);
  }
}
