package dev.aiendpoint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PromoteCommandTest {

  private static final String BASELINE =
      "{\n  \"plan\": \"p\",\n  \"thresholds\": [ { \"id\": \"t\", \"check\": \"p95(elapsed) < 5 s\""
          + " } ]\n}\n";

  @TempDir Path folder;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  @Test
  void shouldWriteTheFileAsAWhole() throws IOException {
    Path baseline = write("b.json", BASELINE);
    verdict("PASS");

    assertThat(run("--run", folder.toString(), "--baseline", baseline.toString())).isZero();
    assertThat(Files.readString(baseline))
        .startsWith(BASELINE.substring(0, BASELINE.length() - 3))
        .contains("\"value\": 120");
    assertThat(printed()).contains("1 figure of the p run that ended 2026-03-01T02:03:04Z (PASS");
    try (var files = Files.list(folder)) {
      assertThat(files).as("no draft is left").hasSize(2);
    }
  }

  @Test
  void shouldChangeNothingWhenItRefuses() throws IOException {
    Path baseline = write("b.json", BASELINE);
    verdict("FAIL");

    assertThat(run("--run", folder.toString(), "--baseline", baseline.toString())).isEqualTo(104);
    assertThat(printed()).contains("refused: the run's verdict is FAIL", "nothing was changed");
    assertThat(Files.readString(baseline)).isEqualTo(BASELINE);
  }

  @Test
  void shouldNameAFileThatIsNotThere() throws IOException {
    assertThat(run("--run", folder.toString(), "--baseline", "none.json")).isEqualTo(104);
    assertThat(printed()).contains("none.json: there is no such file");
  }

  @Test
  void shouldNameAnArgumentThatIsWrong() {
    assertThat(run("--run", "x", "--bas")).isEqualTo(104);
    assertThat(run("--run", "x")).isEqualTo(104);
    assertThat(run("--run")).isEqualTo(104);
    assertThat(printed())
        .contains(
            "argument was '--bas' but must be known; supported: --run, --baseline, --force,"
                + " --tighten",
            "--baseline is missing",
            "--run has no value");
  }

  private void verdict(String word) throws IOException {
    write(
        "verdict.json",
        ("{ 'schema': 1, 'plan': 'p', 'verdict': '"
                + word
                + "', 'endedAt': '2026-03-01T02:03:04Z', 'target': 't', 'samples': 50, 'scales': {"
                + " 'duration': 1, 'users': 1 }, 'thresholds': [ { 'id': 't', 'check':"
                + " 'p95(elapsed) < 5 s', 'scope': 'all samples', 'observed': 120, 'unit': 'ms',"
                + " 'samples': 50, 'verdict': 'PASS' } ] }")
            .replace('\'', '"'));
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private int run(String... args) {
    return PromoteCommand.run(List.of(args), new PrintStream(out, true, StandardCharsets.UTF_8));
  }

  private String printed() {
    return out.toString(StandardCharsets.UTF_8);
  }
}
