package dev.aiendpoint.report;

import static dev.aiendpoint.report.FigureFormat.bareMillis;
import static dev.aiendpoint.report.FigureFormat.counted;
import static dev.aiendpoint.report.FigureFormat.millis;
import static dev.aiendpoint.report.FigureFormat.rounded;
import static dev.aiendpoint.report.FigureFormat.share;
import static dev.aiendpoint.report.FigureFormat.shortShare;
import static dev.aiendpoint.report.TextTable.Column.number;
import static dev.aiendpoint.report.TextTable.Column.text;

import dev.aiendpoint.baseline.RunVerdict;
import dev.aiendpoint.baseline.ThresholdResult;
import dev.aiendpoint.baseline.VerdictWord;
import dev.aiendpoint.cache.CacheFigures;
import dev.aiendpoint.cache.CacheLatency;
import dev.aiendpoint.cache.CacheReport;
import dev.aiendpoint.cache.CacheSaving;
import dev.aiendpoint.exchange.Outcome;
import dev.aiendpoint.sample.OperationClass;
import dev.aiendpoint.stats.Distribution;
import dev.aiendpoint.stats.RunSnapshot;
import dev.aiendpoint.stats.Summary;
import dev.aiendpoint.stats.TimingMetric;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes the final table of a run for the console: the verdict, every threshold, the figures by
 * label and phase, what went wrong, and where the files are. Plain ASCII but for the users' own
 * labels, at most {@value #WIDTH} columns, so that it fits 120 behind Maven's {@code [INFO] }; only
 * a path may be longer, since a broken path is of no use. Safe for use from any thread.
 */
public final class ConsoleTable {

  /** Columns that a line takes at most. */
  public static final int WIDTH = 112;

  private static final String INDENT = "  ";
  private static final int NAME_WIDTH = 10;

  private static final List<VerdictWord> WORST_FIRST =
      Stream.of(VerdictWord.values()).sorted(Comparator.reverseOrder()).toList();

  private final boolean colour;

  /**
   * @param colour true to colour verdicts with ANSI sequences; only for a terminal
   */
  public ConsoleTable(boolean colour) {
    this.colour = colour;
  }

  /**
   * The table, every line ended by {@code \n}.
   *
   * @param files the files that were written
   */
  public String write(RunVerdict run, List<Path> files) {
    RunFigures figures = new RunFigures(run);
    List<String> lines = new ArrayList<>();
    headline(lines, run, figures);
    thresholds(lines, run.thresholds());
    labels(lines, figures);
    phases(lines, figures);
    lines.add("");
    outcomes(lines, figures);
    failures(lines, figures);
    if (!figures.arrivals().isEmpty()) {
      hanging(lines, "arrivals", "", ArrivalsLine.of(figures));
    }
    cache(lines, run, figures);
    if (figures.circuit().evidence() > 0) {
      hanging(lines, "circuit", "", CircuitLine.of(figures));
      CircuitLine.declared(figures).forEach(text -> hanging(lines, "declared", "", text));
    }
    if (run.figures().rateLimits().isKnown()) {
      hanging(lines, "limits", "", RateLimitLine.of(run.figures().rateLimits()));
    }
    ai(lines, run, figures);
    control(lines, figures);
    List<String> reasons =
        run.reasons().stream().filter(reason -> !isInTable(reason, run.thresholds())).toList();
    if (!reasons.isEmpty()) {
      lines.add("");
      reasons.forEach(reason -> hanging(lines, "", "- ", reason));
    }
    files(lines, files);
    return lines.stream().map(line -> line + "\n").collect(Collectors.joining());
  }

  /** The table of thresholds has said it already. */
  private static boolean isInTable(String reason, List<ThresholdResult> thresholds) {
    return thresholds.stream()
        .anyMatch(result -> reason.startsWith(result.verdict() + " " + result.id() + ":"));
  }

  private void headline(List<String> lines, RunVerdict run, RunFigures figures) {
    String facts =
        run.verdict()
            + " "
            + run.plan()
            + INDENT
            + counted(figures.all().samples(), "sample", "samples")
            + " in "
            + FigureFormat.length(figures.length())
            + (figures.all().maxUsers() == 0
                ? ""
                : ", " + counted(figures.all().maxUsers(), "user", "users"))
            + ", "
            + run.target();
    List<String> wrapped = LineWrapper.wrap(VisibleText.line(facts), WIDTH);
    lines.add(AnsiColour.leadingWord(run.verdict(), wrapped.get(0), colour));
    wrapped.stream()
        .skip(1)
        .flatMap(rest -> LineWrapper.wrap(rest, WIDTH - INDENT.length()).stream())
        .forEach(rest -> lines.add(INDENT + rest));
  }

  private void thresholds(List<String> lines, List<ThresholdResult> results) {
    if (results.isEmpty()) {
      lines.add(INDENT + "no threshold was held against this run");
      return;
    }
    lines.add(INDENT + tally(results));
    lines.add("");
    TextTable table =
        new TextTable(
            INDENT.length(),
            WIDTH,
            text("verdict"),
            text("threshold"),
            text("check"),
            number("observed"),
            number("n"));
    RepeatedCause causes = new RepeatedCause();
    for (ThresholdResult result : results) {
      table.annotatedRow(
          result.verdict() == VerdictWord.PASS
              ? ""
              : causes.shortened(result.id(), withoutWord(result)),
          result.verdict().name(),
          result.id(),
          result.check(),
          FigureFormat.besides(result.limit(), result.observed(), result.unit()),
          Long.toString(result.samples()));
    }
    table.lines().forEach(line -> lines.add(AnsiColour.leadingWord(line, INDENT, colour)));
  }

  /** {@code 5 of 7 thresholds PASS, 1 FAIL, 1 WARN}. */
  private static String tally(List<ThresholdResult> results) {
    StringBuilder text = new StringBuilder();
    text.append(count(results, VerdictWord.PASS)).append(" of ");
    text.append(counted(results.size(), "threshold", "thresholds")).append(" PASS");
    for (VerdictWord word : WORST_FIRST) {
      long count = count(results, word);
      if (word != VerdictWord.PASS && count > 0) {
        text.append(", ").append(count).append(' ').append(word);
      }
    }
    return text.toString();
  }

  private static long count(List<ThresholdResult> results, VerdictWord word) {
    return results.stream().filter(result -> result.verdict() == word).count();
  }

  /** A message may begin with the word that the row has just said. */
  private static String withoutWord(ThresholdResult result) {
    String word = result.verdict() + " ";
    return result.message().startsWith(word)
        ? result.message().substring(word.length()).stripLeading()
        : result.message();
  }

  private static void labels(List<String> lines, RunFigures figures) {
    List<String> labels = figures.labels();
    if (labels.isEmpty()) {
      return;
    }
    TextTable table =
        new TextTable(
            INDENT.length(),
            WIDTH,
            text("label (times in ms, of served)"),
            number("samples"),
            number("served"),
            number("p50"),
            number("p95"),
            number("p99"),
            number("max"),
            number("errors"));
    labels.forEach(label -> labelRow(table, label, figures.label(label)));
    if (labels.size() > 1) {
      labelRow(table, "all", figures.all());
    }
    lines.add("");
    lines.addAll(table.lines());
  }

  private static void labelRow(TextTable table, String label, Summary summary) {
    Distribution elapsed = summary.timing(TimingMetric.ELAPSED);
    table.row(
        label,
        Long.toString(summary.samples()),
        Long.toString(elapsed.count()),
        bareMillis(elapsed.percentile(50)),
        bareMillis(elapsed.percentile(95)),
        bareMillis(elapsed.percentile(99)),
        bareMillis(elapsed.max()),
        errors(summary));
  }

  private static String errors(Summary summary) {
    long errors =
        summary.outcomes().entrySet().stream()
            .filter(entry -> entry.getKey().isError())
            .mapToLong(Map.Entry::getValue)
            .sum();
    return errors == 0 ? "0" : errors + " (" + shortShare(summary.errorRate()) + ")";
  }

  private static void phases(List<String> lines, RunFigures figures) {
    if (figures.phases().isEmpty()) {
      return;
    }
    TextTable table =
        new TextTable(
            INDENT.length(),
            WIDTH,
            text("phase"),
            number("from"),
            number("to"),
            number("users"),
            number("samples"),
            number("served"),
            number("p95"),
            number("errors"));
    for (String phase : figures.phases()) {
      Summary summary = figures.phase(phase);
      Distribution elapsed = summary.timing(TimingMetric.ELAPSED);
      table.row(
          phase,
          clock(figures, summary.firstStartMillis()),
          clock(figures, summary.lastEndMillis()),
          FigureFormat.users(summary.maxUsers()),
          Long.toString(summary.samples()),
          Long.toString(elapsed.count()),
          bareMillis(elapsed.percentile(95)),
          errors(summary));
    }
    lines.add("");
    lines.addAll(table.lines());
  }

  private static String clock(RunFigures figures, OptionalLong epochMillis) {
    OptionalLong millis = figures.sinceStart(epochMillis);
    return millis.isEmpty()
        ? FigureFormat.UNKNOWN
        : FigureFormat.clock(Math.max(0, millis.getAsLong()) / 1000);
  }

  private static void outcomes(List<String> lines, RunFigures figures) {
    Map<Outcome, Long> outcomes = figures.all().outcomes();
    String text =
        outcomes.entrySet().stream()
            .sorted(
                Map.Entry.<Outcome, Long>comparingByValue(Comparator.reverseOrder())
                    .thenComparing(Map.Entry.comparingByKey()))
            .map(
                entry ->
                    entry.getKey()
                        + " "
                        + entry.getValue()
                        + " ("
                        + shortShare(figures.all().rate(entry.getValue()))
                        + ")")
            .collect(Collectors.joining(", "));
    hanging(lines, "outcomes", "", text.isEmpty() ? "none: no request was made" : text);
  }

  private static void failures(List<String> lines, RunFigures figures) {
    String name = "failures";
    for (RunSnapshot.Failure failure : figures.topFailures()) {
      String code = failure.responseCode().isEmpty() ? "" : " (" + failure.responseCode() + ")";
      String message = failure.message().isEmpty() ? "" : ": " + failure.message();
      hanging(lines, name, failure.count() + " x ", failure.outcome() + code + message);
      name = "";
    }
  }

  private static void cache(List<String> lines, RunVerdict run, RunFigures figures) {
    if (figures.all().samples() == 0) {
      return;
    }
    CacheReport report = CacheReport.of(run.figures());
    CacheFigures total = report.total();
    if (!total.isTold()) {
      hanging(
          lines, "cache", "", "no answer tells of a cache (n = " + figures.all().samples() + ")");
      return;
    }
    StringBuilder text = new StringBuilder();
    text.append("hit rate ").append(share(total.hitRate()));
    text.append(" (n = ").append(total.hits() + total.misses()).append("): ");
    text.append(counted(total.hits(), "hit", "hits")).append(p95(total.hit())).append(", ");
    text.append(counted(total.misses(), "miss", "misses")).append(p95(total.miss()));
    if (total.bypasses() > 0) {
      text.append(", ").append(counted(total.bypasses(), "bypass", "bypasses"));
    }
    text.append("; ").append(total.unknown()).append(" unknown");
    saved(report.saved(), run.currency()).ifPresent(saved -> text.append("; saved ").append(saved));
    hanging(lines, "cache", "", text.toString());
  }

  private static Optional<String> saved(CacheSaving saving, String currency) {
    List<String> parts = new ArrayList<>();
    if (saving.millis().isPresent()) {
      parts.add(millis(saving.millis()) + " of waiting");
    }
    if (saving.cost().isPresent()) {
      String unit = currency.isEmpty() ? "of cost" : currency;
      parts.add(FigureFormat.rounded(saving.cost().getAsDouble(), 2) + " " + unit);
    }
    return parts.isEmpty() ? Optional.empty() : Optional.of(String.join(" and ", parts));
  }

  private static String p95(CacheLatency latency) {
    return latency.n() == 0 ? "" : " at p95 " + millis(latency.p95());
  }

  private static void ai(List<String> lines, RunVerdict run, RunFigures figures) {
    Summary all = figures.all();
    List<String> parts = new ArrayList<>();
    Distribution ttft = all.timing(TimingMetric.TTFT);
    if (ttft.count() > 0) {
      parts.add(
          "ttft p50 "
              + millis(ttft.percentile(50))
              + ", p95 "
              + millis(ttft.percentile(95))
              + n(ttft));
    }
    Distribution tpot = all.timing(TimingMetric.TPOT);
    if (tpot.count() > 0) {
      String estimate = all.tokenEvidence().makesEstimates() ? ", an estimate" : "";
      parts.add("tpot p50 " + millis(tpot.percentile(50)) + n(tpot) + estimate);
    }
    figures
        .tokensPerSecond()
        .ifPresent(rate -> parts.add(rounded(rate, rate < 10 ? 2 : 1) + " tokens/s"));
    if (figures.goodput().isPresent()) {
      parts.add(
          "goodput " + share(figures.goodput()) + " (n = " + figures.ai().goodputAttempts() + ")");
    }
    if (all.cost().isPresent()) {
      parts.add(
          "cost " + cost(all.cost()) + (run.currency().isEmpty() ? "" : " " + run.currency()));
    }
    long requests = figures.operation(OperationClass.AI).samples();
    if (parts.isEmpty() && requests > 0) {
      parts.add("no token figures from " + counted(requests, "AI request", "AI requests"));
    }
    if (!parts.isEmpty()) {
      hanging(lines, "AI", "", String.join("; ", parts));
    }
    if (all.tokensIn().isPresent() || all.tokensOut().isPresent()) {
      hanging(
          lines, "tokens", "", known(all.tokensIn()) + " in, " + known(all.tokensOut()) + " out");
    }
  }

  private static String n(Distribution timing) {
    return " (n = " + timing.count() + ")";
  }

  private static String known(OptionalLong count) {
    return count.isPresent() ? Long.toString(count.getAsLong()) : FigureFormat.UNKNOWN;
  }

  private static String cost(OptionalDouble cost) {
    return rounded(cost.getAsDouble(), cost.getAsDouble() < 1 ? 6 : 2);
  }

  private static void control(List<String> lines, RunFigures figures) {
    if (figures.control() > 0) {
      hanging(
          lines,
          "control",
          "",
          counted(figures.control(), "CONTROL sample", "CONTROL samples") + ", in no figure above");
    }
  }

  private static void files(List<String> lines, List<Path> files) {
    if (files.isEmpty()) {
      return;
    }
    lines.add("");
    path(lines, files.stream().filter(ConsoleTable::isPage).toList(), "report");
    path(lines, files.stream().filter(file -> !isPage(file)).toList(), "files");
  }

  /** The one that people open. */
  private static boolean isPage(Path file) {
    return file.endsWith("report.html");
  }

  private static void path(List<String> lines, List<Path> files, String name) {
    String lead = name;
    for (Path file : files) {
      lines.add(INDENT + pad(lead) + VisibleText.line("" + file));
      lead = "";
    }
  }

  /** A text behind a name; further lines stand under the text's first word. */
  private static void hanging(List<String> lines, String name, String mark, String text) {
    String lead = INDENT + (name.isEmpty() && mark.equals("- ") ? "" : pad(name)) + mark;
    for (String line : LineWrapper.wrap(VisibleText.line(text), WIDTH - lead.length())) {
      lines.add((lead + line).stripTrailing());
      lead = " ".repeat(lead.length());
    }
  }

  private static String pad(String name) {
    return ColumnWidth.pad(name, NAME_WIDTH, false);
  }
}
