package dev.aiendpoint.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Response headers; names compare without case (RFC 9110, section 5.1). Immutable. */
public final class Headers {

  /** No headers. */
  public static final Headers EMPTY = new Headers(new TreeMap<>());

  private final TreeMap<String, List<String>> values;

  private Headers(TreeMap<String, List<String>> values) {
    this.values = values;
  }

  /** Reads {@code Name: value} lines; a status line and other lines without a colon are passed. */
  public static Headers ofLines(String lines) {
    TreeMap<String, List<String>> values = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (String line : lines.split("\r?\n")) {
      int colon = line.indexOf(':');
      if (colon > 0) {
        values
            .computeIfAbsent(line.substring(0, colon).trim(), name -> new ArrayList<>(1))
            .add(line.substring(colon + 1).trim());
      }
    }
    return new Headers(values);
  }

  public static Headers of(Map<String, String> single) {
    TreeMap<String, List<String>> values = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    single.forEach((name, value) -> values.put(name, List.of(value)));
    return new Headers(values);
  }

  /** The first value of a header. */
  public Optional<String> first(String name) {
    return Optional.ofNullable(values.get(name)).map(list -> list.get(0));
  }

  /** All values of a header, in order; empty when it is missing. */
  public List<String> all(String name) {
    return List.copyOf(values.getOrDefault(name, List.of()));
  }

  /** All values of the headers whose names begin with {@code beginning}, in order of the names. */
  public List<String> allBeginning(String beginning) {
    List<String> found = new ArrayList<>();
    for (Map.Entry<String, List<String>> header : values.tailMap(beginning).entrySet()) {
      if (!header.getKey().regionMatches(true, 0, beginning, 0, beginning.length())) {
        break;
      }
      found.addAll(header.getValue());
    }
    return found;
  }

  public boolean has(String name) {
    return values.containsKey(name);
  }

  /** Names as sent, sorted without case. */
  public Iterable<String> names() {
    return List.copyOf(values.keySet());
  }
}
