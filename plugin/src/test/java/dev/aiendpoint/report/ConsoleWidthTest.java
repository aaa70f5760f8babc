package dev.aiendpoint.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiendpoint.baseline.RunVerdict;
import dev.aiendpoint.baseline.ThresholdResult;
import dev.aiendpoint.baseline.VerdictWord;
import dev.aiendpoint.exchange.Outcome;
import dev.aiendpoint.sample.Sample;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs whose every text is hostile to a table of 120 columns, drawn from a seed. */
class ConsoleWidthTest {

  /** Maven puts {@code [INFO] } before each line. */
  private static final int TERMINAL = 120 - "[INFO] ".length();

  private static final List<String> PIECES =
      List.of(
          "word ",
          "unbroken",
          "매칭설명",
          "한국어 라벨 ",
          "日本語",
          "\u2705\u26A1\u23F0",
          "\uD83D\uDE80",
          "e\u0301",
          "\u1112\u1161\u11AB",
          "\uD83D\uDC69\u200D\uD83D\uDCBB",
          "\t",
          "\n",
          "\u001B[31m",
          "\u202E",
          "p95(elapsed) < 5 s",
          "http://127.0.0.1:8080/a/very/long/path?with=query&and=more");

  static List<Long> seeds() {
    return IntStream.range(0, 300).mapToObj(Long::valueOf).toList();
  }

  private static String text(Random random, int most) {
    StringBuilder text = new StringBuilder("x");
    int pieces = random.nextInt(most);
    for (int i = 0; i < pieces; i++) {
      text.append(PIECES.get(random.nextInt(PIECES.size())));
    }
    return text.toString();
  }

  private static RunVerdict run(Random random) {
    List<Sample> samples = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      samples.add(
          SampleRuns.sample(
                  "AI " + text(random, 40),
                  random.nextInt(Integer.MAX_VALUE),
                  Outcome.values()[random.nextInt(Outcome.values().length)])
              .in(text(random, 20), 1)
              .build());
    }
    ThresholdResult[] results = new ThresholdResult[6];
    for (int i = 0; i < results.length; i++) {
      results[i] =
          SampleRuns.ms(
              text(random, 20),
              text(random, 30),
              text(random, 30),
              random.nextDouble() * Long.MAX_VALUE,
              random.nextDouble() * Long.MAX_VALUE,
              random.nextLong(Long.MAX_VALUE),
              List.of("PASS", "FAIL", "WARN").get(random.nextInt(3)));
    }
    return SampleRuns.run(
        text(random, 30), VerdictWord.FAIL, List.of(text(random, 60)), samples, results);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void shouldFitATerminalOf120Columns(long seed) {
    String text = new ConsoleTable(false).write(run(new Random(seed)), List.of());
    assertThat(text.lines()).allMatch(line -> ColumnWidth.of(line) <= TERMINAL, "fits " + seed);
    assertThat(text.chars().filter(c -> Character.isISOControl(c) && c != '\n')).isEmpty();
  }

  @Test
  void shouldWrapNumbersWhenNothingElseCanGiveWay() {
    TextTable table =
        new TextTable(
            2,
            40,
            TextTable.Column.text("label"),
            TextTable.Column.number("samples"),
            TextTable.Column.number("errors"));
    table.row("매칭설명 매칭설명", "9223372036854775807", "9223372036854775807 (100 %)");
    assertThat(table.lines()).allMatch(line -> ColumnWidth.of(line) <= 40);
    assertThat(String.join("", table.lines()).replaceAll("[^0-9]", ""))
        .as("no digit is lost")
        .hasSize(2 * 19 + 3);
  }

  @Test
  void shouldNameTheReportBeforeTheOtherFiles() {
    Path folder = Path.of("target", "runs", "smoke-test");
    assertThat(
            new ConsoleTable(false)
                .write(
                    SampleRuns.allPass(),
                    List.of(folder.resolve("verdict.json"), folder.resolve("report.html"))))
        .endsWith(
            "\n\n  report    target/runs/smoke-test/report.html\n"
                + "  files     target/runs/smoke-test/verdict.json\n");
  }

  /** Widths that a terminal (tmux 3.3) showed. */
  @Test
  void shouldCountAsATerminalDoes() {
    assertThat(ColumnWidth.of("매칭설명")).isEqualTo(8);
    assertThat(ColumnWidth.of("\u2705\u26A1\u23F0")).isEqualTo(6);
    assertThat(ColumnWidth.of("e\u0301")).isEqualTo(1);
    assertThat(ColumnWidth.of("\u1112\u1161\u11AB")).isEqualTo(2);
    assertThat(ColumnWidth.of("…–±")).isEqualTo(3);
  }
}
