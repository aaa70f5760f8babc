package dev.aiendpoint.standin.ai;

import java.util.ArrayList;
import java.util.List;

/**
 * The circuit's own log of its transitions: the truth that tests compare an inferred timeline with.
 * Safe for use by many threads.
 */
public final class CircuitEvents {

  /**
   * One transition.
   *
   * @param failures failed attempts in a row that led to it; 0 when failures did not
   */
  public record Event(long atEpochMs, String from, String to, int failures) {}

  private static final int MOST_EVENTS = 100_000;

  private final List<Event> events = new ArrayList<>();

  synchronized void add(Event event) {
    if (events.size() < MOST_EVENTS) {
      events.add(event);
    }
  }

  /** Every transition so far, oldest first. */
  public synchronized List<Event> all() {
    return List.copyOf(events);
  }
}
