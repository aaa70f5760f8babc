package dev.aiendpoint.phase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ArrivalScheduleTest {

  private static final long SECOND = 1_000_000_000L;

  private static LoadProfile profile(PhaseRow... rows) {
    return LoadProfile.of(PhaseTableParser.parse(List.of(rows)).phases(), LoadScale.FULL);
  }

  private static long[] all(ArrivalSchedule schedule) {
    LongStream.Builder instants = LongStream.builder();
    while (schedule.hasNext()) {
      assertThat(schedule.peek()).isNotNegative();
      instants.add(schedule.nextLong());
    }
    return instants.build().toArray();
  }

  @Test
  void shouldSpaceEvenlyWhenRateIsConstant() {
    long[] instants = all(ArrivalSchedule.even(profile(new PhaseRow("a", "4/s", "2 s", "none"))));

    assertThat(instants)
        .containsExactly(LongStream.range(0, 8).map(n -> 125_000_000 + n * 250_000_000).toArray());
  }

  @Test
  void shouldThickenAlongTheRamp() {
    // 0 to 10/s over 10 s is n = t^2/2, so the n-th arrival is at sqrt(2 * (n - 0.5)).
    long[] instants = all(ArrivalSchedule.even(profile(new PhaseRow("a", "10/s", "10 s", "all"))));

    assertThat(instants).hasSize(50);
    for (int n = 1; n <= instants.length; n++) {
      assertThat(instants[n - 1] / 1e9).isCloseTo(Math.sqrt(2 * (n - 0.5)), within(1e-6));
    }
  }

  @Test
  void shouldThinOutToNothingWhenRateFalls() {
    long[] instants =
        all(
            ArrivalSchedule.even(
                profile(
                    new PhaseRow("a", "10/s", "1 s", "none"),
                    new PhaseRow("b", "0/s", "10 s", "all"))));

    assertThat(instants).hasSize(60).isSorted();
    assertThat(instants[59]).isLessThan(11 * SECOND);
  }

  @Test
  void shouldSkipPhasesOfUsers() {
    long[] instants =
        all(
            ArrivalSchedule.even(
                profile(
                    new PhaseRow("users", "5", "10 s", "none"),
                    new PhaseRow("a", "1/s", "2 s", "none"),
                    new PhaseRow("more", "5", "10 s", "none"),
                    new PhaseRow("b", "1/s", "1 s", "none"))));

    assertThat(instants).containsExactly(10_500_000_000L, 11_500_000_000L, 22_500_000_000L);
  }

  @Test
  void shouldRepeatWhenSeedIsTheSame() {
    LoadProfile profile = profile(new PhaseRow("a", "50/s", "20 s", "25 %"));

    assertThat(all(ArrivalSchedule.poisson(profile, 7)))
        .containsExactly(all(ArrivalSchedule.poisson(profile, 7)))
        .isNotEqualTo(all(ArrivalSchedule.poisson(profile, 8)));
  }

  @Test
  void shouldHaveMeanAndSpreadOfAPoissonProcess() {
    long[] instants =
        all(ArrivalSchedule.poisson(profile(new PhaseRow("a", "100/s", "200 s", "none")), 42));
    double[] gaps = new double[instants.length - 1];
    for (int i = 0; i < gaps.length; i++) {
      gaps[i] = (instants[i + 1] - instants[i]) / 1e9;
    }
    double mean = java.util.Arrays.stream(gaps).average().orElseThrow();
    double variance =
        java.util.Arrays.stream(gaps)
            .map(gap -> (gap - mean) * (gap - mean))
            .average()
            .orElseThrow();

    // 20,000 arrivals have a standard deviation of 141; an exponential gap's is its mean.
    assertThat((double) instants.length).isCloseTo(20_000, within(600.0));
    assertThat(Math.sqrt(variance) / mean).isCloseTo(1, within(0.03));
  }

  @Test
  void shouldHaveNoneWhenNoPhaseIsOpen() {
    ArrivalSchedule schedule =
        ArrivalSchedule.even(profile(new PhaseRow("a", "5", "10 s", "none")));

    assertThat(schedule.hasNext()).isFalse();
    assertThat(schedule.peek()).isEqualTo(Long.MAX_VALUE);
  }
}
