package dev.aiendpoint.jmeter;

import dev.aiendpoint.baseline.RunVerdict;
import dev.aiendpoint.report.AtomicFile;
import dev.aiendpoint.report.JUnitXmlWriter;
import dev.aiendpoint.report.VerdictJsonWriter;
import dev.aiendpoint.stats.HistogramLogFile;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;

/** Writes the files of a run. A file that cannot be written is reported and costs no other. */
final class RunFiles {

  private RunFiles() {}

  /** Writes all of them into {@code folder}; returns those that were written. */
  static List<Path> write(Path folder, RunVerdict verdict, Logger log) {
    List<Path> written = new ArrayList<>();
    attempt(
        folder.resolve("verdict.json"),
        file -> AtomicFile.write(file, new VerdictJsonWriter().write(verdict)),
        written,
        log);
    attempt(
        folder.resolve("junit.xml"),
        file -> AtomicFile.write(file, new JUnitXmlWriter().write(verdict)),
        written,
        log);
    attempt(
        folder.resolve("latency.hlog"),
        file -> {
          try (OutputStream out = Files.newOutputStream(file)) {
            HistogramLogFile.write(verdict.figures(), out);
          }
        },
        written,
        log);
    return written;
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

  private static void attempt(Path file, FileWriter writer, List<Path> written, Logger log) {
    try {
      Files.createDirectories(file.getParent());
      writer.write(file);
      written.add(file);
    } catch (IOException | RuntimeException e) {
      log.error("{} could not be written", file, e);
      System.out.println("could not write " + file + ": " + e);
    }
  }

  private interface FileWriter {
    void write(Path file) throws IOException;
  }
}
