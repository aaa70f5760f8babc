package dev.aiendpoint.jmeter;

import dev.aiendpoint.baseline.RunVerdict;
import dev.aiendpoint.report.RunReports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.slf4j.Logger;

/** Puts the files of a live run into its folder. */
final class RunFiles {

  private RunFiles() {}

  /** Writes all reports into {@code folder}; returns those that were written. */
  static List<Path> write(Path folder, RunVerdict verdict, Logger log) {
    return RunReports.write(
        folder,
        verdict,
        (file, problem) -> {
          log.error("{} could not be written", file, problem);
          System.out.println("could not write " + file + ": " + problem);
        });
  }

  /**
   * Keeps the JTL with the run by a second name for the same file: JMeter is still writing it, and
   * the Maven plugin deletes the first name before the next run.
   */
  static void keepResultFile(Path folder, Path resultFile, Logger log) {
    Path link = folder.resolve(resultFile.getFileName());
    try {
      if (Files.isRegularFile(resultFile) && !Files.exists(link)) {
        Files.createLink(link, resultFile);
      }
    } catch (IOException | UnsupportedOperationException e) {
      log.warn("{} is not kept in {}: no hard links there", resultFile, folder, e);
    }
  }
}
