package dev.aiendpoint.standin.options;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Command line and system properties to {@link StandInOptions}; an argument wins over a property.
 *
 * <pre>
 * arguments := { "--" name "=" value | "--" name value | "--end-with-parent" }
 *
 * --port 8080 --standin.cache off
 * --standin.breaker=stuck-half-open --duration.scale=0.1
 * -Dstandin.ai.latency=8000        (a system property, before -jar)
 * </pre>
 *
 * Each name is known and each value valid, or all the problems are thrown together.
 */
public final class StandInOptionsParser {

  private static final String FLAG = "end-with-parent";
  private static final String UNLIMITED = "unlimited";

  /** Healthy values; the sizes are explained in docs/stand-in.md. */
  private static final Map<String, String> DEFAULTS = defaults();

  private final Set<String> names;
  private final List<String> problems = new ArrayList<>();
  private Map<String, String> settings = Map.of();

  private static Map<String, String> defaults() {
    Map<String, String> values = new LinkedHashMap<>();
    values.put("port", "0");
    values.put(FLAG, "false");
    values.put("duration.scale", "1.0");
    values.put("users.scale", "1.0");
    values.put("standin.cache", "on");
    values.put("standin.breaker", "on");
    values.put("standin.visibility", "opaque");
    values.put("standin.auth", "on");
    values.put("standin.database", "up");
    values.put("standin.ai.latency", "600");
    values.put("standin.ai.capacity", "105");
    values.put("standin.ai.limit", "6000");
    values.put("standin.ai.budget", UNLIMITED);
    values.put("standin.ai.timeout", "60000");
    values.put("standin.open.time", "30000");
    values.put("standin.provider.port", "0");
    values.put("standin.provider.script", "");
    values.put("standin.chat.limit", "10");
    values.put("standin.lose.writes", "0");
    values.put("standin.sessions", "");
    values.put("standin.seed", "20260101");
    return values;
  }

  /** One that knows every setting. */
  public StandInOptionsParser() {
    this(DEFAULTS.keySet());
  }

  /**
   * One that knows some settings; the others are healthy.
   *
   * @param names the known ones
   */
  public StandInOptionsParser(Set<String> names) {
    this.names = new LinkedHashSet<>(DEFAULTS.keySet());
    this.names.retainAll(names);
  }

  /**
   * Reads a process's settings.
   *
   * @throws InvalidOptionsException naming every setting that is wrong
   */
  public StandInOptions parse(String[] arguments, Map<?, ?> systemProperties) {
    Map<String, String> given = new TreeMap<>();
    systemProperties.forEach(
        (name, value) -> {
          // Other system properties belong to the JVM; these are ours, misspelt ones too.
          String key = String.valueOf(name);
          if (names.contains(key) || key.startsWith("standin.")) {
            given.put(key, String.valueOf(value));
          }
        });
    for (int i = 0; i < arguments.length; i++) {
      String argument = arguments[i];
      int equals = argument.indexOf('=');
      if (!argument.startsWith("--")) {
        problem("argument", argument, "--name value", String.join(", ", names));
      } else if (equals > 0) {
        given.put(argument.substring(2, equals), argument.substring(equals + 1));
      } else if (argument.equals("--" + FLAG)) {
        given.put(FLAG, "true");
      } else if (i + 1 < arguments.length) {
        given.put(argument.substring(2), arguments[++i]);
      } else {
        problem(argument.substring(2), "", "followed by a value", null);
      }
    }
    return parse(given);
  }

  /**
   * Reads settings by name; what is absent or blank has its healthy value.
   *
   * @throws InvalidOptionsException naming every setting that is wrong
   */
  public StandInOptions parse(Map<String, String> given) {
    settings = new TreeMap<>(DEFAULTS);
    given.forEach(
        (name, value) -> {
          if (names.contains(name)) {
            // Builds pass on what nobody set as an empty value.
            if (value.isBlank()) {
              return;
            }
            settings.put(name, value.strip());
          } else {
            problem("option", name, "a known name", String.join(", ", names));
          }
        });
    StandInOptions options =
        new StandInOptions(
            (int) integer("port", 0, 65_535, "a port").orElse(0),
            choice(FLAG, List.of("true", "false"), Function.identity()).equals("true"),
            integer("standin.seed", Long.MIN_VALUE, Long.MAX_VALUE, "a whole number").orElse(0),
            file("standin.sessions"),
            new Scale(
                number("duration.scale", 0.001, 100, "from 0.001 to 100"),
                number("users.scale", 0.001, 100, "from 0.001 to 100")),
            choice("standin.cache", CacheMode.values()),
            choice("standin.breaker", BreakerMode.values()),
            choice("standin.visibility", Visibility.values()),
            choice("standin.auth", AuthMode.values()),
            choice("standin.database", DatabaseMode.values()),
            number("standin.lose.writes", 0, 1, "a share from 0 to 1"),
            new AiOptions(
                millis("standin.ai.latency"),
                bounded("standin.ai.capacity"),
                bounded("standin.ai.limit"),
                budget(),
                (int) integer("standin.chat.limit", 1, 1_000_000, "messages a minute").orElse(1),
                millis("standin.open.time"),
                millis("standin.ai.timeout"),
                new ProviderStart(
                    (int) integer("standin.provider.port", 0, 65_535, "a port").orElse(0),
                    file("standin.provider.script"))));
    if (!problems.isEmpty()) {
      throw new InvalidOptionsException(problems);
    }
    return options;
  }

  private <T extends Switch> T choice(String name, T[] values) {
    return choice(name, Arrays.asList(values), Switch::word);
  }

  private <T> T choice(String name, List<T> values, Function<? super T, String> word) {
    String given = settings.get(name);
    for (T value : values) {
      if (word.apply(value).equals(given)) {
        return value;
      }
    }
    String supported = values.stream().map(word).collect(Collectors.joining(", "));
    problem(name, given, "one of its words", supported);
    return values.get(0);
  }

  private OptionalLong integer(String name, long least, long most, String unit) {
    String given = settings.get(name);
    try {
      long value = Long.parseLong(given);
      if (value >= least && value <= most) {
        return OptionalLong.of(value);
      }
    } catch (NumberFormatException e) {
      // Said below, with the range.
    }
    problem(name, given, unit + " from " + least + " to " + most, null);
    return OptionalLong.empty();
  }

  private Duration millis(String name) {
    return Duration.ofMillis(integer(name, 1, 600_000, "milliseconds").orElse(1));
  }

  private double number(String name, double least, double most, String rule) {
    String given = settings.get(name);
    try {
      double value = Double.parseDouble(given);
      if (value >= least && value <= most) {
        return value;
      }
    } catch (NumberFormatException e) {
      // Said below, with the range.
    }
    problem(name, given, rule, null);
    return least;
  }

  private OptionalInt bounded(String name) {
    if (settings.get(name).equals(UNLIMITED)) {
      return OptionalInt.empty();
    }
    OptionalLong value = integer(name, 1, 1_000_000, "'" + UNLIMITED + "' or a whole number");
    return value.isPresent() ? OptionalInt.of((int) value.getAsLong()) : OptionalInt.empty();
  }

  private OptionalLong budget() {
    if (settings.get("standin.ai.budget").equals(UNLIMITED)) {
      return OptionalLong.empty();
    }
    return integer(
        "standin.ai.budget", 0, 1_000_000_000_000L, "'" + UNLIMITED + "' or whole KRW a day");
  }

  private Optional<Path> file(String name) {
    String given = settings.get(name);
    if (given.isEmpty()) {
      return Optional.empty();
    }
    Path file = Path.of(given);
    if (!Files.isReadable(file) || Files.isDirectory(file)) {
      problem(name, given, "a readable file", null);
    }
    return Optional.of(file);
  }

  private void problem(String name, String value, String rule, String supported) {
    problems.add(
        "stand-in: "
            + name
            + " was '"
            + value
            + "' but must be "
            + rule
            + (supported == null ? "" : "; supported: " + supported));
  }
}
