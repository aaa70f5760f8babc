package dev.aiendpoint.report;

import dev.aiendpoint.baseline.RunVerdict;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class GoldenReportTest {

  private static final Path FOLDER = Path.of("target", "runs", "plan");
  private static final List<Path> FILES =
      List.of(FOLDER.resolve("verdict.json"), FOLDER.resolve("junit.xml"));

  @TestFactory
  List<DynamicTest> shouldWriteWhatTheGoldenFilesHold() {
    return SampleRuns.all().entrySet().stream()
        .map(run -> DynamicTest.dynamicTest(run.getKey(), () -> compare(run)))
        .toList();
  }

  private static void compare(Map.Entry<String, RunVerdict> run) throws IOException {
    RunVerdict verdict = run.getValue();
    GoldenFile.assertMatches(run.getKey() + ".json", new VerdictJsonWriter().write(verdict));
    GoldenFile.assertMatches(run.getKey() + ".xml", new JUnitXmlWriter().write(verdict));
    GoldenFile.assertMatches(run.getKey() + ".txt", new ConsoleTable(false).write(verdict, FILES));
  }
}
