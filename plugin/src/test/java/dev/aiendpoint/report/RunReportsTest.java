package dev.aiendpoint.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiendpoint.baseline.RunVerdict;
import dev.aiendpoint.baseline.VerdictWord;
import dev.aiendpoint.stats.RunRecorder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunReportsTest {

  @TempDir Path folder;

  @Test
  void shouldWriteTheOthersWhenOneCannotBeWritten() throws IOException {
    Path inTheWay = Files.createDirectories(folder.resolve("run/junit.xml/in the way"));
    List<Path> problems = new ArrayList<>();

    List<Path> written =
        RunReports.write(folder.resolve("run"), verdict(), (file, problem) -> problems.add(file));

    assertThat(problems).containsExactly(inTheWay.getParent());
    assertThat(written)
        .contains(folder.resolve("run/verdict.json"))
        .allMatch(Files::isRegularFile)
        .doesNotContain(inTheWay.getParent());
  }

  private static RunVerdict verdict() {
    return new RunVerdict(
        "plan",
        VerdictWord.NO_DATA,
        List.of(),
        "",
        Instant.EPOCH,
        Instant.EPOCH,
        List.of(),
        new RunRecorder(0).snapshot(),
        "");
  }
}
