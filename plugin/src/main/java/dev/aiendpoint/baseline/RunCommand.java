package dev.aiendpoint.baseline;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The command line that runs a plan again: the settings that differ from their defaults, without
 * secrets and without what a run finds out for itself.
 */
public final class RunCommand {

  private static final Set<String> OF_THE_MACHINE =
      Set.of("plan", "project.root", "run.dir", "standin.jar", "ai.jtl", "ai.progress");

  /** New in every run when the plan starts its own stand-in. */
  private static final Set<String> OF_THE_STAND_IN = Set.of("base.url", "provider.control.url");

  private static final Pattern PLAIN = Pattern.compile("[\\w./:,%@+=-]+");

  private RunCommand() {}

  /**
   * The settings worth showing, sorted by name.
   *
   * @param given all settings by name
   * @param embedded true when the plan started the stand-in itself
   */
  public static Map<String, String> settings(Map<String, String> given, boolean embedded) {
    Map<String, String> shown = new LinkedHashMap<>();
    given.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .filter(entry -> !OF_THE_MACHINE.contains(entry.getKey()))
        .filter(entry -> !(embedded && OF_THE_STAND_IN.contains(entry.getKey())))
        .filter(entry -> !SettingDefaults.isDefault(entry.getKey(), entry.getValue()))
        .forEach(
            entry -> shown.put(entry.getKey(), ShownSetting.of(entry.getKey(), entry.getValue())));
    return shown;
  }

  /** With Maven, from the project's root. */
  public static String maven(String plan, Map<String, String> settings) {
    return "mvn jmeter:jmeter -Dplan=" + quoted(plan) + options(" -D", settings);
  }

  /** With JMeter alone. */
  public static String jmeter(String plan, Map<String, String> settings) {
    return "jmeter -n -t " + quoted(plan + ".jmx") + options(" -J", settings);
  }

  private static String options(String prefix, Map<String, String> settings) {
    return settings.entrySet().stream()
        .map(entry -> prefix + entry.getKey() + "=" + quoted(entry.getValue()))
        .collect(Collectors.joining());
  }

  private static String quoted(String value) {
    return PLAIN.matcher(value).matches() ? value : "'" + value.replace("'", "'\\''") + "'";
  }
}
