package dev.aiendpoint.cli;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The arguments of a command: options with a value and switches without, in any order. */
final class Arguments {

  private final String command;
  private final Map<String, String> values = new HashMap<>();
  private final Set<String> switches = new HashSet<>();

  private Arguments(String command) {
    this.command = command;
  }

  /**
   * @throws InvalidArgumentException for one that is not known, stands twice, or lacks its value
   */
  static Arguments parse(
      String command, List<String> args, List<String> options, List<String> switches)
      throws InvalidArgumentException {
    Arguments parsed = new Arguments(command);
    for (int i = 0; i < args.size(); i++) {
      String name = args.get(i);
      if (switches.contains(name)) {
        parsed.switches.add(name);
        continue;
      }
      if (!options.contains(name)) {
        throw new InvalidArgumentException(
            command
                + ": argument was '"
                + name
                + "' but must be known; supported: "
                + String.join(", ", Stream.concat(options.stream(), switches.stream()).toList()));
      }
      if (++i == args.size()) {
        throw new InvalidArgumentException(command + ": " + name + " has no value");
      }
      if (parsed.values.put(name, args.get(i)) != null) {
        throw new InvalidArgumentException(command + ": " + name + " stands twice");
      }
    }
    return parsed;
  }

  String required(String name) throws InvalidArgumentException {
    return find(name)
        .orElseThrow(() -> new InvalidArgumentException(command + ": " + name + " is missing"));
  }

  Optional<String> find(String name) {
    return Optional.ofNullable(values.get(name));
  }

  boolean has(String name) {
    return switches.contains(name);
  }
}
