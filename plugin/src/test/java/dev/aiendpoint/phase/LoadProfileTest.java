package dev.aiendpoint.phase;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoadProfileTest {

  private static final long SECOND = 1_000_000_000L;

  private static LoadProfile profile(LoadScale scale, PhaseRow... rows) {
    PhaseTable table = PhaseTableParser.parse(List.of(rows));
    assertThat(table.problems()).isEmpty();
    return LoadProfile.of(table.phases(), scale);
  }

  private static LoadProfile profile(PhaseRow... rows) {
    return profile(LoadScale.FULL, rows);
  }

  private static final LoadProfile DAY =
      profile(
          new PhaseRow("rise", "10", "100 s", "all"),
          new PhaseRow("hold", "10", "50 s", "none"),
          new PhaseRow("jump", "30", "50 s", "none"),
          new PhaseRow("fall", "20", "100 s", "50 %"),
          new PhaseRow("rush", "8/s", "100 s", "50 %"),
          new PhaseRow("again", "4", "10 s", "all"));

  @ParameterizedTest(name = "{3}")
  @CsvSource({
    "-1,     0,  rise,  before the start nobody runs",
    "0,      0,  rise,  a ramp begins at the last level",
    "4.999,  0,  rise,  the first user waits for half of a step",
    "5,      1,  rise,  the first user starts where the line passes one half",
    "50,     5,  rise,  half of the way",
    "95,     10, rise,  the last user starts half of a step before the end",
    "99.999, 10, rise,  the level is reached within the ramp",
    "100,    10, hold,  a phase begins at its first instant",
    "150,    30, jump,  without ramp users jump",
    "225,    25, fall,  half of the ramp down",
    "249.9,  20, fall,  the ramp down is done",
    "275,    20, fall,  the level is kept after the ramp",
    "300,    0,  rush,  a phase of arrivals has no users of its own",
    "400,    0,  again, another model ramps from 0",
    "405,    2,  again, half of the way up",
    "410,    0,  again, after the end nobody is wanted",
    "999,    0,  again, what still runs belongs to the last phase"
  })
  void shouldFollowTheCurve(double seconds, int users, String phase, String sentence) {
    long nanos = Math.round(seconds * SECOND);

    assertThat(DAY.usersAt(nanos)).isEqualTo(users);
    assertThat(DAY.phaseAt(nanos)).isEqualTo(phase);
  }

  @ParameterizedTest(name = "{2}")
  @CsvSource({
    "299, 0, a phase of users has no rate",
    "300, 0, the ramp of another model begins at 0",
    "325, 4, half of the way",
    "350, 8, the rate is reached",
    "399, 8, the rate is kept",
    "400, 0, the next phase has users"
  })
  void shouldFollowTheArrivalRate(long seconds, double rate, String sentence) {
    assertThat(DAY.arrivalRateAt(seconds * SECOND)).isEqualTo(rate);
    assertThat(DAY.isOpenAt(seconds * SECOND)).isEqualTo(seconds >= 300 && seconds < 400);
  }

  @Test
  void shouldVisitEveryStartAndRetirementOnceWhenWalkingTheChanges() {
    List<Integer> users = new ArrayList<>();
    List<Long> instants = new ArrayList<>();
    OptionalLong next = DAY.nextChange(-1);
    while (next.isPresent()) {
      instants.add(next.getAsLong());
      users.add(DAY.usersAt(next.getAsLong()));
      next = DAY.nextChange(next.getAsLong());
    }

    assertThat(instants).isSorted().doesNotHaveDuplicates();
    assertThat(instants.subList(0, 10))
        .containsExactlyElementsOf(
            java.util.stream.LongStream.rangeClosed(1, 10)
                .map(n -> n * 10 * SECOND - 5 * SECOND)
                .boxed()
                .toList());
    assertThat(users)
        .containsExactly(
            1, 2, 3, 4, 5, 6, 7, 8, 9, 10, // rise
            30, // jump
            29, 28, 27, 26, 25, 24, 23, 22, 21, 20, // fall
            0, 0, // arrivals begin; users again, from 0
            1, 2, 3, 4, 0);
    assertThat(instants.get(instants.size() - 1)).isEqualTo(DAY.totalNanos());
  }

  @Test
  void shouldAgreeWithItsChangesAtEveryInstantWhenStepsDoNotDivideEvenly() {
    LoadProfile odd =
        profile(
            new PhaseRow("a", "9973", "7777 ms", "all"),
            new PhaseRow("b", "13", "3331 ms", "33 %"));
    long at = -1;
    int previous = 0;
    int changes = 0;
    for (OptionalLong next = odd.nextChange(at);
        next.isPresent();
        next = odd.nextChange(next.getAsLong())) {
      at = next.getAsLong();
      assertThat(odd.usersAt(at - 1)).isEqualTo(previous);
      previous = odd.usersAt(at);
      changes++;
    }
    assertThat(changes).isEqualTo(9973 + 9973 - 13 + 1);
  }

  @Test
  void shouldScaleLengthsAndUsers() {
    LoadProfile small =
        profile(
            new LoadScale(0.1, 0.02),
            new PhaseRow("a", "150", "100 s", "none"),
            new PhaseRow("b", "10", "100 s", "none"),
            new PhaseRow("c", "50/s", "100 s", "none"));

    assertThat(small.totalNanos()).isEqualTo(30 * SECOND);
    assertThat(small.peakUsers()).isEqualTo(3);
    assertThat(small.usersAt(15 * SECOND)).as("never 0 when there were users").isEqualTo(1);
    assertThat(small.arrivalRateAt(25 * SECOND)).isEqualTo(1);
  }

  @Test
  void shouldJoinStepsOfOnePhaseInItsWindow() {
    LoadProfile day =
        LoadProfile.of(
            PhaseTableParser.parse(PhasePreset.MIXED_TRAFFIC.rows()).phases(), LoadScale.FULL);

    assertThat(day.windows())
        .containsExactly(
            new PhaseWindow("morning", 0, 300_000, 50, 0),
            new PhaseWindow("mid-day", 300_000, 720_000, 100, 0),
            new PhaseWindow("afternoon peak", 720_000, 1_020_000, 150, 0),
            new PhaseWindow("evening", 1_020_000, 1_440_000, 150, 0),
            new PhaseWindow("night", 1_440_000, 1_620_000, 30, 0));
    assertThat(day.peakUsers()).isEqualTo(150);
  }

  @ParameterizedTest
  @CsvSource({
    "SMOKE, 30, 10",
    "AI_LOAD, 780, 150",
    "MIXED_TRAFFIC, 1620, 150",
    "CIRCUIT_BREAKER, 210, 20"
  })
  void shouldHaveTheLengthAndPeakOfThePlan(PhasePreset preset, long seconds, int peak) {
    LoadProfile plan =
        LoadProfile.of(PhaseTableParser.parse(preset.rows()).phases(), LoadScale.FULL);

    assertThat(plan.totalNanos()).isEqualTo(seconds * SECOND);
    assertThat(plan.peakUsers()).isEqualTo(peak);
  }
}
