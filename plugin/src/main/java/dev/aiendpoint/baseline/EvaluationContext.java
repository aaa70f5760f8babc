package dev.aiendpoint.baseline;

import dev.aiendpoint.sample.SampleColumn;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * What an evaluation depends on besides the figures.
 *
 * @param settings settings of the run by property name, as conditions of thresholds read them;
 *     completed by the defaults of those that are not there
 * @param mode where the figures come from
 * @param columns the added columns that the figures were read from; all of them live
 * @param hasThreadCounts whether the samples tell how many users were active
 * @param hasArrivals whether the run is known to have had arrivals, though the figures hold none
 * @param target what was tested, for messages; may be empty
 */
public record EvaluationContext(
    Map<String, String> settings,
    Mode mode,
    Set<SampleColumn> columns,
    boolean hasThreadCounts,
    boolean hasArrivals,
    String target) {

  private static final String PROFILE = "profile";

  /** Where the figures come from. */
  public enum Mode {
    /** The samples were recorded as they happened. */
    LIVE,
    /** The samples were read from a result file. */
    OFFLINE
  }

  public EvaluationContext {
    settings = Map.copyOf(SettingDefaults.completed(settings));
    columns = Set.copyOf(columns);
  }

  public static EvaluationContext live(Map<String, String> settings, String target) {
    return new EvaluationContext(
        settings, Mode.LIVE, Set.of(SampleColumn.values()), true, false, target);
  }

  /**
   * @param columns the added columns that the result file has
   */
  public static EvaluationContext offline(
      Map<String, String> settings, Set<SampleColumn> columns, String target) {
    return new EvaluationContext(settings, Mode.OFFLINE, columns, true, false, target);
  }

  /** Of a result file without JMeter's column {@code allThreads}. */
  public EvaluationContext withoutThreadCounts() {
    return new EvaluationContext(settings, mode, columns, false, hasArrivals, target);
  }

  /** Of a run that had arrivals, of which its result file tells nothing. */
  public EvaluationContext withArrivals() {
    return new EvaluationContext(settings, mode, columns, hasThreadCounts, true, target);
  }

  /** With the profile of a baseline where the run was given none. */
  EvaluationContext forBaseline(Baseline baseline) {
    if (baseline.profile().isBlank() || settings.containsKey(PROFILE)) {
      return this;
    }
    Map<String, String> all = new HashMap<>(settings);
    all.put(PROFILE, baseline.profile());
    return new EvaluationContext(all, mode, columns, hasThreadCounts, hasArrivals, target);
  }
}
