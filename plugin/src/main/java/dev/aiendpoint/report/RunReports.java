package dev.aiendpoint.report;

import dev.aiendpoint.baseline.RunVerdict;
import dev.aiendpoint.report.page.HtmlReport;
import dev.aiendpoint.stats.HistogramLogFile;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * The files that tell of a run's verdict, the same for a live run and for a result file. A new one
 * is a line in {@link #ALL}.
 */
public final class RunReports {

  /** In the order in which they are written. */
  private static final List<Report> ALL =
      List.of(
          new Report(
              "verdict.json",
              (verdict, file) -> AtomicFile.write(file, new VerdictJsonWriter().write(verdict))),
          new Report(
              "junit.xml",
              (verdict, file) -> AtomicFile.write(file, new JUnitXmlWriter().write(verdict))),
          new Report("report.html", HtmlReport::write),
          new Report(
              "report.md",
              (verdict, file) -> AtomicFile.write(file, new MarkdownReport().write(verdict))),
          new Report("latency.hlog", RunReports::writeLatencies));

  private record Report(String fileName, Writer writer) {}

  private interface Writer {
    void write(RunVerdict verdict, Path file) throws IOException;
  }

  private RunReports() {}

  /**
   * Writes all of them into {@code folder}, which is made as needed; returns those that were
   * written.
   *
   * @param problems is told of each file that could not be written; it costs no other
   */
  public static List<Path> write(
      Path folder, RunVerdict verdict, BiConsumer<Path, Exception> problems) {
    List<Path> written = new ArrayList<>();
    for (Report report : ALL) {
      Path file = folder.resolve(report.fileName());
      try {
        Files.createDirectories(folder);
        report.writer().write(verdict, file);
        written.add(file);
      } catch (IOException | RuntimeException e) {
        problems.accept(file, e);
      }
    }
    return written;
  }

  private static void writeLatencies(RunVerdict verdict, Path file) throws IOException {
    try (OutputStream out = Files.newOutputStream(file)) {
      HistogramLogFile.write(verdict.figures(), out);
    }
  }
}
