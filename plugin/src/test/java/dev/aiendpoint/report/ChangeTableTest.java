package dev.aiendpoint.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiendpoint.compare.Change;
import dev.aiendpoint.compare.Noise;
import dev.aiendpoint.compare.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ChangeTableTest {

  private static final List<String> PIECES =
      List.of(
          "word ",
          "unbroken",
          "매칭설명",
          "日本語",
          "\uD83D\uDE80",
          "e\u0301",
          "\t",
          "\n",
          "\u001B[2J",
          "\u202E");

  private static Change change(
      String series, String figure, String unit, double before, double after, Word word) {
    double by = unit.equals("%") ? after - before : 100 * (after - before) / before;
    return new Change(
        series,
        figure,
        unit,
        OptionalDouble.of(before),
        OptionalDouble.of(after),
        OptionalDouble.of(by),
        OptionalDouble.of(by - 2.04),
        OptionalDouble.of(by + 2.04),
        1234,
        word);
  }

  private static Change unknown(String series) {
    OptionalDouble none = OptionalDouble.empty();
    return new Change(
        series, "p95 ttft", "ms", none, OptionalDouble.of(7), none, none, none, 0, Word.UNKNOWN);
  }

  @Test
  void shouldShowFiguresWithTheirUnitsAndN() {
    String text =
        ChangeTable.write(
            List.of(
                change("AI", "typical elapsed", "ms", 600, 720, Word.SLOWER),
                change("AI", "hit rate", "%", 50, 51.5, Word.SAME),
                change("AI", "throughput", "/s", 20, 25, Word.BETTER),
                unknown("AI chat")),
            Noise.DEFAULT);

    assertThat(text)
        .containsPattern(
            "AI +typical elapsed +600 ms +720 ms +\\+20 % +\\+18 to \\+22 % +1234 +slower\n")
        .containsPattern("AI +hit rate +50 % +51.5 % +\\+1.5 pp +-0.5 to \\+3.5 pp +1234 +same\n")
        .containsPattern("AI +throughput +20 /s +25 /s +\\+25 % +\\+23 to \\+27 % +1234 +better\n")
        .containsPattern("AI chat +p95 ttft +- +7 ms +- +- +0 +unknown\n")
        .endsWith("\n")
        .contains(
            "4 figures: 1 slower or worse, 1 faster or better, 1 the same, 1 unknown. WORSE:");
  }

  @Test
  void shouldClaimNoMoreThanWasTold() {
    Change same = change("AI", "p50 elapsed", "ms", 600, 601, Word.SAME);

    assertThat(ChangeTable.write(List.of(same), Noise.DEFAULT))
        .contains("NO WORSENING beyond the noise was found among");
    assertThat(ChangeTable.write(List.of(unknown("AI")), Noise.DEFAULT))
        .contains("UNKNOWN: nothing could be compared.")
        .doesNotContain("NO WORSENING");
    assertThat(ChangeTable.write(List.of(), Noise.DEFAULT)).contains("UNKNOWN");
  }

  @Test
  void shouldKeepTo120ColumnsWhateverTheLabelsAndFigures() {
    for (int seed = 0; seed < 300; seed++) {
      Random random = new Random(seed);
      List<Change> changes = new ArrayList<>();
      for (int i = 0; i < 6; i++) {
        StringBuilder label = new StringBuilder("READ ");
        for (int piece = random.nextInt(40); piece > 0; piece--) {
          label.append(PIECES.get(random.nextInt(PIECES.size())));
        }
        changes.add(
            change(
                label.toString(),
                "p50 elapsed, cached",
                List.of("ms", "%", "/s").get(random.nextInt(3)),
                Math.exp(25 * random.nextDouble()),
                Math.exp(25 * random.nextDouble()),
                Word.values()[random.nextInt(Word.values().length)]));
      }

      String text = ChangeTable.write(changes, Noise.DEFAULT);

      assertThat(text).as("seed " + seed).doesNotContain("\u001B", "\u202E", "\t");
      assertThat(text.lines())
          .as("seed " + seed)
          .allMatch(line -> ColumnWidth.of(line) <= 120, "at most 120 columns");
    }
  }
}
