package dev.aiendpoint.baseline;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A condition on a setting of the run, under which a threshold counts: {@code name=value} or {@code
 * name!=value}. Values compare without case, numbers by value; a setting that is not there has its
 * default, else it is empty text. Examples: {@code smoke.ai=on}, {@code standin.breaker!=off},
 * {@code base.url=}.
 */
public record Condition(String text, String setting, boolean equal, String value) {

  private static final Pattern FORM = Pattern.compile("\\s*([A-Za-z][\\w.-]*)\\s*(!?=)([^=]*)");

  static Optional<Condition> parse(String text) {
    Matcher form = FORM.matcher(text);
    return form.matches()
        ? Optional.of(
            new Condition(text, form.group(1), form.group(2).equals("="), form.group(3).strip()))
        : Optional.empty();
  }

  boolean holds(Map<String, String> settings) {
    return SettingDefaults.isSame(settings.getOrDefault(setting, "").strip(), value) == equal;
  }

  /** Why it does not hold. */
  String contradiction(Map<String, String> settings) {
    String found = settings.getOrDefault(setting, "").strip();
    return setting
        + (found.isEmpty() ? " is not set" : " is '" + ShownSetting.of(setting, found) + "'");
  }
}
