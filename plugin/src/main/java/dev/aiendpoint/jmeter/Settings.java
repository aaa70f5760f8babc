package dev.aiendpoint.jmeter;

import dev.aiendpoint.sample.SampleColumn;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import org.apache.jmeter.util.JMeterUtils;

/**
 * The settings of a run, by their contract names, from wherever the user gave them: JMeter's {@code
 * -J}, else a Java system property, else an environment variable.
 *
 * <p>The Maven plugin can pass values that change from run to run only as system properties, while
 * {@code ${__P(name,)}} in a plan reads JMeter properties only. So they are copied once, when the
 * first element of this plugin is loaded: before JMeter evaluates anything in the plan.
 */
public final class Settings {

  private static final List<String> NAMES =
      List.of(
          "plan",
          "base.url",
          "duration.scale",
          "users.scale",
          "profile",
          "sessions",
          "auth.bearer",
          "provider.control.url",
          "run.dir",
          "budget",
          "allow.remote",
          Dashboard.SETTING,
          "project.root");

  /** Numbers of the bundled plans and switches of the stand-in. */
  private static final List<String> PREFIXES =
      List.of("standin.", "smoke.", "load.", "traffic.", "circuit.", "ai.");

  private static final Map<String, String> ENVIRONMENT =
      Map.of("base.url", "BASE_URL", "auth.bearer", "TEST_AUTH_TOKEN");

  private static boolean published;

  private Settings() {}

  /** Copies system properties and environment into JMeter's properties, and names the columns. */
  static synchronized void publish() {
    Properties jmeter = JMeterUtils.getJMeterProperties();
    if (published || jmeter == null) {
      return;
    }
    published = true;
    for (String name : System.getProperties().stringPropertyNames()) {
      String value = System.getProperty(name, "");
      if (value.isBlank() && isOurs(name)) {
        // JMeter's properties fall back on the system's: a blank one would hide a plan's default.
        System.clearProperty(name);
      } else {
        publish(jmeter, name, value);
      }
    }
    ENVIRONMENT.forEach(
        (name, variable) -> publish(jmeter, name, System.getenv().getOrDefault(variable, "")));
    Set<String> columns = new LinkedHashSet<>();
    for (String name : jmeter.getProperty("sample_variables", "").split(",")) {
      if (!name.isBlank()) {
        columns.add(name.trim());
      }
    }
    columns.addAll(List.of(SampleColumn.sampleVariables().split(",")));
    if (Dashboard.isOn(jmeter)) {
      columns.add(Dashboard.CACHE_HIT);
      Dashboard.define(jmeter);
    }
    jmeter.setProperty("sample_variables", String.join(",", columns));
  }

  private static void publish(Properties jmeter, String name, String value) {
    if (isOurs(name) && !value.isBlank() && jmeter.getProperty(name, "").isBlank()) {
      jmeter.setProperty(name, value);
    }
  }

  private static boolean isOurs(String name) {
    return NAMES.contains(name) || PREFIXES.stream().anyMatch(name::startsWith);
  }

  /** The value of a setting; blank counts as not given. */
  public static Optional<String> find(String name) {
    publish();
    String value = JMeterUtils.getPropDefault(name, "");
    return value.isBlank() ? Optional.empty() : Optional.of(value.trim());
  }

  public static String get(String name, String otherwise) {
    return find(name).orElse(otherwise);
  }

  /**
   * A switch that must be true or false.
   *
   * @throws IllegalArgumentException with name, value and rule
   */
  public static boolean isOn(String name) {
    String value = get(name, "false");
    return switch (value.toLowerCase(java.util.Locale.ROOT)) {
      case "true" -> true;
      case "false" -> false;
      default ->
          throw new IllegalArgumentException(
              name + " was '" + value + "' but must be true or false; supported: true, false");
    };
  }

  /** All settings whose names begin with {@code prefix}, sorted by name. */
  public static Map<String, String> startingWith(String prefix) {
    publish();
    Map<String, String> found = new LinkedHashMap<>();
    JMeterUtils.getJMeterProperties().stringPropertyNames().stream()
        .filter(name -> name.startsWith(prefix))
        .sorted()
        .forEach(name -> find(name).ifPresent(value -> found.put(name, value)));
    return found;
  }

  /** Settings for a threshold's {@code when}: every known name that has a value. */
  public static Map<String, String> all() {
    Map<String, String> found = new LinkedHashMap<>();
    NAMES.stream()
        .filter(name -> !name.equals("auth.bearer"))
        .forEach(name -> find(name).ifPresent(value -> found.put(name, value)));
    PREFIXES.forEach(prefix -> found.putAll(startingWith(prefix)));
    return found;
  }

  static void set(String name, String value) {
    JMeterUtils.setProperty(name, value);
  }
}
