package dev.aiendpoint.report.page;

import static dev.aiendpoint.report.FigureFormat.bareMillis;
import static dev.aiendpoint.report.FigureFormat.shortShare;

import dev.aiendpoint.baseline.RunVerdict;
import dev.aiendpoint.report.ArrivalsLine;
import dev.aiendpoint.report.FigureFormat;
import dev.aiendpoint.report.RunFigures;
import dev.aiendpoint.report.page.Page.Cell;
import dev.aiendpoint.report.page.Page.Column;
import dev.aiendpoint.report.picture.LoadPicture;
import dev.aiendpoint.stats.Distribution;
import dev.aiendpoint.stats.Summary;
import dev.aiendpoint.stats.TimingMetric;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** Users and throughput over time, and the phases in a table. */
final class LoadSection implements Section {

  @Override
  public void write(Page page, RunVerdict run, RunFigures figures) {
    page.section("load", "Users and throughput");
    if (run.figures().timeSeries().isEmpty()) {
      page.nothing("No request was recorded, so there is nothing to draw.");
    } else {
      LoadPicture picture = new LoadPicture(run);
      page.picture(picture);
      page.html()
          .element(
              "p",
              "Each column stands for "
                  + picture.intervals()
                  + ". A request counts where it ended; CONTROL requests (set-up, probes, faults)"
                  + " count nowhere.",
              "class",
              "note");
    }
    if (!figures.arrivals().isEmpty()) {
      page.html().element("p", "Arrivals: " + ArrivalsLine.of(figures) + ".");
    }
    phases(page, figures);
    page.endSection();
  }

  private static void phases(Page page, RunFigures figures) {
    if (figures.phases().isEmpty()) {
      page.nothing("The plan has no phases.");
      return;
    }
    List<List<Cell>> rows = new ArrayList<>();
    for (String phase : figures.phases()) {
      Summary summary = figures.phase(phase);
      Distribution elapsed = summary.timing(TimingMetric.ELAPSED);
      rows.add(
          List.of(
              Cell.of(Integer.toString(rows.size() + 1)),
              Cell.of(phase),
              Cell.of(time(figures, summary.firstStartMillis())),
              Cell.of(FigureFormat.users(summary.maxUsers())),
              Cell.of(Long.toString(summary.samples())),
              Cell.of(bareMillis(elapsed.percentile(50))),
              Cell.of(bareMillis(elapsed.percentile(95))),
              Cell.of(Long.toString(elapsed.count())),
              Cell.of(shortShare(summary.errorRate()))));
    }
    page.table(
        List.of(
            Column.number("#"),
            Column.words("Phase"),
            Column.number("Begins"),
            Column.number("Users"),
            Column.number("Requests"),
            Column.number("P50 ms"),
            Column.number("P95 ms"),
            Column.number("n served"),
            Column.number("Errors")),
        rows);
  }

  private static String time(RunFigures figures, OptionalLong epochMillis) {
    OptionalLong since = figures.sinceStart(epochMillis);
    return since.isEmpty()
        ? FigureFormat.UNKNOWN
        : FigureFormat.clock(Math.max(0, since.getAsLong()) / 1000);
  }
}
