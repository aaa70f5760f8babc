package dev.aiendpoint.phase;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhasedLoadParserTest {

  private static final List<PhaseRow> ROWS = List.of(new PhaseRow("a", "5/s", "10 s", "none"));

  @Test
  void shouldReadAllLimits() {
    PhasedLoad load =
        PhasedLoadParser.parse(
                new PhasedLoadText(ROWS, "1 min", "200", "poisson", "-7"), "0.5", "0.1")
            .load()
            .orElseThrow();

    assertThat(load.gracefulLimit()).as("not scaled").isEqualTo(Duration.ofMinutes(1));
    assertThat(load.maxUsers()).isEqualTo(20);
    assertThat(load.poisson()).isTrue();
    assertThat(load.seed()).isEqualTo(OptionalLong.of(-7));
    assertThat(load.peakUsers()).isEqualTo(20);
    assertThat(load.profile().totalNanos()).isEqualTo(5_000_000_000L);
  }

  @ParameterizedTest(name = "{4}: {0}, {1}, {2}, {3}")
  @CsvSource({
    "soon, 1,       even,  '',  graceful limit",
    "'',   1,       even,  '',  graceful limit",
    "1 s,  0,       even,  '',  max users",
    "1 s,  -1,      even,  '',  max users",
    "1 s,  1000001, even,  '',  max users",
    "1 s,  1,       odd,   '',  arrivals",
    "1 s,  1,       even,  x,   seed"
  })
  void shouldNameTheLimitThatIsWrong(
      String graceful, String max, String arrivals, String seed, String name) {
    PhasedLoadParser.Result result =
        PhasedLoadParser.parse(new PhasedLoadText(ROWS, graceful, max, arrivals, seed), "", "");

    assertThat(result.load()).isEmpty();
    assertThat(result.problems())
        .singleElement()
        .asString()
        .matches("limits: " + name + " was '.*' but must be .*; supported: .*");
  }
}
