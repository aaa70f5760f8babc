package dev.aiendpoint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompareCommandTest {

  private static final String HEADER =
      "timeStamp,elapsed,label,responseCode,success,ai_phase,ai_outcome,ai_cache\n";

  @TempDir Path folder;

  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

  private int compare(String... args) {
    List<String> all = new ArrayList<>(List.of("compare"));
    all.addAll(List.of(args));
    return Main.run(all, new PrintStream(printed, true, StandardCharsets.UTF_8));
  }

  private int compare(Path run, Path against, String... more) {
    List<String> args = new ArrayList<>(List.of("--run", run.toString()));
    args.addAll(List.of("--against", against.toString()));
    args.addAll(List.of(more));
    return compare(args.toArray(String[]::new));
  }

  private String output() {
    return printed.toString(StandardCharsets.UTF_8);
  }

  /** A folder as a run leaves it: a result file of a minute, and a verdict. */
  private Path run(String name, long seed, double median, String label, String outcome, int samples)
      throws IOException {
    Path run = Files.createDirectories(folder.resolve(name));
    Random random = new Random(seed);
    StringBuilder text = new StringBuilder(HEADER);
    for (int i = 0; i < samples; i++) {
      long elapsed = Math.round(median * Math.exp(0.4 * random.nextGaussian()));
      long start = 1_790_000_000_000L + i * 60_000L / samples;
      text.append(start).append(',').append(elapsed).append(",\"").append(label);
      text.append("\",200,true,up,").append(outcome).append(",MISS\n");
    }
    Files.writeString(run.resolve("results.csv"), text);
    return verdict(run, "trial", 0.1);
  }

  private Path run(String name, long seed, double median) throws IOException {
    return run(name, seed, median, "AI chat", "GENERATED", 900);
  }

  private static Path verdict(Path run, String plan, double scale) throws IOException {
    Files.writeString(
        run.resolve("verdict.json"),
        "{ \"plan\": \"%s\", \"scales\": { \"duration\": %s, \"users\": 1 } }"
            .formatted(plan, scale));
    return run;
  }

  @Test
  void shouldRaiseNoAlarmForARunComparedWithItself() throws IOException {
    Path run = run("one", 1, 600);

    assertThat(compare(run, run)).as(output()).isZero();
    assertThat(output())
        .contains("results.csv", "blocks of 1998 ms", "NO WORSENING", "same")
        .doesNotContain("slower\n", "worse\n");
  }

  @Test
  void shouldRaiseAnAlarmWhenAnswersAreSlower() throws IOException {
    Path before = run("before", 1, 600);

    assertThat(compare(run("after", 2, 780), before)).as(output()).isEqualTo(99);
    assertThat(output())
        .containsPattern("AI chat +typical elapsed .* slower\n")
        .contains("WORSE: a change of at least 5 % and 10 ms");
  }

  @Test
  void shouldRaiseNoAlarmWhenAnswersAreFaster() throws IOException {
    Path before = run("before", 1, 780);

    assertThat(compare(run("after", 2, 600), before)).as(output()).isZero();
    assertThat(output()).containsPattern("AI chat +typical elapsed .* faster\n");
  }

  @Test
  void shouldRaiseAnAlarmWhenAnswersFail() throws IOException {
    Path before = run("before", 1, 600);

    assertThat(compare(run("after", 2, 600, "AI chat", "SERVER_ERROR", 900), before))
        .as(output())
        .isEqualTo(99);
    assertThat(output()).containsPattern("AI chat +error rate .* worse\n");
  }

  @Test
  void shouldNotCallRunsEqualOfWhichNothingCanBeTold() throws IOException {
    Path few = run("few", 1, 600, "AI chat", "GENERATED", 20);

    assertThat(compare(few, few)).as(output()).isEqualTo(99);
    assertThat(output()).contains("UNKNOWN: nothing could be compared.").doesNotContain("same\n");
  }

  @Test
  void shouldCountALabelThatOneOfTheRunsLacksAsUnknown() throws IOException {
    Path before = run("before", 1, 600);

    assertThat(compare(run("after", 1, 600, "AI summary", "GENERATED", 900), before)).isEqualTo(99);

    assertThat(output())
        .containsPattern("AI chat +throughput +15 /s +0 /s +-100 % +- +900 +worse\n")
        .containsPattern("AI summary +throughput +- +15 /s +- +- +0 +unknown\n")
        .containsPattern("AI chat +typical elapsed +\\d+ ms +- +- +- +0 +unknown\n")
        .containsPattern("AI summary +typical elapsed +- +\\d+ ms +- +- +0 +unknown\n");
  }

  @ParameterizedTest(name = "a run with {0} and one with {1}")
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "{'plan': 'p', 'scales': {'users': 1}}; {'plan': 'p', 'scales': {'users': 1}}; ",
        "{'plan': 'p', 'scales': {'users': 1}}; {'plan': 'p'}; scales",
        "{}; {'plan': 'p', 'scales': {'users': 1}}; plan and scales",
        "{}; {}; plan and scales",
      })
  void shouldSayWhenNobodyKnowsWhetherTheLoadIsTheSame(String one, String other, String unknown)
      throws IOException {
    Path before = run("before", 1, 600);
    Path after = run("after", 1, 600);
    Files.writeString(before.resolve("verdict.json"), one.replace('\'', '"'));
    Files.writeString(after.resolve("verdict.json"), other.replace('\'', '"'));

    assertThat(compare(after, before)).as(output()).isZero();
    if (unknown == null) {
      assertThat(output()).doesNotContain("not known to be the same");
    } else {
      assertThat(output())
          .contains("load   not known to be the same")
          .contains("a verdict.json with " + unknown + "\n");
    }
  }

  @Test
  void shouldHoldChangesAgainstTheLeastThatCounts() throws IOException {
    Path before = run("before", 1, 600);
    Path after = run("after", 2, 780);

    assertThat(compare(after, before, "--least-ms", "400", "--least-percent", "60"))
        .as(output())
        .isZero();
    assertThat(compare(after, before, "--machine-percent", "30")).as(output()).isZero();
  }

  @Test
  void shouldKeepTheTextWhereItIsWanted() throws IOException {
    Path run = run("one", 1, 600);
    Path text = folder.resolve("change.txt");

    compare(run, run, "--out", text.toString());

    assertThat(text).content().isEqualTo(output());
  }

  @Test
  void shouldTakeResultFilesInPlaceOfFolders() throws IOException {
    Path before = run("before", 1, 600).resolve("results.csv");
    Path after = run("after", 2, 780).resolve("results.csv");

    assertThat(compare(after, before)).as(output()).isEqualTo(99);
  }

  @Test
  void shouldKeepTo120ColumnsWithLabelsThatAreHostile() throws IOException {
    String label = "READ " + "x".repeat(150) + " 매칭설명 \u001B[31m\u202E `|<b>";
    Path run = run("one", 1, 600, label, "SERVED", 900);

    compare(run, run);

    assertThat(output()).doesNotContain("\u001B", "\u202E").contains("\\u001B[31m\\u202E");
    assertThat(output().lines().filter(line -> line.startsWith("READ") || line.startsWith("xx")))
        .isNotEmpty()
        .allMatch(line -> line.length() <= 120);
  }

  @ParameterizedTest
  @CsvSource({
    "smoke-test, 0.1, plan of, 'smoke-test', 'trial'",
    "trial, 1, scales of, 'duration', 'users'"
  })
  void shouldRefuseRunsOfAnotherLoad(
      String plan, double scale, String named, String one, String other) throws IOException {
    Path before = run("before", 1, 600);
    Path after = verdict(run("after", 2, 600), plan, scale);

    assertThat(compare(after, before)).isEqualTo(104);
    assertThat(output()).contains("compare: " + named, one, other, "but must be that of");
  }

  @Test
  void shouldRefuseWhatIsNoRun() throws IOException {
    Path run = run("one", 1, 600);
    Path empty = Files.createDirectories(folder.resolve("empty"));
    Path two = run("two", 1, 600);
    Files.writeString(two.resolve("other.jtl"), HEADER);
    Path nothing = Files.createDirectories(folder.resolve("nothing"));
    Files.writeString(nothing.resolve("r.csv"), HEADER);
    Path binary = Files.createDirectories(folder.resolve("binary"));
    Files.write(binary.resolve("r.csv"), new byte[] {0, 1, 2, (byte) 0xFF, (byte) 0xFE, 10, 0});

    for (Path wrong : List.of(folder.resolve("none"), empty, two, nothing, binary)) {
      assertThat(compare(run, wrong)).as(wrong.toString()).isEqualTo(104);
      assertThat(compare(wrong, run)).as(wrong.toString()).isEqualTo(104);
    }
    assertThat(output())
        .contains(
            "none: there is no such folder",
            "empty: holds 0 result files (.csv, .jtl) but must hold one",
            "two: holds 2 result files",
            "holds no sample but CONTROL")
        .doesNotContain("\tat ");
    assertThat(output().lines()).as("a message each, and no table").hasSize(10);
  }

  @Test
  void shouldSayWhyHistogramsAloneAreNotEnough() throws IOException {
    Path run = run("one", 1, 600);
    Path bare = Files.createDirectories(folder.resolve("bare"));
    Files.writeString(bare.resolve("latency.hlog"), "#[Histogram log format version 1.3]\n");

    assertThat(compare(run, bare)).isEqualTo(104);
    assertThat(output())
        .contains("latency.hlog", "holds no time", "name the result file of that run");
  }

  @ParameterizedTest
  @CsvSource({
    "--run x, --against is missing",
    "--against x, --run is missing",
    "--run, --run has no value",
    "--run x --against y --least-ms -5, --least-ms was '-5' but must be a number such as 2.5",
    "--run x --against y --least-pp NaN, --least-pp was 'NaN' but must be a number",
    "--run x --against y --loud 3, argument was '--loud' but must be known"
  })
  void shouldNameAnArgumentThatIsWrong(String args, String message) {
    assertThat(compare(args.split(" "))).isEqualTo(104);
    assertThat(output()).contains(message);
  }
}
