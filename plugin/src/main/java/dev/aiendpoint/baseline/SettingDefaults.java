package dev.aiendpoint.baseline;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What settings are when nobody gives them, as in docs/properties.md. A run keeps only settings
 * that differ from these, so whoever reads a setting, live or from what a run kept, adds them.
 *
 * <p>Not the response profile: which one a plan takes without the setting is up to the plan.
 */
final class SettingDefaults {

  static final Map<String, String> ALL =
      Map.of(
          "duration.scale", "1.0",
          "users.scale", "1.0",
          "sessions", "data/sessions.csv",
          "run.dir", "target/runs",
          "allow.remote", "false",
          "smoke.ai", "on");

  private SettingDefaults() {}

  static boolean isDefault(String name, String value) {
    return ALL.containsKey(name) && isSame(ALL.get(name), value);
  }

  /** The settings of a run: those that are given, and the defaults of the others. */
  static Map<String, String> completed(Map<String, String> given) {
    Map<String, String> all = new LinkedHashMap<>(ALL);
    all.putAll(given);
    return all;
  }

  /** Compares without case, numbers by value: {@code 1} is {@code 1.0}. */
  static boolean isSame(String one, String other) {
    if (one.equalsIgnoreCase(other)) {
      return true;
    }
    String number = "\\d{1,9}(\\.\\d{1,9})?";
    return one.matches(number)
        && other.matches(number)
        && Double.parseDouble(one) == Double.parseDouble(other);
  }
}
