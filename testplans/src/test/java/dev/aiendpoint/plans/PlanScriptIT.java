package dev.aiendpoint.plans;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The exit code of {@code .ci/plan} for what Maven may print and end with. */
class PlanScriptIT {

  private static final String FAILED =
      "[ERROR] Failed to execute goal com.lazerycode.jmeter:jmeter-maven-plugin:3.7.0:jmeter"
          + " (default-cli) on project jmeter-ai-endpoint-testplans: Test failed with exit code:";

  @ParameterizedTest(name = "{4}")
  @CsvSource({
    "0, '',    '',      0,   a run that passed",
    "1, 99,    '',      99,  a breach",
    "1, 104,   '',      104, refused settings",
    "1, 97,    '',      97,  no verdict",
    "1, '',    '',      1,   Maven failed by itself",
    "143, '',  '',      143, Maven was stopped",
    "1, 97,    99,      97,  a target that answers with another code",
    "0, '',    99,      0,   a target that answers with a code although all is well",
  })
  void shouldEndWithJMetersExitCode(
      int maven, String code, String answered, int expected, String sentence, @TempDir Path folder)
      throws Exception {
    StringBuilder script = new StringBuilder("#!/bin/sh\necho \"[INFO] given: $*\"\n");
    if (!answered.isEmpty()) {
      script.append("echo '[INFO] failures  1 x ").append(FAILED).append(answered).append("'\n");
    }
    if (!code.isEmpty()) {
      script.append("echo '").append(FAILED).append(code).append(" -> [Help 1]'\n");
    }
    Path fake = Files.writeString(folder.resolve("mvn"), script + "exit " + maven + "\n");
    StringBuilder printed = new StringBuilder();
    int exit =
        PlanCommand.run(
            folder,
            fake,
            ".ci/plan ai-load -Dbase.url=\"$BASE_URL\"",
            Map.of("BASE_URL", "http://127.0.0.1:1/a b"),
            printed);
    assertThat(exit).as(sentence).isEqualTo(expected);
    assertThat(printed)
        .contains("given: -B jmeter:jmeter -Dplan=ai-load -Dbase.url=http://127.0.0.1:1/a b");
  }
}
