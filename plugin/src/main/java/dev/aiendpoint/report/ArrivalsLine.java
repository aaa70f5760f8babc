package dev.aiendpoint.report;

import static dev.aiendpoint.report.FigureFormat.millis;

import dev.aiendpoint.stats.ArrivalCount;
import dev.aiendpoint.stats.Distribution;
import dev.aiendpoint.stats.TimingMetric;
import java.util.ArrayList;
import java.util.List;

/** Says in one line what became of the arrivals, and what they waited, beside the raw figure. */
public final class ArrivalsLine {

  private ArrivalsLine() {}

  public static String of(RunFigures figures) {
    List<String> parts = new ArrayList<>();
    for (ArrivalCount arrival : figures.arrivals()) {
      parts.add(
          (figures.arrivals().size() > 1 ? arrival.group() + ": " : "")
              + arrival.planned()
              + " planned, "
              + arrival.started()
              + " started, "
              + arrival.dropped()
              + " dropped");
    }
    Distribution corrected = figures.all().timing(TimingMetric.FROM_INTENDED);
    if (corrected.count() > 0) {
      Distribution raw = figures.all().timing(TimingMetric.ELAPSED);
      parts.add("from intended start " + percentiles(corrected));
      parts.add("elapsed " + percentiles(raw));
    }
    return String.join("; ", parts);
  }

  private static String percentiles(Distribution timing) {
    return "p50 "
        + millis(timing.percentile(50))
        + ", p95 "
        + millis(timing.percentile(95))
        + " (n = "
        + timing.count()
        + ")";
  }
}
