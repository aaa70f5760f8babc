package dev.aiendpoint.jmeter.threads;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.jmeter.threads.JMeterThread;

/**
 * The users that exist, by their slots. Guarded by the run's lock, but for the methods under "from
 * any thread".
 */
final class ActiveUsers {

  private final Map<JMeterThread, VirtualUser> byThread = new ConcurrentHashMap<>();
  private final Map<Integer, VirtualUser> bySlot = new HashMap<>();
  private final BitSet taken = new BitSet();
  private volatile int running;
  private volatile int reached;

  /** Keeps a slot for a user that is about to be made. */
  void take(int slot) {
    taken.set(slot);
  }

  /** Keeps the lowest free slot. */
  int takeFree() {
    int slot = taken.nextClearBit(0);
    taken.set(slot);
    return slot;
  }

  /** Gives back a slot that was taken for a user that is not to be. */
  void free(int slot) {
    taken.clear(slot);
  }

  void add(VirtualUser user) {
    bySlot.put(user.slot, user);
    byThread.put(user.jmeterThread, user);
    running = byThread.size();
    reached = Math.max(reached, running);
  }

  void remove(VirtualUser user) {
    bySlot.remove(user.slot, user);
    taken.clear(user.slot);
    byThread.remove(user.jmeterThread);
    running = byThread.size();
  }

  Optional<VirtualUser> in(int slot) {
    return Optional.ofNullable(bySlot.get(slot));
  }

  /** False for a user that has left, even when another one has its slot by now. */
  boolean contains(VirtualUser user) {
    return bySlot.get(user.slot) == user;
  }

  List<VirtualUser> all() {
    return List.copyOf(bySlot.values());
  }

  boolean isEmpty() {
    return bySlot.isEmpty();
  }

  // ---- from any thread

  Optional<VirtualUser> of(JMeterThread thread) {
    return Optional.ofNullable(byThread.get(thread));
  }

  Optional<VirtualUser> named(String threadName) {
    return byThread.values().stream()
        .filter(user -> user.jmeterThread.getThreadName().equals(threadName))
        .findFirst();
  }

  int running() {
    return running;
  }

  /** Most users that ever ran at once. */
  int reached() {
    return reached;
  }
}
