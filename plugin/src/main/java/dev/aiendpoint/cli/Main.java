package dev.aiendpoint.cli;

import dev.aiendpoint.baseline.BaselineReader;
import dev.aiendpoint.classify.ResponseProfileReader;
import dev.aiendpoint.json.InvalidFileException;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The command line of the plugin's jar. Exit codes: 0 all good, 104 invalid files or arguments; of
 * {@code check} also 99 and 97, as of a live run.
 *
 * <pre>
 * java -jar jmeter-ai-endpoint-plugin.jar check --baseline FILE --jtl FILE [--out FOLDER] [--set n=v]…
 * java -jar jmeter-ai-endpoint-plugin.jar validate [--baseline FILE]… [--profile FILE]…
 * </pre>
 */
public final class Main {

  static final int OK = 0;
  static final int NO_VERDICT = 97;
  static final int BREACH = 99;
  static final int INVALID = 104;

  private static final String USAGE =
      """
      Usage: java -jar jmeter-ai-endpoint-plugin-<version>.jar <command>

        check --baseline FILE --jtl FILE [--out FOLDER] [--set name=value]...
                      the verdict of a result file (CSV or XML) of any JMeter, with the
                      code of a live run; docs/check.md tells the rest
        validate [--baseline FILE]... [--profile FILE]...
                      checks baseline and response profile files; lists every problem with
                      its line and column
        promote --run DIR --baseline FILE [--force] [--tighten]
                      writes the figures of a run into a baseline; see docs/promote.md
        compare --run DIR --against DIR [--out FILE]
                      what changed between two runs, and whether it is more than noise;
                      exit 99: something is slower or worse; see docs/compare.md
        help          this text

      Exit codes: 0 PASS, WARN or all files valid; 99 FAIL or NO_DATA; 97 no sample, so no
      verdict; 104 a file or an argument is not valid.
      In JMeter, put this jar into lib/ext; docs/guide.md tells the rest.
      """;

  private final PrintStream out;
  private boolean valid = true;

  private Main(PrintStream out) {
    this.out = out;
  }

  public static void main(String[] args) {
    System.exit(run(List.of(args), System.out));
  }

  /** Runs a command; returns the exit code. */
  static int run(List<String> args, PrintStream out) {
    if (args.isEmpty() || args.get(0).matches("help|-h|--help")) {
      out.print(USAGE);
      return args.isEmpty() ? INVALID : OK;
    }
    List<String> rest = args.subList(1, args.size());
    return switch (args.get(0)) {
      case "check" -> new CheckCommand(out).run(rest);
      case "validate" -> new Main(out).validate(rest);
      case "promote" -> PromoteCommand.run(rest, out);
      case "compare" -> CompareCommand.run(rest, out);
      default -> {
        out.println(
            "command was '"
                + args.get(0)
                + "' but must be known; supported: check, validate, promote, compare, help");
        yield INVALID;
      }
    };
  }

  private int validate(List<String> args) {
    if (args.isEmpty()) {
      out.println("validate: nothing to check; give --baseline FILE or --profile FILE");
      return INVALID;
    }
    for (int i = 0; i < args.size(); i += 2) {
      String option = args.get(i);
      if (i + 1 == args.size() || !option.matches("--(baseline|profile)")) {
        out.println(
            "validate: argument was '"
                + option
                + "' but must be --baseline FILE or --profile FILE");
        return INVALID;
      }
      check(option, args.get(i + 1));
    }
    return valid ? OK : INVALID;
  }

  private void check(String option, String file) {
    try {
      String text = Files.readString(Path.of(file));
      if (option.equals("--baseline")) {
        int thresholds = BaselineReader.read(file, text).thresholds().size();
        out.println(file + ": valid baseline, " + thresholds + " thresholds");
      } else {
        String name = ResponseProfileReader.read(file, text).name();
        out.println(file + ": valid response profile '" + name + "'");
      }
    } catch (InvalidFileException e) {
      fail(e.getMessage());
    } catch (MalformedInputException e) {
      fail(file + ": the file is not UTF-8 text");
    } catch (IOException e) {
      fail(file + ": cannot be read: " + e);
    }
  }

  private void fail(String message) {
    valid = false;
    out.println(message);
  }
}
