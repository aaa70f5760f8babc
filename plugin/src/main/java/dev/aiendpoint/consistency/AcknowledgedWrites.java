package dev.aiendpoint.consistency;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Remembers who wrote what, as far as the system under test has acknowledged it. The same item of
 * the same writer counts once: a second save changes nothing. In the order of the first write.
 * Thread-safe.
 */
public final class AcknowledgedWrites {

  private final Map<Writer, Set<String>> items = new LinkedHashMap<>();

  public synchronized void add(Writer writer, String item) {
    items.computeIfAbsent(writer, key -> new LinkedHashSet<>()).add(item);
  }

  /** Everybody who wrote until now. */
  public synchronized List<Writer> writers() {
    return new ArrayList<>(items.keySet());
  }

  /** What the writer wrote until now. */
  public synchronized List<String> itemsOf(Writer writer) {
    return new ArrayList<>(items.getOrDefault(writer, Set.of()));
  }

  public synchronized void clear() {
    items.clear();
  }
}
