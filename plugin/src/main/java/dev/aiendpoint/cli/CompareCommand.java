package dev.aiendpoint.cli;

import dev.aiendpoint.compare.Change;
import dev.aiendpoint.compare.Comparison;
import dev.aiendpoint.compare.Noise;
import dev.aiendpoint.compare.RunBlocks;
import dev.aiendpoint.compare.RunSpan;
import dev.aiendpoint.compare.Word;
import dev.aiendpoint.json.JsonView;
import dev.aiendpoint.jtl.InvalidResultFileException;
import dev.aiendpoint.jtl.ResultFileReader;
import dev.aiendpoint.report.AtomicFile;
import dev.aiendpoint.report.ChangeTable;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * {@code compare}: what changed from one run to another, and whether it is more than noise.
 *
 * <p>The result files are read twice, for their length and for their samples, so that memory does
 * not grow with them.
 */
final class CompareCommand {

  private static final String RUN = "--run";
  private static final String AGAINST = "--against";
  private static final String OUT = "--out";
  private static final String LEAST_PERCENT = "--least-percent";
  private static final String LEAST_MILLIS = "--least-ms";
  private static final String LEAST_POINTS = "--least-pp";
  private static final String MACHINE_PERCENT = "--machine-percent";
  private static final String MACHINE_MILLIS = "--machine-ms";
  private static final String HISTOGRAMS = "latency.hlog";

  private CompareCommand() {}

  /** Returns the exit code: 0 no worsening, 99 a worsening or nothing to tell, 104 refused. */
  static int run(List<String> args, PrintStream out) {
    try {
      return compare(
          Arguments.parse(
              "compare",
              args,
              List.of(
                  RUN,
                  AGAINST,
                  OUT,
                  LEAST_PERCENT,
                  LEAST_MILLIS,
                  LEAST_POINTS,
                  MACHINE_PERCENT,
                  MACHINE_MILLIS),
              List.of()),
          out);
    } catch (InvalidArgumentException e) {
      out.println(e.getMessage());
    } catch (IOException e) {
      out.println("compare: " + e);
    }
    return Main.INVALID;
  }

  private static int compare(Arguments arguments, PrintStream out)
      throws InvalidArgumentException, IOException {
    Path run = Path.of(arguments.required(RUN));
    Path against = Path.of(arguments.required(AGAINST));
    Noise noise = noise(arguments);
    String unknownLoad = requireTheSameLoad(run, against);
    Path after = resultFile(run);
    Path before = resultFile(against);
    RunSpan spanBefore = span(before);
    RunSpan spanAfter = span(after);
    long blockMillis = RunBlocks.blockMillis(spanBefore, spanAfter);
    List<Change> changes =
        Comparison.of(
            blocks(before, spanBefore, blockMillis), blocks(after, spanAfter, blockMillis), noise);
    String text =
        "before "
            + before
            + "\nafter  "
            + after
            + "\nmethod block bootstrap of the result files, blocks of "
            + blockMillis
            + " ms, Holm's correction\n"
            + unknownLoad
            + "\n"
            + ChangeTable.write(changes, noise);
    out.print(text);
    if (arguments.find(OUT).isPresent()) {
      AtomicFile.write(Path.of(arguments.find(OUT).get()), text);
    }
    boolean worse = changes.stream().anyMatch(change -> change.word().isWorsening());
    boolean blind = changes.stream().allMatch(change -> change.word() == Word.UNKNOWN);
    return worse || blind ? Main.BREACH : Main.OK;
  }

  private static Noise noise(Arguments arguments) throws InvalidArgumentException {
    Noise standard = Noise.DEFAULT;
    return new Noise(
        number(arguments, LEAST_PERCENT, standard.leastPercent()),
        number(arguments, LEAST_MILLIS, standard.leastMillis()),
        number(arguments, LEAST_POINTS, standard.leastPoints()),
        number(arguments, MACHINE_PERCENT, standard.machinePercent()),
        number(arguments, MACHINE_MILLIS, standard.machineMillis()),
        standard.errorRate());
  }

  private static double number(Arguments arguments, String name, double otherwise)
      throws InvalidArgumentException {
    String text = arguments.find(name).orElse("");
    if (text.isEmpty()) {
      return otherwise;
    }
    if (!text.matches("\\d{1,6}(\\.\\d{1,6})?")) {
      throw new InvalidArgumentException(
          "compare: " + name + " was '" + text + "' but must be a number such as 2.5");
    }
    return Double.parseDouble(text);
  }

  /**
   * Other loads have other latencies. A folder without a verdict says nothing of its load.
   *
   * @return a line that says what nobody knows to be the same; empty when all is
   */
  private static String requireTheSameLoad(Path run, Path against)
      throws InvalidArgumentException, IOException {
    JsonView one = verdict(run);
    JsonView other = verdict(against);
    List<String> unknown = new ArrayList<>();
    for (String member : List.of("plan", "scales")) {
      String after = one.get(member).display();
      String before = other.get(member).display();
      if (after.isEmpty() || before.isEmpty()) {
        unknown.add(member);
      } else if (!after.equals(before)) {
        throw new InvalidArgumentException(
            "compare: "
                + member
                + " of "
                + run
                + " was '"
                + after
                + "' but must be that of "
                + against
                + ": '"
                + before
                + "'");
      }
    }
    return unknown.isEmpty()
        ? ""
        : "load   not known to be the same, since not both folders hold a verdict.json with "
            + String.join(" and ", unknown)
            + "\n";
  }

  private static JsonView verdict(Path folder) throws IOException {
    Path file = folder.resolve("verdict.json");
    return Files.isRegularFile(file)
        ? JsonView.parse(Files.readString(file)).orElse(JsonView.MISSING)
        : JsonView.MISSING;
  }

  /** The one result file of a run's folder, or the file itself. */
  private static Path resultFile(Path run) throws InvalidArgumentException, IOException {
    if (Files.isRegularFile(run)) {
      return run;
    }
    if (!Files.isDirectory(run)) {
      throw new InvalidArgumentException("compare: " + run + ": there is no such folder");
    }
    List<Path> found;
    try (Stream<Path> files = Files.list(run)) {
      found =
          files
              .filter(file -> file.getFileName().toString().matches("(?i).*\\.(csv|jtl|xml)"))
              .filter(file -> !file.getFileName().toString().equals("junit.xml"))
              .sorted()
              .toList();
    }
    if (found.isEmpty() && Files.exists(run.resolve(HISTOGRAMS))) {
      throw new InvalidArgumentException(
          "compare: "
              + run
              + ": holds no result file (.csv, .jtl); its "
              + HISTOGRAMS
              + " alone is not enough, since it holds no time, and so nothing of the noise within"
              + " the run; name the result file of that run");
    }
    if (found.size() != 1) {
      throw new InvalidArgumentException(
          "compare: "
              + run
              + ": holds "
              + found.size()
              + " result files (.csv, .jtl) but must hold one; or name the file itself");
    }
    return found.get(0);
  }

  private static RunSpan span(Path file) throws InvalidArgumentException, IOException {
    RunSpan span = new RunSpan();
    try {
      ResultFileReader.read(file, span);
    } catch (InvalidResultFileException e) {
      throw new InvalidArgumentException("compare: " + file + ": " + e.getMessage());
    }
    if (span.isEmpty()) {
      throw new InvalidArgumentException("compare: " + file + ": holds no sample but CONTROL");
    }
    return span;
  }

  private static RunBlocks blocks(Path file, RunSpan span, long blockMillis) throws IOException {
    RunBlocks blocks = new RunBlocks(span, blockMillis);
    ResultFileReader.read(file, blocks);
    return blocks;
  }
}
