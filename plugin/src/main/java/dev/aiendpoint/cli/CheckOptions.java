package dev.aiendpoint.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The arguments of {@code check}.
 *
 * <pre>
 * --baseline FILE --jtl FILE [ --out FOLDER ] { --set name=value }
 *
 * --baseline data/baselines/ai-load.json --jtl ai-load.csv
 * --baseline b.json --jtl r.jtl --out verdict --set users.scale=0.2 --set duration.scale=0.5
 * --jtl r.xml --baseline b.json --set smoke.ai=off
 * </pre>
 *
 * @param baseline the baseline file
 * @param jtl the result file
 * @param out where the reports go; empty for no files
 * @param settings settings of the run by name
 */
record CheckOptions(Path baseline, Path jtl, Optional<Path> out, Map<String, String> settings) {

  private static final List<String> NAMES = List.of("--baseline", "--jtl", "--out", "--set");

  CheckOptions {
    settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
  }

  /**
   * Parses the arguments.
   *
   * @throws IllegalArgumentException naming every mistake
   */
  static CheckOptions parse(List<String> args) {
    List<String> problems = new ArrayList<>();
    Map<String, String> files = new LinkedHashMap<>();
    Map<String, String> settings = new LinkedHashMap<>();
    for (int i = 0; i < args.size(); i += 2) {
      String name = args.get(i);
      String value = i + 1 < args.size() ? args.get(i + 1) : "";
      if (!NAMES.contains(name)) {
        problems.add("argument was '" + name + "' but must be one of " + String.join(", ", NAMES));
      } else if (value.isBlank()) {
        problems.add(name + " needs a value");
      } else if (!name.equals("--set")) {
        if (files.put(name, value) != null) {
          problems.add(name + " was given twice");
        }
      } else if (value.indexOf('=') < 1) {
        problems.add("--set was '" + value + "' but must be name=value, such as users.scale=0.5");
      } else {
        settings.put(
            value.substring(0, value.indexOf('=')).strip(),
            value.substring(value.indexOf('=') + 1).strip());
      }
    }
    for (String required : NAMES.subList(0, 2)) {
      if (!files.containsKey(required) && !args.contains(required)) {
        problems.add(required + " FILE is missing");
      }
    }
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException(String.join("\ncheck: ", problems));
    }
    return new CheckOptions(
        Path.of(files.get("--baseline")),
        Path.of(files.get("--jtl")),
        Optional.ofNullable(files.get("--out")).map(Path::of),
        settings);
  }
}
