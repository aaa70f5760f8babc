package dev.aiendpoint.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiendpoint.baseline.RunVerdict;
import dev.aiendpoint.baseline.VerdictWord;
import dev.aiendpoint.exchange.Outcome;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ConsoleTableTest {

  static Stream<RunVerdict> runs() {
    return SampleRuns.all().values().stream();
  }

  @ParameterizedTest
  @MethodSource("runs")
  void shouldFitTheWidthWithoutControlCharactersWhateverTheRun(RunVerdict run) {
    String text = new ConsoleTable(false).write(run, List.of());

    assertThat(text.lines()).allMatch(line -> ColumnWidth.of(line) <= ConsoleTable.WIDTH);
    assertThat(text.chars().filter(c -> Character.isISOControl(c) && c != '\n')).isEmpty();
    assertThat(text.lines()).allMatch(line -> line.equals(line.stripTrailing()));
  }

  @Test
  void shouldFitTheWidthWhenEveryNameIsLong() {
    String label = "AI " + "매칭설명".repeat(40);
    RunVerdict run =
        SampleRuns.run(
            "p".repeat(200),
            VerdictWord.FAIL,
            List.of("r".repeat(300)),
            List.of(
                SampleRuns.sample(label, 123_456_789, Outcome.SERVED)
                    .in("x".repeat(99), 1)
                    .build()),
            SampleRuns.ms(
                "i".repeat(150), "c ".repeat(100), label, 123_456_789, 1, 1L << 40, "FAIL"));
    String text = new ConsoleTable(false).write(run, List.of());

    assertThat(text.lines()).allMatch(line -> ColumnWidth.of(line) <= ConsoleTable.WIDTH);
    assertThat(text.replaceAll("[^i]", ""))
        .as("nothing is cut off")
        .hasSizeGreaterThanOrEqualTo(150);
  }

  @Test
  void shouldSayTheVerdictFirst() {
    assertThat(new ConsoleTable(false).write(SampleRuns.allPass(), List.of()))
        .startsWith(
            "PASS smoke-test  330 samples in 30 s, 10 users, http://127.0.0.1:41234 (embedded"
                + " stand-in)\n  4 of 4 thresholds PASS\n");
  }

  @Test
  void shouldExplainWhatDidNotPassAndNothingElse() {
    String text = new ConsoleTable(false).write(SampleRuns.warn(), List.of());

    assertThat(text).contains("target > 50 % missed").doesNotContain("observed 1848.0");
  }

  @Test
  void shouldShowNoLatencyAndWhyWhenEveryRequestWasRefused() {
    assertThat(new ConsoleTable(false).write(SampleRuns.allUnauthorized(), List.of()))
        .containsPattern("AI explanation +40 +0 +- +- +- +- +40 \\(100 %\\)")
        .contains("failures  40 x UNAUTHORIZED (401): 401 Unauthorized: sign in first");
  }

  @Test
  void shouldColourVerdictWordsOnlyWhenAsked() {
    RunVerdict run = SampleRuns.allUnauthorized();
    String plain = new ConsoleTable(false).write(run, List.of());
    String coloured = new ConsoleTable(true).write(run, List.of());

    assertThat(plain).doesNotContain("\u001B");
    assertThat(coloured)
        .startsWith("\u001B[1;31mFAIL\u001B[0m ai-load")
        .contains("\n  \u001B[32mPASS\u001B[0m     read-p95")
        .contains("\n  \u001B[1;35mNO_DATA\u001B[0m  explanation-p95");
    assertThat(coloured.replaceAll("\u001B\\[[0-9;]*m", "")).isEqualTo(plain);
  }

  @Test
  void shouldKeepPathsWholeWhenTheyAreLong() {
    Path file = Path.of("/" + "long/".repeat(40) + "verdict.json");

    assertThat(new ConsoleTable(false).write(SampleRuns.empty(), List.of(file)))
        .endsWith("  files     " + file + "\n");
  }
}
