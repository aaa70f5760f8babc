package dev.aiendpoint.cli;

import dev.aiendpoint.baseline.Baseline;
import dev.aiendpoint.baseline.BaselineReader;
import dev.aiendpoint.baseline.RunVerdict;
import dev.aiendpoint.json.InvalidFileException;
import dev.aiendpoint.jtl.InvalidResultFileException;
import dev.aiendpoint.report.ColourSupport;
import dev.aiendpoint.report.ConsoleTable;
import dev.aiendpoint.report.RunReports;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * {@code check}: the verdict of a result file, made as a live run's: same figures, same decisions,
 * same reports, same exit codes.
 */
final class CheckCommand {

  private final PrintStream out;

  CheckCommand(PrintStream out) {
    this.out = out;
  }

  /** Returns the exit code. */
  int run(List<String> args) {
    CheckOptions options;
    Baseline baseline;
    try {
      options = CheckOptions.parse(args);
      baseline = baseline(options.baseline());
    } catch (IllegalArgumentException e) {
      return refuse("check: " + e.getMessage());
    } catch (InvalidFileException e) {
      return refuse(e.getMessage());
    } catch (MalformedInputException e) {
      return refuse("check: the baseline is not UTF-8 text");
    } catch (IOException e) {
      return refuse("check: the baseline cannot be read: " + e);
    }
    try {
      Optional<RunVerdict> verdict = new OfflineRun(baseline, options).verdict();
      if (verdict.isEmpty()) {
        out.println(
            "NO VERDICT "
                + baseline.plan()
                + ": "
                + options.jtl()
                + " holds 0 samples\n(exit "
                + Main.NO_VERDICT
                + ")");
        return Main.NO_VERDICT;
      }
      return report(verdict.get(), options);
    } catch (InvalidResultFileException e) {
      return refuse(options.jtl() + ": " + e.getMessage());
    } catch (IOException e) {
      return refuse(options.jtl() + ": cannot be read: " + e.getMessage());
    } catch (IllegalArgumentException e) {
      return refuse("check: settings: " + e.getMessage());
    }
  }

  private static Baseline baseline(Path file) throws IOException, InvalidFileException {
    return BaselineReader.read(file.toString(), Files.readString(file));
  }

  private int report(RunVerdict verdict, CheckOptions options) {
    boolean[] complete = {true};
    List<Path> files =
        options
            .out()
            .map(
                folder ->
                    RunReports.write(
                        folder,
                        verdict,
                        (file, problem) -> {
                          complete[0] = false;
                          out.println("could not write " + file + ": " + problem);
                        }))
            .orElse(List.of());
    out.print(new ConsoleTable(ColourSupport.ofStandardOutput()).write(verdict, files));
    if (!verdict.verdict().isAccepted()) {
      return Main.BREACH;
    }
    return complete[0] ? Main.OK : Main.INVALID;
  }

  private int refuse(String message) {
    out.println(message);
    return Main.INVALID;
  }
}
