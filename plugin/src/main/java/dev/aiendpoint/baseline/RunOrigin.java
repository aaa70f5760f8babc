package dev.aiendpoint.baseline;

import dev.aiendpoint.phase.LoadScale;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How a run came about, for whoever wants to run it again. Without secrets. Immutable.
 *
 * @param command the command line that runs it again; empty when it is unknown
 * @param settings settings by name, in the order in which they are shown
 * @param versions of the programs that took part, by name, in the order in which they are shown
 */
public record RunOrigin(
    String command, Map<String, String> settings, Map<String, String> versions) {

  /** Nothing is known. */
  public static final RunOrigin UNKNOWN = new RunOrigin("", Map.of(), Map.of());

  public RunOrigin {
    Map<String, String> shown = new LinkedHashMap<>(settings);
    shown.replaceAll(ShownSetting::of);
    settings = Collections.unmodifiableMap(shown);
    versions = Collections.unmodifiableMap(new LinkedHashMap<>(versions));
  }

  /** How much the plan was shortened and thinned out; empty when nothing is known. */
  public Optional<LoadScale> scale() {
    return equals(UNKNOWN) ? Optional.empty() : Optional.of(scaleOf(settings));
  }

  /**
   * The scale that settings make.
   *
   * @throws IllegalArgumentException naming every setting that is no factor
   */
  public static LoadScale scaleOf(Map<String, String> settings) {
    return LoadScale.parse(
        settings.getOrDefault(LoadScale.DURATION_SETTING, ""),
        settings.getOrDefault(LoadScale.USERS_SETTING, ""));
  }
}
