package dev.aiendpoint.stats;

import dev.aiendpoint.exchange.Outcome;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogWriter;

/**
 * Writes {@code latency.hlog}: elapsed of the whole run in milliseconds, one histogram a label and
 * outcome, in HdrHistogram's own log format 1.3, which its tools read. A tag is {@code
 * <label>.<outcome>} with {@code _} for each blank and comma, since the format allows neither in a
 * tag.
 *
 * @see <a href="https://github.com/HdrHistogram/HdrHistogram">HdrHistogram, HistogramLogWriter</a>
 */
public final class HistogramLogFile {

  private HistogramLogFile() {}

  /**
   * Writes and flushes; does not close.
   *
   * @param run a snapshot of a {@link RunRecorder}
   * @throws IllegalArgumentException for a snapshot that comes from elsewhere
   */
  public static void write(RunSnapshot run, OutputStream out) {
    if (!(run instanceof RecordedRun recorded)) {
      throw new IllegalArgumentException(
          "run was a " + run.getClass().getName() + " but must be a snapshot of a RunRecorder");
    }
    long start = bound(recorded, true);
    long end = bound(recorded, false);
    PrintStream text = new PrintStream(out, false, StandardCharsets.UTF_8);
    HistogramLogWriter writer = new HistogramLogWriter(text);
    writer.outputLogFormatVersion();
    writer.outputComment("[Values: elapsed in milliseconds, the whole run in one interval]");
    writer.outputComment("[Tags: <label>.<outcome>, with _ for each blank and comma]");
    writer.outputStartTime(start);
    writer.setBaseTime(start);
    writer.outputLegend();
    byTag(recorded)
        .forEach(
            (tag, parts) -> {
              Histogram histogram = MergedDistribution.histogram(parts);
              histogram.setTag(tag);
              histogram.setStartTimeStamp(start);
              histogram.setEndTimeStamp(end);
              writer.outputIntervalHistogram(
                  0, (end - start) / 1000.0, histogram, TimeUnitRatio.MILLISECONDS.perMilli());
            });
    text.flush();
  }

  private static Map<String, List<FrozenDurations>> byTag(RecordedRun run) {
    Map<String, Map<Outcome, List<FrozenDurations>>> byLabel = new LinkedHashMap<>();
    run.groups().forEach(group -> collect(group, byLabel));
    Map<String, List<FrozenDurations>> tagged = new LinkedHashMap<>();
    byLabel.forEach(
        (label, outcomes) ->
            outcomes.forEach(
                (outcome, parts) ->
                    tagged
                        .computeIfAbsent(tag(label, outcome), tag -> new ArrayList<>())
                        .addAll(parts)));
    return tagged;
  }

  private static void collect(
      FrozenGroup group, Map<String, Map<Outcome, List<FrozenDurations>>> byLabel) {
    for (FrozenCell cell : group.cells()) {
      FrozenDurations elapsed = cell.durations().get(TimingMetric.ELAPSED);
      if (elapsed != null) {
        byLabel
            .computeIfAbsent(group.label(), label -> new EnumMap<>(Outcome.class))
            .computeIfAbsent(cell.outcome(), outcome -> new ArrayList<>())
            .add(elapsed);
      }
    }
  }

  private static String tag(String label, Outcome outcome) {
    return label.replaceAll("[\\s,]", "_") + "." + outcome;
  }

  private static long bound(RecordedRun run, boolean first) {
    OptionalLong bound =
        first
            ? run.groups()
                .flatMap(group -> group.cells().stream())
                .mapToLong(FrozenCell::firstStartMillis)
                .min()
            : run.groups()
                .flatMap(group -> group.cells().stream())
                .mapToLong(FrozenCell::lastEndMillis)
                .max();
    return bound.orElse(0);
  }
}
