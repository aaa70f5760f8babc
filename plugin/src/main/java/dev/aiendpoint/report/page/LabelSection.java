package dev.aiendpoint.report.page;

import static dev.aiendpoint.report.FigureFormat.bareMillis;
import static dev.aiendpoint.report.FigureFormat.shortShare;

import dev.aiendpoint.baseline.RunVerdict;
import dev.aiendpoint.report.RunFigures;
import dev.aiendpoint.report.page.Page.Cell;
import dev.aiendpoint.report.page.Page.Column;
import dev.aiendpoint.stats.Distribution;
import dev.aiendpoint.stats.Summary;
import dev.aiendpoint.stats.TimingMetric;
import java.util.ArrayList;
import java.util.List;

/** Every label with its figures. */
final class LabelSection implements Section {

  @Override
  public void write(Page page, RunVerdict run, RunFigures figures) {
    page.section("labels", "All labels");
    if (figures.labels().isEmpty()) {
      page.nothing("No request was recorded.");
    } else {
      List<List<Cell>> rows = new ArrayList<>();
      figures.labels().forEach(label -> rows.add(row(label, figures.label(label), figures)));
      rows.add(row("all", figures.all(), figures));
      page.table(
          List.of(
              Column.words("Label"),
              Column.number("Requests"),
              Column.number("Share"),
              Column.number("P50 ms"),
              Column.number("P95 ms"),
              Column.number("P99 ms"),
              Column.number("Max ms"),
              Column.number("n served"),
              Column.number("Errors")),
          rows);
    }
    page.endSection();
  }

  private static List<Cell> row(String name, Summary summary, RunFigures figures) {
    Distribution elapsed = summary.timing(TimingMetric.ELAPSED);
    return List.of(
        Cell.of(name),
        Cell.of(Long.toString(summary.samples())),
        Cell.of(shortShare(figures.all().rate(summary.samples()))),
        Cell.of(bareMillis(elapsed.percentile(50))),
        Cell.of(bareMillis(elapsed.percentile(95))),
        Cell.of(bareMillis(elapsed.percentile(99))),
        Cell.of(bareMillis(elapsed.max())),
        Cell.of(Long.toString(elapsed.count())),
        Cell.of(shortShare(summary.errorRate())));
  }
}
