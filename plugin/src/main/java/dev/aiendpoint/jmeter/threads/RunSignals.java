package dev.aiendpoint.jmeter.threads;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/**
 * The lock of one {@link PhasedRun}, and what its threads tell each other under it: news for the
 * scheduler, that the run is to stop, and that it has ended. Thread-safe.
 */
final class RunSignals {

  // A lock and no monitor: a virtual thread that waits in a monitor holds its carrier (JDK 21 to
  // 23).
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition schedulerNews = lock.newCondition();
  private final Condition ended = lock.newCondition();
  private boolean newsForScheduler;
  private boolean stopping;
  private boolean schedulerDone;

  void lock() {
    lock.lock();
  }

  void unlock() {
    lock.unlock();
  }

  /** For one user to wait on. */
  Condition newCondition() {
    return lock.newCondition();
  }

  boolean isStopping() {
    lock.lock();
    try {
      return stopping;
    } finally {
      lock.unlock();
    }
  }

  void stop() {
    lock.lock();
    try {
      stopping = true;
      schedulerNews.signal();
    } finally {
      lock.unlock();
    }
  }

  void schedulerDone() {
    lock.lock();
    try {
      schedulerDone = true;
      ended.signalAll();
    } finally {
      lock.unlock();
    }
  }

  void userLeft() {
    lock.lock();
    try {
      newsForScheduler = true;
      schedulerNews.signal();
      ended.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** The scheduler's wait: until there is news, the run is to stop, or some time has passed. */
  void awaitNews(long nanos) throws InterruptedException {
    lock.lock();
    try {
      if (!newsForScheduler && !stopping) {
        if (nanos == Long.MAX_VALUE) {
          schedulerNews.await();
        } else {
          schedulerNews.awaitNanos(nanos);
        }
      }
      newsForScheduler = false;
    } finally {
      lock.unlock();
    }
  }

  /**
   * Waits until the scheduler is done and nobody is left; false when the time is over or the caller
   * is interrupted.
   *
   * @param nobodyLeft asked under the lock
   */
  boolean awaitEnd(Duration limit, BooleanSupplier nobodyLeft) {
    long left = limit.toNanos();
    lock.lock();
    try {
      while (!schedulerDone || !nobodyLeft.getAsBoolean()) {
        if (left <= 0) {
          return false;
        }
        left = ended.awaitNanos(left);
      }
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } finally {
      lock.unlock();
    }
  }
}
