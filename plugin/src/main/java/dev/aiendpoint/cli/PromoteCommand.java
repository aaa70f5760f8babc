package dev.aiendpoint.cli;

import dev.aiendpoint.json.InvalidFileException;
import dev.aiendpoint.promote.FinishedRun;
import dev.aiendpoint.promote.FinishedRunReader;
import dev.aiendpoint.promote.Promotion;
import dev.aiendpoint.promote.PromotionRefusedException;
import dev.aiendpoint.report.AtomicFile;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/** {@code promote}: takes a run's figures into a baseline file. */
final class PromoteCommand {

  private static final String RUN = "--run";
  private static final String BASELINE = "--baseline";
  private static final String FORCE = "--force";
  private static final String TIGHTEN = "--tighten";

  private PromoteCommand() {}

  /** Returns the exit code: 0 written, 104 refused. */
  static int run(List<String> args, PrintStream out) {
    try {
      Arguments arguments =
          Arguments.parse("promote", args, List.of(RUN, BASELINE), List.of(FORCE, TIGHTEN));
      promote(arguments, out);
      return Main.OK;
    } catch (InvalidArgumentException | InvalidFileException e) {
      out.println(e.getMessage());
    } catch (PromotionRefusedException e) {
      e.reasons().forEach(reason -> out.println("promote: refused: " + reason));
    } catch (NoSuchFileException e) {
      out.println("promote: " + e.getFile() + ": there is no such file");
    } catch (MalformedInputException e) {
      out.println("promote: a file is not UTF-8 text");
    } catch (IOException e) {
      out.println("promote: " + e);
    }
    out.println("promote: nothing was changed");
    return Main.INVALID;
  }

  private static void promote(Arguments arguments, PrintStream out)
      throws IOException,
          InvalidArgumentException,
          InvalidFileException,
          PromotionRefusedException {
    Path verdict = Path.of(arguments.required(RUN)).resolve("verdict.json");
    String name = arguments.required(BASELINE);
    // Of a link its target is replaced, or the link would become a file.
    Path baseline = Path.of(name).toRealPath();
    FinishedRun run = FinishedRunReader.read(verdict.toString(), Files.readString(verdict));
    Promotion promotion =
        Promotion.of(
            name,
            Files.readString(baseline),
            run,
            GitCommit.of(baseline.getParent()),
            arguments.has(FORCE),
            arguments.has(TIGHTEN));
    AtomicFile.write(baseline, promotion.text());
    promotion.changes().forEach(change -> out.println("  " + change));
    if (arguments.has(TIGHTEN) && promotion.changes().isEmpty()) {
      out.println("  no limit could be tightened");
    }
    out.println(
        "promoted into "
            + name
            + ": "
            + promotion.observed().figures().size()
            + (promotion.observed().figures().size() == 1 ? " figure of the " : " figures of the ")
            + run.plan()
            + " run that ended "
            + promotion.observed().date()
            + " ("
            + run.verdict()
            + ", n = "
            + run.samples()
            + promotion.observed().commit().map(commit -> ", commit " + commit).orElse("")
            + ")");
  }
}
