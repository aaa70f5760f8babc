package dev.aiendpoint.report.page;

import dev.aiendpoint.baseline.RunVerdict;
import dev.aiendpoint.cache.CacheFigures;
import dev.aiendpoint.cache.CacheLatency;
import dev.aiendpoint.cache.CacheReport;
import dev.aiendpoint.cache.CacheSaving;
import dev.aiendpoint.report.FigureFormat;
import dev.aiendpoint.report.RunFigures;
import dev.aiendpoint.report.page.Page.Cell;
import dev.aiendpoint.report.page.Page.Column;
import dev.aiendpoint.report.picture.HitRatePicture;
import dev.aiendpoint.report.picture.OutcomeGroup;
import dev.aiendpoint.report.picture.RangePicture;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** The cache: hit rate over time, hits against misses, what it saved. */
final class CacheSection implements Section {

  @Override
  public void write(Page page, RunVerdict run, RunFigures figures) {
    page.section("cache", "Cache");
    CacheReport report = CacheReport.of(run.figures());
    HitRatePicture overTime = new HitRatePicture(run);
    if (!overTime.isDrawable()) {
      page.nothing("No answer said whether it came from a cache.");
    } else {
      page.picture(overTime);
      RangePicture latency =
          new RangePicture("hit-miss", "Latency of cache hits and misses", rows(report));
      if (latency.isDrawable()) {
        page.html().element("h3", "Hit against miss");
        page.picture(latency);
      }
      table(page, report, run.currency());
    }
    page.endSection();
  }

  private static List<RangePicture.Row> rows(CacheReport report) {
    List<RangePicture.Row> rows = new ArrayList<>();
    for (CacheReport.OfLabel label : report.labels()) {
      add(rows, label.label() + ", hit", OutcomeGroup.CACHED, label.figures().hit());
      add(rows, label.label() + ", miss", OutcomeGroup.SERVED, label.figures().miss());
    }
    return rows;
  }

  private static void add(
      List<RangePicture.Row> rows, String name, OutcomeGroup group, CacheLatency latency) {
    if (latency.n() > 0) {
      rows.add(
          new RangePicture.Row(
              name,
              palette -> palette.outcomes().get(group),
              latency.p50().getAsDouble(),
              latency.p95().getAsDouble(),
              OptionalDouble.empty(),
              latency.n()));
    }
  }

  private static void table(Page page, CacheReport report, String currency) {
    List<List<Cell>> rows = new ArrayList<>();
    report.labels().forEach(l -> rows.add(row(l.label(), l.figures(), l.saved(), currency)));
    rows.add(row("all", report.total(), report.saved(), currency));
    page.table(
        List.of(
            Column.words("Label"),
            Column.number("Hit rate"),
            Column.number("Hits"),
            Column.number("Misses"),
            Column.number("Bypassed"),
            Column.number("Untold"),
            Column.number("Time saved"),
            Column.number("Cost saved")),
        rows);
    page.html()
        .element(
            "p",
            "Time saved is the waiting time of all users together, against misses of the same"
                + " label. A dash means that one side of the comparison was never seen.",
            "class",
            "note");
  }

  private static List<Cell> row(
      String name, CacheFigures figures, CacheSaving saved, String currency) {
    return List.of(
        Cell.of(name),
        Cell.of(FigureFormat.shortShare(figures.hitRate())),
        Cell.of(Long.toString(figures.hits())),
        Cell.of(Long.toString(figures.misses())),
        Cell.of(Long.toString(figures.bypasses())),
        Cell.of(Long.toString(figures.unknown())),
        Cell.of(
            saved.millis().isEmpty() || saved.millis().getAsDouble() < 0
                ? FigureFormat.UNKNOWN
                : FigureFormat.length(Duration.ofMillis((long) saved.millis().getAsDouble()))),
        Cell.of(
            saved.cost().isEmpty()
                ? FigureFormat.UNKNOWN
                : FigureFormat.rounded(saved.cost().getAsDouble(), 2) + " " + currency));
  }
}
