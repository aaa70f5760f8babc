package dev.aiendpoint.report;

import static dev.aiendpoint.report.FigureFormat.bareMillis;
import static dev.aiendpoint.report.FigureFormat.shortShare;
import static dev.aiendpoint.report.MarkdownText.code;
import static dev.aiendpoint.report.MarkdownText.escaped;

import dev.aiendpoint.advice.Advice;
import dev.aiendpoint.advice.Advisor;
import dev.aiendpoint.baseline.RunVerdict;
import dev.aiendpoint.baseline.ThresholdResult;
import dev.aiendpoint.baseline.VerdictWord;
import dev.aiendpoint.cache.CacheReport;
import dev.aiendpoint.exchange.Outcome;
import dev.aiendpoint.sample.OperationClass;
import dev.aiendpoint.stats.Distribution;
import dev.aiendpoint.stats.Summary;
import dev.aiendpoint.stats.TimingMetric;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

/**
 * Writes {@code report.md}, the document that a team files after a run: results against targets,
 * issues, recommendations, figures, how to run it again. In GitHub's Markdown. Safe for use from
 * any thread.
 */
public final class MarkdownReport {

  /** The whole document, ended by a line break. */
  public String write(RunVerdict run) {
    RunFigures figures = new RunFigures(run);
    StringBuilder text = new StringBuilder();
    head(text, run, figures);
    thresholds(text, run);
    issues(text, run, figures);
    recommendations(text, run);
    figures(text, run, figures);
    origin(text, run);
    return text.toString().stripTrailing() + "\n";
  }

  private static void head(StringBuilder text, RunVerdict run, RunFigures figures) {
    text.append("# ").append(escaped(run.plan())).append(": ").append(word(run.verdict()));
    text.append("\n\n").append(escaped(Headline.of(run))).append("\n\n");
    MarkdownTable table = new MarkdownTable("Run", "");
    table.row(List.of("Target", escaped(run.target())));
    table.row(List.of("Started", run.startedAt().truncatedTo(ChronoUnit.SECONDS).toString()));
    table.row(List.of("Length", FigureFormat.length(figures.length())));
    table.row(
        List.of(
            "Requests",
            figures.all().samples() + ", and " + figures.control() + " CONTROL requests"));
    if (figures.all().maxUsers() > 0) {
      table.row(List.of("Users", "at most " + figures.all().maxUsers()));
    }
    text.append(table.write());
    Headline.otherReasons(run)
        .forEach(reason -> text.append("- ").append(escaped(reason)).append('\n'));
    text.append(Headline.otherReasons(run).isEmpty() ? "" : "\n");
  }

  private static void thresholds(StringBuilder text, RunVerdict run) {
    text.append("## Results against targets\n\n");
    if (run.thresholds().isEmpty()) {
      text.append("No threshold was held against this run.\n\n");
      return;
    }
    MarkdownTable table =
        new MarkdownTable("Verdict", "Threshold", "Check", "Scope", "Observed:", "Target:", "n:");
    for (ThresholdResult result : run.thresholds()) {
      table.row(
          List.of(
              word(result.verdict()),
              escaped(result.id()),
              code(result.check()),
              escaped(result.scope()),
              FigureFormat.besides(result.limit(), result.observed(), result.unit()),
              FigureFormat.besides(result.target(), result.target(), result.unit()),
              Long.toString(result.samples())));
    }
    text.append(table.write());
  }

  private static void issues(StringBuilder text, RunVerdict run, RunFigures figures) {
    text.append("## Issues found\n\n");
    List<ThresholdResult> missed = Headline.notPassed(run);
    if (missed.isEmpty() && figures.topFailures().isEmpty()) {
      text.append("None: every threshold passed and nothing failed.\n\n");
      return;
    }
    for (ThresholdResult result : missed) {
      text.append("- ").append(word(result.verdict())).append(' ').append(escaped(result.id()));
      text.append(": ").append(escaped(result.message())).append('\n');
    }
    text.append(missed.isEmpty() ? "" : "\n");
    if (!figures.topFailures().isEmpty()) {
      text.append("Most frequent failures:\n\n");
      MarkdownTable table = new MarkdownTable("n:", "Outcome", "Code", "Message");
      figures
          .topFailures()
          .forEach(
              failure ->
                  table.row(
                      List.of(
                          Long.toString(failure.count()),
                          escaped(failure.outcome().name()),
                          escaped(failure.responseCode()),
                          escaped(failure.message()))));
      text.append(table.write());
    }
  }

  private static void recommendations(StringBuilder text, RunVerdict run) {
    text.append("## Recommendations\n\n");
    List<Advice> advice = Advisor.advise(run);
    if (advice.isEmpty()) {
      text.append("None: the figures give no reason for one.\n\n");
      return;
    }
    int number = 1;
    for (Advice one : advice) {
      text.append(number++).append(". **").append(escaped(one.issue())).append("** ");
      text.append(escaped(one.recommendation()));
      text.append("<br>Evidence: ").append(escaped(one.evidence())).append('\n');
    }
    text.append('\n');
  }

  private static void figures(StringBuilder text, RunVerdict run, RunFigures figures) {
    text.append("## Figures\n\n");
    if (figures.all().samples() == 0) {
      text.append("No request was recorded.\n\n");
      return;
    }
    text.append("Latencies in milliseconds, of served requests; n is how many these are.\n\n");
    MarkdownTable labels = table("Label");
    figures.labels().forEach(label -> row(labels, label, figures.label(label), figures));
    row(labels, "all", figures.all(), figures);
    text.append(labels.write());
    if (!figures.phases().isEmpty()) {
      MarkdownTable phases = table("Phase");
      figures.phases().forEach(phase -> row(phases, phase, figures.phase(phase), figures));
      text.append(phases.write());
    }
    MarkdownTable operations = table("Operation");
    for (OperationClass operation : OperationClass.values()) {
      if (operation != OperationClass.CONTROL && figures.operation(operation).samples() > 0) {
        row(operations, operation.name(), figures.operation(operation), figures);
      }
    }
    text.append(operations.write());
    outcomes(text, figures);
    ai(text, run, figures);
  }

  private static MarkdownTable table(String first) {
    return new MarkdownTable(first, "Requests:", "Share:", "P50:", "P95:", "P99:", "n:", "Errors:");
  }

  private static void row(MarkdownTable table, String name, Summary summary, RunFigures figures) {
    Distribution elapsed = summary.timing(TimingMetric.ELAPSED);
    table.row(
        List.of(
            escaped(name),
            Long.toString(summary.samples()),
            shortShare(figures.all().rate(summary.samples())),
            bareMillis(elapsed.percentile(50)),
            bareMillis(elapsed.percentile(95)),
            bareMillis(elapsed.percentile(99)),
            Long.toString(elapsed.count()),
            shortShare(summary.errorRate())));
  }

  private static void outcomes(StringBuilder text, RunFigures figures) {
    MarkdownTable table = new MarkdownTable("Outcome", "Requests:", "Share:");
    for (Map.Entry<Outcome, Long> outcome :
        new java.util.TreeMap<>(figures.all().outcomes()).entrySet()) {
      table.row(
          List.of(
              escaped(outcome.getKey().name()),
              Long.toString(outcome.getValue()),
              shortShare(figures.all().rate(outcome.getValue()))));
    }
    text.append(table.write());
  }

  private static void ai(StringBuilder text, RunVerdict run, RunFigures figures) {
    var cache = CacheReport.of(run.figures()).total();
    if (cache.hits() + cache.misses() > 0) {
      text.append("- Cache: hit rate ").append(shortShare(cache.hitRate()));
      text.append(" (n = ").append(cache.hits() + cache.misses()).append(" look-ups)\n");
    } else {
      text.append("- Cache: no answer said whether it came from one\n");
    }
    text.append("- Circuit: ");
    text.append(
        figures.circuit().evidence() > 0
            ? escaped(CircuitLine.of(figures))
            : "no AI request told anything of one");
    Distribution ttft = figures.all().timing(TimingMetric.TTFT);
    text.append("\n- Time to first token: ");
    text.append(
        ttft.count() == 0
            ? "no AI request streamed"
            : "P50 "
                + FigureFormat.millis(ttft.percentile(50))
                + ", P95 "
                + FigureFormat.millis(ttft.percentile(95))
                + " (n = "
                + ttft.count()
                + ")");
    text.append("\n- AI cost: ");
    text.append(
        figures.all().cost().isEmpty()
            ? "no answer told it"
            : FigureFormat.rounded(figures.all().cost().getAsDouble(), 2)
                + " "
                + escaped(run.currency())
                + " (n = "
                + figures.all().samplesWithCost()
                + " priced answers)");
    text.append("\n\n");
  }

  private static void origin(StringBuilder text, RunVerdict run) {
    text.append("## Run it again\n\n");
    if (run.origin().command().isEmpty()) {
      text.append("How this run was started is not known.\n");
    } else {
      text.append("```\n").append(VisibleText.line(run.origin().command())).append("\n```\n");
    }
    if (!run.origin().versions().isEmpty()) {
      text.append('\n');
      MarkdownTable table = new MarkdownTable("Program", "Version");
      run.origin()
          .versions()
          .forEach((name, version) -> table.row(List.of(escaped(name), escaped(version))));
      text.append(table.write());
    }
  }

  private static String word(VerdictWord word) {
    return "**" + word.name().replace("_", "\\_") + "**";
  }
}
