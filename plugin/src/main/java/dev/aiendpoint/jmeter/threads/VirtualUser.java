package dev.aiendpoint.jmeter.threads;

import java.util.Optional;
import java.util.concurrent.locks.Condition;
import org.apache.jmeter.threads.JMeterThread;

/** One virtual user. Its mutable fields are guarded by the lock of its {@link PhasedRun}. */
final class VirtualUser {

  static final long NEVER = Long.MAX_VALUE;

  /** Number of the user in its group, from 0: JMeter's thread number, and so its identity. */
  final int slot;

  final JMeterThread jmeterThread;

  /** Signalled when there is something to do for a user that waits for an arrival. */
  final Condition news;

  Thread thread;

  /** The arrival that the user is to begin next. */
  Optional<IntendedStart> arrival;

  boolean idle;

  /** When a retiring user is stopped the hard way; {@link #NEVER} unless it retires. */
  long retireBy = NEVER;

  /** True once the user was stopped the hard way. */
  boolean forced;

  VirtualUser(
      int slot, JMeterThread jmeterThread, Condition news, Optional<IntendedStart> arrival) {
    this.slot = slot;
    this.jmeterThread = jmeterThread;
    this.news = news;
    this.arrival = arrival;
  }

  /** Stops after the current sampler. */
  void stop() {
    jmeterThread.stop();
  }

  /**
   * Ends the current sampler, timer or wait. Not to be called under the lock: samplers may block.
   */
  void interrupt() {
    jmeterThread.interrupt();
    thread.interrupt();
  }
}
