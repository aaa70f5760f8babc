package dev.aiendpoint.report.page;

import dev.aiendpoint.baseline.RunVerdict;
import dev.aiendpoint.report.RunFigures;
import dev.aiendpoint.report.picture.LatencyPicture;
import dev.aiendpoint.report.picture.RangePicture;
import dev.aiendpoint.sample.OperationClass;
import dev.aiendpoint.stats.Distribution;
import dev.aiendpoint.stats.TimingMetric;
import java.util.ArrayList;
import java.util.List;

/** Latency percentiles over time by operation class, and by label. */
final class LatencySection implements Section {

  @Override
  public void write(Page page, RunVerdict run, RunFigures figures) {
    page.section("latency", "Latency");
    LatencyPicture overTime = new LatencyPicture(run);
    if (overTime.isDrawable()) {
      page.picture(overTime);
      page.html()
          .element(
              "p",
              "Served requests only, to the last byte. Failed, refused and fallback answers are in"
                  + " no latency. The lines over time come from buckets of an eighth; every figure"
                  + " in a table or threshold has three digits.",
              "class",
              "note");
      page.html().element("h3", "By operation");
      page.picture(new RangePicture("latency-by-label", "Latency by label", rows(figures)));
    } else {
      page.nothing("No request was served, so there is no latency.");
    }
    page.endSection();
  }

  private static List<RangePicture.Row> rows(RunFigures figures) {
    List<RangePicture.Row> rows = new ArrayList<>();
    for (String label : figures.labels()) {
      Distribution elapsed = figures.label(label).timing(TimingMetric.ELAPSED);
      if (elapsed.count() > 0) {
        rows.add(
            new RangePicture.Row(
                label,
                palette -> palette.operations().get(OperationClass.ofLabel(label)),
                elapsed.percentile(50).getAsDouble(),
                elapsed.percentile(95).getAsDouble(),
                elapsed.percentile(99),
                elapsed.count()));
      }
    }
    return rows;
  }
}
