package dev.aiendpoint.standin.provider;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;

/**
 * The provider's capacity: it keeps a context warm for each user that it serves, during the call
 * and for a while after it, and has room for so many. A user that finds no room makes it shed load:
 * it refuses everything for some seconds. Safe for use by many threads.
 *
 * <p>Users and not calls are counted since their number is the same at every {@code
 * duration.scale}; a shortened plan, whose users call more often, overloads it at the same phase.
 */
final class ContextSlots {

  /** How long a context stays warm after its last call, unscaled. */
  static final Duration WARM = Duration.ofSeconds(20);

  /** How long an overloaded provider refuses everything, unscaled. */
  static final Duration SHEDDING = Duration.ofSeconds(8);

  private static final class Slot {
    int calls;
    long warmUntil;
  }

  private final Map<String, Slot> slots = new HashMap<>();
  private final OptionalInt capacity;
  private final long warmMillis;
  private final long sheddingMillis;
  private final Clock clock;
  private long sheddingUntil;
  private int overloads;

  ContextSlots(OptionalInt capacity, Duration warm, Duration shedding, Clock clock) {
    this.capacity = capacity;
    this.warmMillis = warm.toMillis();
    this.sheddingMillis = shedding.toMillis();
    this.clock = clock;
  }

  /** Begins a call of a user; false when it is refused. */
  synchronized boolean enter(String user) {
    long now = clock.millis();
    if (now < sheddingUntil) {
      return false;
    }
    Slot slot = slots.get(user);
    if (slot == null) {
      slots.values().removeIf(other -> other.calls == 0 && other.warmUntil <= now);
      if (capacity.isPresent() && slots.size() >= capacity.getAsInt()) {
        sheddingUntil = now + sheddingMillis;
        overloads++;
        return false;
      }
      slot = new Slot();
      slots.put(user, slot);
    }
    slot.calls++;
    return true;
  }

  /** Ends a call that had begun. */
  synchronized void leave(String user) {
    Slot slot = slots.get(user);
    slot.calls--;
    slot.warmUntil = clock.millis() + warmMillis;
  }

  /** Users whose context is warm now. */
  synchronized int warm() {
    long now = clock.millis();
    slots.values().removeIf(slot -> slot.calls == 0 && slot.warmUntil <= now);
    return slots.size();
  }

  /** How often it began to shed load. */
  synchronized int overloads() {
    return overloads;
  }
}
