package dev.aiendpoint.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiendpoint.baseline.RunVerdict;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarkdownReportTest {

  private final MarkdownReport writer = new MarkdownReport();

  @ParameterizedTest
  @ValueSource(strings = {"all-unauthorized", "hostile"})
  void shouldWriteTheGoldenFile(String name) throws Exception {
    GoldenFile.assertMatches(name + ".md", writer.write(SampleRuns.all().get(name)));
  }

  @Test
  void shouldGiveEveryTableRowAsManyCellsAsItsHead() {
    for (Map.Entry<String, RunVerdict> run : SampleRuns.all().entrySet()) {
      int columns = 0;
      for (String line : writer.write(run.getValue()).split("\n")) {
        int cells = line.startsWith("|") ? line.replace("\\|", "").split("\\|", -1).length : 0;
        assertThat(cells == 0 || columns == 0 ? cells : columns)
            .as(run.getKey() + ": " + line)
            .isEqualTo(cells);
        columns = cells;
      }
    }
  }

  @Test
  void shouldFormatNothingThatUsersWrote() {
    assertThat(MarkdownText.escaped("*a* _b_ [c](d) <e> `f` @g #1 |h"))
        .isEqualTo("\\*a\\* \\_b\\_ \\[c\\](d) &lt;e&gt; \\`f\\` &#64;g &#35;1 &#124;h");
    assertThat(MarkdownText.code("a|b`c")).isEqualTo("`a\\|b'c`");
  }

  @Test
  void shouldHoldResultsIssuesAndRecommendations() throws Exception {
    assertThat(writer.write(SimulatedRun.failing()))
        .startsWith("# ai-load: **FAIL**")
        .contains(
            "## Results against targets",
            "## Issues found",
            "1917 of 8625 AI requests were SERVER\\_ERROR",
            "## Recommendations",
            "**The circuit never opened although requests failed.**",
            "## Run it again",
            "-Dstandin.breaker=off");
  }

  @Test
  void shouldRecommendNothingWhereThereIsNoReason() throws Exception {
    assertThat(writer.write(SimulatedRun.healthy()))
        .contains("None: the figures give no reason for one.");
  }
}
