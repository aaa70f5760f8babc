package dev.aiendpoint.baseline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComparisonTest {

  @ParameterizedTest(name = "{0}: {1} with tolerance {2} %: {5}")
  @CsvSource({
    "< 5 s, 4999, 0, true, true, below",
    "< 5 s, 5000, 0, false, false, the end of < is not accepted",
    "<= 5 s, 5000, 0, true, true, the end of <= is accepted",
    "< 5 s, 6000, 20, false, true, as far off as the tolerance",
    "< 5 s, 6001, 20, false, false, farther off than the tolerance",
    "> 5 s, 5000, 0, false, false, the end of > is not accepted",
    ">= 5 s, 5000, 0, true, true, the end of >= is accepted",
    ">= 5 s, 4000, 20, false, true, below by the tolerance",
    ">= 5 s, 3999, 20, false, false, below by more",
    ">= 5 s, 0, 100, false, true, a tolerance of everything",
    "== 5 s, 5000, 0, true, true, equal",
    "== 5 s, 5500, 10, false, true, equal within the tolerance",
    "!= 5 s, 5000, 0, false, false, not equal",
    "!= 5 s, 5001, 0, true, true, different",
    "within 5 s +- 1 s, 6000, 0, true, true, the margin is included",
    "within 5 s +- 1 s, 4000, 0, true, true, on both sides",
    "within 5 s +- 1 s, 6100, 10, false, true, the tolerance widens the margin",
    "within 5 s +- 1 s, 6101, 10, false, false, but not more",
    "between 5 s and 6 s, 5000, 0, true, true, both ends are included",
    "between 5 s and 6 s, 6600, 10, false, true, the tolerance moves the ends",
    "between 5 s and 6 s, 4499, 10, false, false, but not more",
  })
  void shouldAccept(
      String text, double value, double tolerance, boolean accepted, boolean tolerated, String why)
      throws CheckSyntaxException {
    Comparison comparison = CheckParser.parseTarget(text, Dimension.TIME).comparison();
    assertThat(comparison.accepts(value)).as(why).isEqualTo(accepted);
    assertThat(
            accepted
                || comparison.range(tolerance).map(range -> range.contains(value)).orElse(false))
        .as(why)
        .isEqualTo(tolerated);
  }
}
