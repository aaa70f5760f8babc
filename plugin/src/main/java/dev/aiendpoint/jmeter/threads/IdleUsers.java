package dev.aiendpoint.jmeter.threads;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * The users that wait for an arrival. Who came last is served first, so that those at the front
 * stay idle when fewer are enough. Guarded by the run's lock.
 */
final class IdleUsers {

  private final Deque<VirtualUser> waiting = new ArrayDeque<>();

  /**
   * Waits in the user's own thread, without the lock, until the user gets an arrival or is woken.
   */
  void await(VirtualUser user) throws InterruptedException {
    user.idle = true;
    waiting.addLast(user);
    while (user.idle) {
      user.news.await();
    }
  }

  /** For a user whose wait was interrupted. */
  void forget(VirtualUser user) {
    user.idle = false;
    waiting.remove(user);
  }

  /** Hands an arrival to a user; false when none waits. */
  boolean give(IntendedStart arrival) {
    VirtualUser user = waiting.pollLast();
    if (user == null) {
      return false;
    }
    user.arrival = Optional.of(arrival);
    wake(user);
    return true;
  }

  void wakeAll() {
    waiting.forEach(IdleUsers::wake);
    waiting.clear();
  }

  /** Wakes one user in order to end it, if it waits. */
  void wakeToStop(VirtualUser user) {
    if (waiting.remove(user)) {
      user.forced = true;
      wake(user);
    }
  }

  private static void wake(VirtualUser user) {
    user.idle = false;
    user.news.signal();
  }
}
