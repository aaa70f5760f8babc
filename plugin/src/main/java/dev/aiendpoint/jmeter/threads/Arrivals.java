package dev.aiendpoint.jmeter.threads;

import dev.aiendpoint.phase.ArrivalSchedule;
import dev.aiendpoint.phase.PhaseClock;
import dev.aiendpoint.phase.PhasedLoad;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The arrivals of a run: when the next is due, and how many were due and dropped. Confined to the
 * scheduler's thread, but for {@link #lost}, under the run's lock, and the counts, which are
 * thread-safe.
 */
final class Arrivals {

  private static final Logger log = LoggerFactory.getLogger(Arrivals.class);
  private static final long DROP_LOG_NANOS = TimeUnit.SECONDS.toNanos(1);

  private final String group;
  private final PhasedLoad load;
  private final ArrivalSchedule schedule;
  private final PhaseClock clock;
  private final long startMillis;
  private volatile long due;
  private volatile long dropped;
  private long lastDropLog = Long.MIN_VALUE;

  Arrivals(String group, PhasedLoad load, PhaseClock clock, long startMillis) {
    this.group = group;
    this.load = load;
    this.schedule = load.arrivals();
    this.clock = clock;
    this.startMillis = startMillis;
  }

  /** Instant of the next arrival on the profile's clock. */
  long nextInstant() {
    return schedule.peek();
  }

  /** Takes the next arrival off the schedule. */
  long take() {
    due++;
    return schedule.nextLong();
  }

  IntendedStart intendedStart(long instant) {
    return new IntendedStart(
        startMillis + TimeUnit.NANOSECONDS.toMillis(instant), clock.tickAt(instant));
  }

  /** Nobody is free for an arrival. Under the run's lock. */
  void drop(long instant) {
    dropped++;
    if (lastDropLog == Long.MIN_VALUE || instant - lastDropLog >= DROP_LOG_NANOS) {
      lastDropLog = instant;
      log.warn(
          "{}: no free user for an arrival in phase {}, all {} are busy; {} dropped so far",
          group,
          load.profile().phaseAt(instant),
          load.maxUsers(),
          dropped);
    }
  }

  /** A user ended before it could begin what it was given. Under the run's lock. */
  void lost() {
    dropped++;
  }

  void logEnd() {
    if (dropped > 0) {
      log.warn("{}: {} of {} arrivals were dropped for want of a free user", group, dropped, due);
    }
  }

  long due() {
    return due;
  }

  long dropped() {
    return dropped;
  }
}
