package dev.aiendpoint.jmeter.threads;

import dev.aiendpoint.phase.LoadProfile;
import dev.aiendpoint.phase.PhaseClock;
import dev.aiendpoint.phase.PhaseProgress;
import dev.aiendpoint.phase.PhasedLoad;
import dev.aiendpoint.phase.PhasedLoadReport;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import org.apache.jmeter.threads.JMeterContext;
import org.apache.jmeter.threads.JMeterThread;
import org.apache.jmeter.threads.ListenerNotifier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One thread group's load while it runs. A scheduler thread starts and retires users and hands out
 * arrivals; users come to {@link #beginIteration} before each iteration. Thread-safe.
 *
 * <p>Users are numbered slots. In phases of users the slots below the wanted number are wanted; the
 * highest slot retires first, and returns under the same number, so identities that a plan derives
 * from the thread number are never shared. A user that ends by itself (on error, by a plan's
 * action) is not replaced while its slot stays wanted, as in JMeter's own groups. In phases of
 * arrivals any slot serves, and users between two arrivals wait. Nothing exists for a user before
 * it starts.
 */
public final class PhasedRun {

  private static final Logger log = LoggerFactory.getLogger(PhasedRun.class);

  private final String group;
  private final PhasedLoad load;
  private final LoadProfile profile;
  private final Runnable onFailure;
  private final PhaseClock clock;
  private final long startMillis;
  private final Thread scheduler;

  private final RunSignals signals = new RunSignals();
  private final ActiveUsers users = new ActiveUsers();
  private final IdleUsers idle = new IdleUsers();
  private final Retirements retirements;
  private final WantedUsers wanted;
  private final Arrivals arrivals;
  private final UserStarter starter;
  private volatile boolean over;
  private volatile String failure;

  /**
   * Does not start anything yet, but the profile's clock.
   *
   * @param group name of the thread group
   * @param newUser makes the JMeter thread of a slot; called in the scheduler's thread
   * @param onFailure called when the load cannot be kept up
   */
  public PhasedRun(
      String group,
      PhasedLoad load,
      UserThreads threads,
      IntFunction<JMeterThread> newUser,
      Runnable onFailure) {
    this.group = group;
    this.load = load;
    this.profile = load.profile();
    this.onFailure = onFailure;
    this.startMillis = System.currentTimeMillis();
    this.clock = new PhaseClock(profile, System::nanoTime);
    this.retirements = new Retirements(group, load.gracefulLimit(), users);
    this.wanted = new WantedUsers(users, retirements);
    this.arrivals = new Arrivals(group, load, clock, startMillis);
    this.starter = new UserStarter(threads, newUser, signals, users, arrivals);
    this.scheduler = new Thread(this::schedule, group + " schedule");
    this.scheduler.setDaemon(true);
  }

  public void start() {
    scheduler.start();
  }

  // ---- schedule, in the scheduler's thread

  private void schedule() {
    try {
      while (!signals.isStopping()) {
        long now = clock.elapsedNanos();
        while (follow(now)) {
          now = clock.elapsedNanos();
        }
        releaseUnwanted();
        offerArrivals(now);
        force(now);
        if (now >= profile.totalNanos() && users.running() == 0) {
          break;
        }
        long next = nextEvent(now);
        signals.awaitNews(next == Long.MAX_VALUE ? next : next - clock.elapsedNanos());
      }
    } catch (InterruptedException e) {
      log.info("{}: schedule interrupted", group);
    } catch (RuntimeException | Error e) {
      failure = "the schedule broke off: " + e;
      log.error("{}: {}", group, failure, e);
      stop(false);
      onFailure.run();
    } finally {
      arrivals.logEnd();
      signals.schedulerDone();
    }
  }

  /** Makes one change towards the wanted load; false when there is none to make. */
  private boolean follow(long now) {
    WantedUsers.Change change;
    signals.lock();
    try {
      change =
          signals.isStopping()
              ? WantedUsers.Change.NONE
              : wanted.follow(profile.usersAt(now), profile.isOpenAt(now), now);
      change.start().ifPresent(users::take);
    } finally {
      signals.unlock();
    }
    change.start().ifPresent(slot -> starter.start(slot, Optional.empty()));
    return change.more();
  }

  /** Wakes users that wait for arrivals once there are to be none. */
  private void releaseUnwanted() {
    signals.lock();
    try {
      if (!wanted.isOpen()) {
        idle.wakeAll();
      }
    } finally {
      signals.unlock();
    }
  }

  private void offerArrivals(long now) {
    while (arrivals.nextInstant() <= now && !signals.isStopping()) {
      offer(arrivals.take());
    }
  }

  private void offer(long instant) {
    IntendedStart arrival = arrivals.intendedStart(instant);
    int slot;
    signals.lock();
    try {
      if (idle.give(arrival)) {
        return;
      }
      if (users.running() >= load.maxUsers()) {
        arrivals.drop(instant);
        return;
      }
      slot = users.takeFree();
    } finally {
      signals.unlock();
    }
    starter.start(slot, Optional.of(arrival));
  }

  private void force(long now) {
    Optional<VirtualUser> overdue = nextOverdue(now);
    while (overdue.isPresent()) {
      overdue.get().stop();
      overdue.get().interrupt();
      overdue = nextOverdue(now);
    }
  }

  private Optional<VirtualUser> nextOverdue(long now) {
    signals.lock();
    try {
      return retirements.nextOverdue(now);
    } finally {
      signals.unlock();
    }
  }

  private long nextEvent(long now) {
    long next = Math.min(profile.nextChange(now).orElse(Long.MAX_VALUE), arrivals.nextInstant());
    signals.lock();
    try {
      return Math.min(next, retirements.nextDeadline());
    } finally {
      signals.unlock();
    }
  }

  // ---- users, each in its own thread

  /**
   * Decides about the calling user's next iteration: true at once when it is wanted, after a wait
   * when it serves arrivals, false when the user is to end.
   */
  public boolean beginIteration(JMeterContext context) {
    VirtualUser user = users.of(context.getThread()).orElse(null);
    if (user == null) {
      return false;
    }
    Optional<IntendedStart> arrival;
    signals.lock();
    try {
      while (!isEnding(user) && wanted.isOpen() && !hasWork(user)) {
        idle.await(user);
      }
      if (isEnding(user) || !hasWork(user)) {
        return false;
      }
      arrival = user.arrival;
      user.arrival = Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      idle.forget(user);
      return false;
    } finally {
      signals.unlock();
    }
    // The wait may have carried the phase on since the variable was set.
    PhaseVariable.refresh(context);
    IntendedStart.put(context.getVariables(), arrival);
    IterationStart.put(context.getVariables(), arrival);
    return true;
  }

  private boolean isEnding(VirtualUser user) {
    return signals.isStopping() || user.forced;
  }

  private boolean hasWork(VirtualUser user) {
    return user.arrival.isPresent() || wanted.wants(user);
  }

  // ---- control, from any thread

  /**
   * Starts no more users and ends those that run: after their current sampler, or at once.
   *
   * @param now true to interrupt samplers, timers and waits
   */
  public void stop(boolean now) {
    List<VirtualUser> all;
    signals.lock();
    try {
      signals.stop();
      all = users.all();
      idle.wakeAll();
    } finally {
      signals.unlock();
    }
    all.forEach(VirtualUser::stop);
    if (now) {
      all.forEach(VirtualUser::interrupt);
    }
  }

  /**
   * Ends one user, interrupting its sampler as JMeter's own groups do; false when there is none.
   */
  public boolean stopUser(String threadName, boolean now) {
    Optional<VirtualUser> user = users.named(threadName);
    user.ifPresent(
        found -> {
          found.stop();
          wakeToStop(found);
          found.jmeterThread.interrupt();
          if (now) {
            found.thread.interrupt();
          }
        });
    return user.isPresent();
  }

  private void wakeToStop(VirtualUser user) {
    signals.lock();
    try {
      idle.wakeToStop(user);
    } finally {
      signals.unlock();
    }
  }

  /** Waits for the end of the schedule and of every user; returns early when interrupted. */
  public void awaitEnd() {
    awaitEnd(Duration.ofNanos(Long.MAX_VALUE));
  }

  /** As {@link #awaitEnd()}, for a limited time; false when something still runs. */
  public boolean awaitEnd(Duration limit) {
    return signals.awaitEnd(limit, users::isEmpty);
  }

  // ---- what others may know

  public String currentPhase() {
    return clock.currentPhase();
  }

  /** Phase of a wall-clock instant, as exact as that clock. */
  String phaseAtMillis(long epochMillis) {
    return profile.phaseAt(TimeUnit.MILLISECONDS.toNanos(epochMillis - startMillis));
  }

  /** Gives transactions the phase in which they began. */
  public ListenerNotifier notifier() {
    return new PhaseStampingNotifier(this::phaseAtMillis);
  }

  public int runningUsers() {
    return users.running();
  }

  public int peakUsers() {
    return load.peakUsers();
  }

  void markOver() {
    over = true;
  }

  boolean isOver() {
    return over;
  }

  PhaseProgress progress() {
    long now = clock.elapsedNanos();
    return new PhaseProgress(
        group,
        profile.phaseAt(now),
        users.running(),
        profile.usersAt(now),
        profile.arrivalRateAt(now),
        Duration.ofNanos(Math.max(0, profile.totalNanos() - now)),
        load.peakUsers(),
        arrivals.dropped());
  }

  PhasedLoadReport report() {
    return new PhasedLoadReport(
        group,
        startMillis,
        profile.windows(),
        load.peakUsers(),
        users.reached(),
        arrivals.due(),
        arrivals.dropped(),
        Optional.ofNullable(failure));
  }
}
