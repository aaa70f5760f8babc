package dev.aiendpoint.jmeter;

import dev.aiendpoint.classify.ResponseProfile;
import dev.aiendpoint.classify.ResponseProfiles;
import dev.aiendpoint.json.InvalidFileException;
import dev.aiendpoint.wire.WireFormats;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.jmeter.testelement.TestElement;

/** How a sampler or post-processor reads responses, from the texts in its fields. Thread-safe. */
final class ResponseSettings {

  private static final Map<String, ResponseProfile> PROFILES = new ConcurrentHashMap<>();
  private static final Map<String, Set<Integer>> STATUSES = new ConcurrentHashMap<>();

  private ResponseSettings() {}

  /** Refuses the run when the profile or the accepted statuses of an element cannot be used. */
  static void check(TestElement element, String profileKey, String statusesKey) {
    String name = element.getPropertyAsString(profileKey).trim();
    try {
      PROFILES.put(name, ResponseProfiles.load(name, ProjectFiles.folders()));
    } catch (InvalidFileException e) {
      RunExit.refuse(element.getName() + ": " + e.getMessage());
    }
    try {
      statuses(element.getPropertyAsString(statusesKey));
    } catch (IllegalArgumentException e) {
      RunExit.refuse(element.getName() + ": " + e.getMessage());
    }
  }

  static void checkWireFormat(TestElement element, String key) {
    String name = element.getPropertyAsString(key, "auto").trim();
    if (!name.isEmpty() && !WireFormats.names().contains(name)) {
      RunExit.refuse(
          element.getName()
              + ": wire format was '"
              + name
              + "' but must be a known one; supported: "
              + String.join(", ", WireFormats.names()));
    }
  }

  /** Refuses a time that is no number: JMeter would read it as 0, which is no limit at all. */
  static void checkMillis(TestElement element, String key, String name) {
    String value = element.getPropertyAsString(key).trim();
    if (!value.isEmpty() && !value.contains("${") && !value.matches("\\d{1,15}")) {
      RunExit.refuse(
          element.getName()
              + ": "
              + name
              + " was '"
              + value
              + "' but must be a whole number of milliseconds; 0 for none");
    }
  }

  /** The profile of that name; loaded once a run, before the first request. */
  static ResponseProfile profile(String name) {
    return PROFILES.computeIfAbsent(
        name.trim(),
        missing -> {
          try {
            return ResponseProfiles.load(missing, ProjectFiles.folders());
          } catch (InvalidFileException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
          }
        });
  }

  /** Currency of a profile's costs; empty when it is unknown. */
  static String currencyOf(String profileName) {
    try {
      return profileName.isBlank() ? "" : profile(profileName).currency();
    } catch (IllegalArgumentException e) {
      return "";
    }
  }

  /** Statuses that a plan accepts in the open, such as {@code 404, 410}. */
  static Set<Integer> statuses(String text) {
    return STATUSES.computeIfAbsent(text.trim(), ResponseSettings::parseStatuses);
  }

  private static Set<Integer> parseStatuses(String text) {
    Set<Integer> statuses = new TreeSet<>();
    for (String part : text.split("[,\\s]+")) {
      if (part.isEmpty()) {
        continue;
      }
      if (!part.matches("[1-5]\\d\\d")) {
        throw new IllegalArgumentException(
            "accepted statuses was '" + text + "' but must be HTTP statuses such as 404, 410");
      }
      statuses.add(Integer.parseInt(part));
    }
    return Set.copyOf(statuses);
  }
}
