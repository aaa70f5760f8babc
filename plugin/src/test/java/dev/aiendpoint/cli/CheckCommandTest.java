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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CheckCommandTest {

  private static final String HEADER =
      "timeStamp,elapsed,label,responseCode,success,allThreads,\"ai_phase\",\"ai_outcome\"\n";

  @TempDir Path folder;

  private Path baseline;
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

  @BeforeEach
  void writeBaseline() throws IOException {
    baseline =
        write(
            "baseline.json",
            """
            { "plan": "trial",
              "thresholds": [
                { "id": "fast", "check": "p95(elapsed) < 1 s", "minSamples": 2 },
                { "id": "users", "check": "max(users) >= 10", "scale": "users", "minSamples": 2 },
                { "id": "canary", "check": "rate(errors) <= 0 %", "labels": "AI *", "when": "smoke.ai!=off",
                  "minSamples": 1 },
                { "id": "icl", "check": "p95(icl) < 1 s" },
                { "id": "ttft", "check": "p95(ttft) < 1 s" } ] }
            """);
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private Path jtl(String text) throws IOException {
    return write("r.csv", HEADER + text);
  }

  private int check(Path jtl, String... more) {
    List<String> args =
        new ArrayList<>(
            List.of("check", "--baseline", baseline.toString(), "--jtl", jtl.toString()));
    args.addAll(List.of(more));
    return Main.run(args, new PrintStream(printed, true, StandardCharsets.UTF_8));
  }

  private String output() {
    return printed.toString(StandardCharsets.UTF_8);
  }

  private static String row(String label, long elapsed, int users) {
    return "1790000000000," + elapsed + "," + label + ",200,true," + users + ",up,SERVED\n";
  }

  private static final String GOOD = row("AI a", 100, 10) + row("READ b", 100, 10);

  @Test
  void shouldPassAndWriteTheReportsOfALiveRun() throws IOException {
    Path out = folder.resolve("out");

    int code = check(jtl(GOOD), "--out", out.toString());

    assertThat(code).as(output()).isZero();
    assertThat(output()).startsWith("PASS trial").contains("r.csv (result file)");
    assertThat(out.resolve("verdict.json")).content().contains("\"verdict\": \"NOT_DECIDABLE\"");
    assertThat(out.resolve("junit.xml")).exists();
    assertThat(out.resolve("latency.hlog")).exists();
  }

  @Test
  void shouldSayWhatTheColumnsCannotTell() throws IOException {
    check(jtl(GOOD));

    assertThat(output())
        .contains("only a live run can decide it")
        .contains("the result file lacks the column ai_ttft_ms");
  }

  @Test
  void shouldNotGuessUsersWithoutTheirColumn() throws IOException {
    int code =
        check(write("r.csv", "timeStamp,elapsed,label,success\n1000,1,AI a,true\n1000,1,b,true\n"));

    assertThat(code).as(output()).isZero();
    assertThat(output())
        .contains("the result file lacks the column allThreads")
        .doesNotContain("0 users");
  }

  @Test
  void shouldFailWithTheExitCodeOfALiveRun() throws IOException {
    assertThat(check(jtl(GOOD + row("READ b", 5_000, 10)))).as(output()).isEqualTo(99);
    assertThat(output()).startsWith("FAIL trial");
  }

  @Test
  void shouldBeNoDataWhenNothingWasMeasured() throws IOException {
    assertThat(check(jtl(row("READ b", 1, 10) + row("READ b", 1, 10)))).as(output()).isEqualTo(99);
    assertThat(output()).startsWith("NO_DATA trial");
  }

  @Test
  void shouldBeNoDataWhenNothingIsDecidable() throws IOException {
    baseline =
        write(
            "baseline.json",
            "{ \"plan\": \"trial\", \"thresholds\": [ { \"id\": \"icl\", \"check\": \"p95(icl) < 1"
                + " s\" } ] }");

    assertThat(check(jtl(GOOD))).as(output()).isEqualTo(99);
    assertThat(output()).startsWith("NO_DATA trial").contains("no threshold was decided");
  }

  @Test
  void shouldUseTheSettingsThatAreGiven() throws IOException {
    Path jtl = jtl(row("READ a", 1, 5) + row("READ b", 1, 5));
    assertThat(check(jtl)).as(output()).isEqualTo(99);
    printed.reset();

    assertThat(check(jtl, "--set", "users.scale=0.5", "--set", "smoke.ai=off"))
        .as(output())
        .isZero();
    assertThat(output()).contains("left out: canary: only when smoke.ai!=off");
  }

  @Test
  void shouldTakeTheSettingsThatTheRunItselfKept() throws IOException {
    Path jtl = jtl(row("READ a", 1, 5) + row("READ b", 1, 5));
    write(
        "verdict.json",
        """
        { "plan": "trial", "startedAt": "2026-09-21T14:13:10Z", "endedAt": "2026-09-21T14:13:40Z",
          "settings": { "users.scale": "0.5", "smoke.ai": "off" } }
        """);

    assertThat(check(jtl)).as(output()).isZero();
    assertThat(output())
        .contains("settings as the run kept them in verdict.json")
        .contains("users.scale=0.5");
    printed.reset();
    assertThat(check(jtl, "--set", "users.scale=1"))
        .as("given ones win: " + output())
        .isEqualTo(99);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '#',
      value = {
        "'arrivals': { 'planned': 5 }, # true",
        "'arrivals': { 'planned': 0 }, # false",
        "# false"
      })
  void shouldSayWhereItCannotTellWhetherArrivalsWereDropped(String arrivals, boolean said)
      throws IOException {
    write(
        "verdict.json",
        """
        { "plan": "trial", "startedAt": "2026-09-21T14:13:10Z", "endedAt": "2026-09-21T14:13:40Z",
          %s "settings": {} }
        """
            .formatted(arrivals == null ? "" : arrivals.replace('\'', '"')));

    assertThat(check(jtl(GOOD))).as(output()).isZero();
    assertThat(output().contains("arrivals-dropped")).as(output()).isEqualTo(said);
  }

  @Test
  void shouldNotTakeTheSettingsOfAnotherRun() throws IOException {
    Path jtl = jtl(row("READ a", 1, 5) + row("READ b", 1, 5));
    write(
        "verdict.json",
        """
        { "plan": "trial", "startedAt": "2026-09-20T14:13:10Z", "endedAt": "2026-09-20T14:13:40Z",
          "settings": { "users.scale": "0.5", "smoke.ai": "off" } }
        """);

    assertThat(check(jtl)).as(output()).isEqualTo(99);
    assertThat(output()).doesNotContain("settings as the run kept them");
  }

  @Test
  void shouldHoldTheBudgetOfTheRun() throws IOException {
    String header = HEADER.strip() + ",\"ai_cost\"\n";
    String rows = (row("AI a", 1, 10) + row("READ b", 1, 10)).replace("SERVED\n", "GENERATED,7\n");
    Path jtl = write("r.csv", header + rows);

    assertThat(check(jtl, "--set", "budget=10")).as(output()).isEqualTo(99);
    assertThat(output()).contains("run-budget").contains("the AI cost reached the budget of 10");
    printed.reset();
    assertThat(check(jtl, "--set", "budget=20")).as(output()).isZero();
    printed.reset();
    assertThat(check(jtl(GOOD), "--set", "budget=20")).as(output()).isZero();
    assertThat(output()).contains("the result file lacks the column ai_cost");
    printed.reset();
    assertThat(check(jtl, "--set", "budget=much")).as(output()).isEqualTo(104);
    printed.reset();
    assertThat(check(jtl, "--set", "users.scale=none")).as(output()).isEqualTo(104);
    assertThat(output()).contains("users.scale was 'none'");
  }

  @Test
  void shouldGiveNoVerdictWithoutASample() throws IOException {
    assertThat(check(jtl(""))).isEqualTo(97);
    assertThat(output()).startsWith("NO VERDICT trial: ").contains("holds 0 samples");
  }

  @Test
  void shouldSayThatTheLastRowIsCutOff() throws IOException {
    assertThat(check(jtl(GOOD + "17900"))).as(output()).isZero();
    assertThat(output())
        .contains("the last row of the result file is cut off (line 4) and left out");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '#',
      value = {
        "an empty file # # r.csv: is empty: no header and no sample",
        "a file without header # 1790000000000,1,a,200,true # r.csv: line 1: is a row, but must be"
            + " a header",
        "some other table # a;b;c\\n1;2;3 # r.csv: line 1: must be a header",
        "a wrong delimiter # timeStamp§elapsed§label§success # r.csv: line 1: must be a header",
        "a picture # \u0089PNG\\r\\n\u001a\\n # r.csv: line 1: must be a header",
        "broken XML # <testResults><x # r.csv: line 1: is no XML of JMeter's",
        "NUL bytes # timeStamp,elapsed,label,success\\n"
            + "\\0\\0\\0\\0,\\n"
            + " # r.csv: line 2: holds a NUL byte"
      })
  void shouldSayWhyAFileIsNoResultFile(String name, String text, String message)
      throws IOException {
    Path jtl = write("r.csv", text == null ? "" : text.translateEscapes());

    assertThat(check(jtl)).as(output()).isEqualTo(104);
    assertThat(output()).contains(message).doesNotContain("\tat ").doesNotContain("Exception");
  }

  @Test
  void shouldSayWhyAFileCannotBeRead() throws IOException {
    assertThat(check(folder)).isEqualTo(104);
    assertThat(check(folder.resolve("none.csv"))).isEqualTo(104);
    assertThat(output())
        .contains(": is a folder, but must be a result file (JTL)")
        .contains("none.csv: there is no such file")
        .doesNotContain("Exception");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '#',
      value = {
        "check # --baseline FILE is missing",
        "check --baseline x.json # --jtl FILE is missing",
        "check --jtl # --jtl needs a value",
        "check --jtl a --jtl b --baseline c # --jtl was given twice",
        "check --quick yes # argument was '--quick' but must be one of --baseline, --jtl, --out,"
            + " --set",
        "check --set users.scale # --set was 'users.scale' but must be name=value",
        "check --baseline none.json --jtl r.csv # the baseline cannot be read",
        "chek # command was 'chek' but must be known"
      })
  void shouldSayWhatIsWrongWithTheArguments(String args, String message) {
    int code =
        Main.run(List.of(args.split(" ")), new PrintStream(printed, true, StandardCharsets.UTF_8));

    assertThat(code).isEqualTo(104);
    assertThat(output()).contains(message);
  }
}
