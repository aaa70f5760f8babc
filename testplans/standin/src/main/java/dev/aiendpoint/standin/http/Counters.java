package dev.aiendpoint.standin.http;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** Counts by name. Safe for use by many threads. */
public final class Counters {

  private final Map<String, LongAdder> byName = new ConcurrentHashMap<>();

  /** Adds one. */
  public void add(String name) {
    byName.computeIfAbsent(name, n -> new LongAdder()).increment();
  }

  /** The counts so far, by name. */
  public Map<String, Long> all() {
    Map<String, Long> counts = new TreeMap<>();
    byName.forEach((name, count) -> counts.put(name, count.sum()));
    return counts;
  }
}
