package dev.aiendpoint.jmeter;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Moves the files of the last run out of the way of the next: into {@code history/<end of that
 * run>} of the plan's run folder, with its result file, to which JMeter would otherwise append. The
 * oldest runs beyond {@value #KEPT} are deleted.
 */
final class RunHistory {

  private static final Logger LOG = LoggerFactory.getLogger(RunHistory.class);
  private static final int KEPT = 10;
  private static final String FOLDER = "history";
  private static final DateTimeFormatter NAME =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS").withZone(ZoneOffset.UTC);

  private RunHistory() {}

  /** Makes room for a run in the plan's run folder. */
  static void makeRoom(Path run) {
    try {
      List<Path> old = filesOf(run);
      if (!old.isEmpty()) {
        Path into = Files.createDirectories(run.resolve(FOLDER).resolve(nameOf(old)));
        for (Path file : old) {
          Files.move(file, into.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
        }
        dropOldest(run.resolve(FOLDER));
      }
    } catch (IOException e) {
      // The new run matters more than the old one's files.
      LOG.warn("The files of the last run could not be moved to {}", run.resolve(FOLDER), e);
    }
  }

  private static List<Path> filesOf(Path run) throws IOException {
    List<Path> files = new ArrayList<>();
    if (Files.isDirectory(run)) {
      try (DirectoryStream<Path> entries = Files.newDirectoryStream(run)) {
        for (Path entry : entries) {
          if (!entry.getFileName().toString().equals(FOLDER)) {
            files.add(entry);
          }
        }
      }
    }
    return files;
  }

  private static String nameOf(List<Path> files) throws IOException {
    Instant latest = Instant.EPOCH;
    for (Path file : files) {
      Instant modified = Files.getLastModifiedTime(file).toInstant();
      latest = modified.isAfter(latest) ? modified : latest;
    }
    return NAME.format(latest);
  }

  private static void dropOldest(Path history) throws IOException {
    List<Path> runs;
    try (Stream<Path> entries = Files.list(history)) {
      runs = entries.filter(Files::isDirectory).sorted(Comparator.reverseOrder()).toList();
    }
    for (Path run : runs.subList(Math.min(KEPT, runs.size()), runs.size())) {
      try (Stream<Path> files = Files.walk(run)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }
}
