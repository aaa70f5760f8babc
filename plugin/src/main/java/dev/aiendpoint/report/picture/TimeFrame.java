package dev.aiendpoint.report.picture;

import dev.aiendpoint.baseline.RunVerdict;
import dev.aiendpoint.report.RunFigures;
import dev.aiendpoint.stats.Summary;
import dev.aiendpoint.stats.TimeSeries;
import java.util.ArrayList;
import java.util.List;

/**
 * The time that pictures show: from the start of the first request to the end of the last one, in
 * milliseconds since the start of the run. Immutable.
 *
 * @param originMillis start of the run, epoch milliseconds
 * @param from its begin
 * @param to its end, later than its begin
 * @param bands the phases in order; empty when the plan has none
 */
public record TimeFrame(long originMillis, long from, long to, List<Band> bands) {

  /**
   * One phase.
   *
   * @param name its name
   * @param from begin of its first request
   * @param to begin of the next phase, or the end
   */
  public record Band(String name, long from, long to) {}

  public TimeFrame {
    bands = List.copyOf(bands);
  }

  public static TimeFrame of(RunVerdict run) {
    RunFigures figures = new RunFigures(run);
    long origin = run.startedAt().toEpochMilli();
    long from = figures.all().firstStartMillis().orElse(origin) - origin;
    long to = Math.max(from + 1, figures.all().lastEndMillis().orElse(origin + 1) - origin);
    List<Band> bands = new ArrayList<>();
    for (String phase : figures.phases()) {
      Summary summary = figures.phase(phase);
      if (summary.firstStartMillis().isPresent()) {
        long begin = summary.firstStartMillis().getAsLong() - origin;
        int last = bands.size() - 1;
        if (last >= 0) {
          Band before = bands.get(last);
          bands.set(last, new Band(before.name(), before.from(), Math.max(before.from(), begin)));
        }
        bands.add(new Band(phase, begin, to));
      }
    }
    return new TimeFrame(origin, from, to, bands);
  }

  public long length() {
    return to - from;
  }

  /** The series in about as many intervals, each with about as many samples or more. */
  TimeSeries series(TimeSeries all, int intervals, long samplesEach) {
    long samples = all.points().stream().mapToLong(point -> point.all().samples()).sum();
    double enough = samples == 0 ? 0 : (double) length() * samplesEach / samples;
    double length = Math.max(length() / (double) intervals, Math.min(enough, length() / 8.0));
    return all.coarsened((long) Math.ceil(length));
  }

  /** How much of an interval lies within, in milliseconds. */
  double overlap(long startMillis, long lengthMillis) {
    double start = Math.max(from, startMillis - originMillis);
    double end = Math.min(to, startMillis - originMillis + lengthMillis);
    return Math.max(0, end - start);
  }

  /** The middle of an interval's part that lies within. */
  double middle(long startMillis, long lengthMillis) {
    double start = Math.max(from, startMillis - originMillis);
    double end = Math.min(to, startMillis - originMillis + lengthMillis);
    return (start + Math.max(start, end)) / 2;
  }
}
