package dev.aiendpoint.jmeter.threads;

import java.util.Optional;
import java.util.function.IntFunction;
import org.apache.jmeter.threads.JMeterThread;

/**
 * Brings users to life in threads of their own, and takes them off the books when they end.
 * Starting is for the scheduler's thread and without the run's lock, since making a user copies the
 * plan.
 */
final class UserStarter {

  private final UserThreads threads;
  private final IntFunction<JMeterThread> newUser;
  private final RunSignals signals;
  private final ActiveUsers users;
  private final Arrivals arrivals;

  UserStarter(
      UserThreads threads,
      IntFunction<JMeterThread> newUser,
      RunSignals signals,
      ActiveUsers users,
      Arrivals arrivals) {
    this.threads = threads;
    this.newUser = newUser;
    this.signals = signals;
    this.users = users;
    this.arrivals = arrivals;
  }

  /**
   * Starts a user unless the run stops meanwhile.
   *
   * @param slot taken already
   */
  void start(int slot, Optional<IntendedStart> arrival) {
    JMeterThread jmeterThread = newUser.apply(slot);
    VirtualUser user = new VirtualUser(slot, jmeterThread, signals.newCondition(), arrival);
    user.thread = threads.unstarted(jmeterThread.getThreadName(), () -> live(user));
    signals.lock();
    try {
      if (signals.isStopping()) {
        users.free(slot);
        return;
      }
      users.add(user);
    } finally {
      signals.unlock();
    }
    boolean started = false;
    try {
      user.thread.start();
      started = true;
    } finally {
      if (!started) {
        left(user);
      }
    }
  }

  private void live(VirtualUser user) {
    try {
      user.jmeterThread.run();
    } finally {
      left(user);
    }
  }

  private void left(VirtualUser user) {
    signals.lock();
    try {
      if (user.arrival.isPresent()) {
        arrivals.lost();
      }
      users.remove(user);
      signals.userLeft();
    } finally {
      signals.unlock();
    }
  }
}
