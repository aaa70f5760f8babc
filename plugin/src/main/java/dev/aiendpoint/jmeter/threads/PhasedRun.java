package dev.aiendpoint.jmeter.threads;

import dev.aiendpoint.phase.ArrivalSchedule;
import dev.aiendpoint.phase.LoadProfile;
import dev.aiendpoint.phase.PhaseClock;
import dev.aiendpoint.phase.PhaseProgress;
import dev.aiendpoint.phase.PhasedLoad;
import dev.aiendpoint.phase.PhasedLoadReport;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
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

  /** A user that ignores being interrupted is interrupted again after this. */
  private static final long AGAIN_NANOS = TimeUnit.SECONDS.toNanos(1);

  private static final long DROP_LOG_NANOS = TimeUnit.SECONDS.toNanos(1);

  private record Retirement(VirtualUser user, long deadline) {}

  private final String group;
  private final PhasedLoad load;
  private final LoadProfile profile;
  private final ArrivalSchedule arrivals;
  private final UserThreads threads;
  private final IntFunction<JMeterThread> newUser;
  private final Runnable onFailure;
  private final PhaseClock clock;
  private final long startMillis;
  private final Thread scheduler;

  private final Map<JMeterThread, VirtualUser> users = new ConcurrentHashMap<>();

  // A lock and no monitor: a virtual thread that waits in a monitor holds its carrier (JDK 21 to
  // 23).
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition schedulerNews = lock.newCondition();
  private final Condition ended = lock.newCondition();

  private final Map<Integer, VirtualUser> slots = new HashMap<>();
  private final BitSet taken = new BitSet();
  private final BitSet restarts = new BitSet();
  private final Deque<VirtualUser> idle = new ArrayDeque<>();
  private final Queue<Retirement> retirements =
      new PriorityQueue<>(Comparator.comparingLong(Retirement::deadline));
  private int level;
  private boolean open;
  private boolean stopping;
  private boolean schedulerDone;
  private boolean newsForScheduler;
  private volatile int running;
  private volatile int reached;
  private volatile long due;
  private volatile long dropped;
  private volatile boolean over;
  private volatile String failure;
  private long lastDropLog = Long.MIN_VALUE;

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
    this.arrivals = load.arrivals();
    this.threads = threads;
    this.newUser = newUser;
    this.onFailure = onFailure;
    this.startMillis = System.currentTimeMillis();
    this.clock = new PhaseClock(profile, System::nanoTime);
    this.scheduler = new Thread(this::schedule, group + " schedule");
    this.scheduler.setDaemon(true);
  }

  public void start() {
    scheduler.start();
  }

  // ---- schedule, in the scheduler's thread

  private void schedule() {
    try {
      while (!isStopping()) {
        long now = clock.elapsedNanos();
        while (follow(now)) {
          now = clock.elapsedNanos();
        }
        releaseUnwanted();
        offerArrivals(now);
        force(now);
        if (now >= profile.totalNanos() && running == 0) {
          break;
        }
        waitUntil(nextEvent(now));
      }
    } catch (InterruptedException e) {
      log.info("{}: schedule interrupted", group);
    } catch (RuntimeException | Error e) {
      failure = "the schedule broke off: " + e;
      log.error("{}: {}", group, failure, e);
      stop(false);
      onFailure.run();
    } finally {
      if (dropped > 0) {
        log.warn("{}: {} of {} arrivals were dropped for want of a free user", group, dropped, due);
      }
      lock.lock();
      try {
        schedulerDone = true;
        ended.signalAll();
      } finally {
        lock.unlock();
      }
    }
  }

  private boolean isStopping() {
    lock.lock();
    try {
      return stopping;
    } finally {
      lock.unlock();
    }
  }

  /** Makes one change towards the wanted load; false when there is none to make. */
  private boolean follow(long now) {
    int start;
    lock.lock();
    try {
      if (stopping) {
        return false;
      }
      int wanted = profile.usersAt(now);
      if (profile.isOpenAt(now) != open) {
        switchModel(now);
        return true;
      }
      if (level > wanted) {
        lower(now);
        return true;
      }
      start = level < wanted ? raise() : nextRestart();
      if (start < 0) {
        return level < wanted;
      }
      restarts.clear(start);
      taken.set(start);
    } finally {
      lock.unlock();
    }
    startUser(start, Optional.empty());
    return true;
  }

  private void switchModel(long now) {
    open = !open;
    if (open) {
      // Whoever runs may serve arrivals.
      slots.values().forEach(user -> user.retireBy = VirtualUser.NEVER);
    } else {
      // Those that the new level wants are called back when it rises, before anybody is released.
      slots.values().forEach(user -> retire(user, now));
    }
  }

  /** Wants one slot more; gives it when a user must be started for it, else -1. */
  private int raise() {
    int slot = level++;
    VirtualUser user = slots.get(slot);
    if (user == null) {
      return slot;
    }
    if (user.forced) {
      restarts.set(slot);
    } else {
      user.retireBy = VirtualUser.NEVER;
    }
    return -1;
  }

  /** A slot that is wanted again and whose stopped user has gone meanwhile, else -1. */
  private int nextRestart() {
    int slot = restarts.nextSetBit(0);
    while (slot >= 0 && slots.containsKey(slot)) {
      slot = restarts.nextSetBit(slot + 1);
    }
    return slot;
  }

  private void lower(long now) {
    int slot = --level;
    restarts.clear(slot);
    VirtualUser user = slots.get(slot);
    if (user != null && !open) {
      retire(user, now);
    }
  }

  private void retire(VirtualUser user, long now) {
    user.retireBy = now + load.gracefulLimit().toNanos();
    retirements.add(new Retirement(user, user.retireBy));
  }

  /** Wakes users that wait for arrivals once there are to be none. */
  private void releaseUnwanted() {
    lock.lock();
    try {
      if (!open) {
        wakeIdle();
      }
    } finally {
      lock.unlock();
    }
  }

  private void wakeIdle() {
    for (VirtualUser user : idle) {
      user.idle = false;
      user.news.signal();
    }
    idle.clear();
  }

  private void offerArrivals(long now) {
    while (arrivals.peek() <= now && !isStopping()) {
      offer(arrivals.nextLong());
      due++;
    }
  }

  private void offer(long instant) {
    Optional<IntendedStart> intended =
        Optional.of(new IntendedStart(startMillis + instant / 1_000_000, clock.tickAt(instant)));
    int slot;
    lock.lock();
    try {
      VirtualUser free = idle.pollLast();
      if (free != null) {
        free.arrival = intended;
        free.idle = false;
        free.news.signal();
        return;
      }
      if (running >= load.maxUsers()) {
        drop(instant);
        return;
      }
      slot = taken.nextClearBit(0);
      taken.set(slot);
    } finally {
      lock.unlock();
    }
    startUser(slot, intended);
  }

  private void drop(long instant) {
    dropped++;
    if (lastDropLog == Long.MIN_VALUE || instant - lastDropLog >= DROP_LOG_NANOS) {
      lastDropLog = instant;
      log.warn(
          "{}: no free user for an arrival in phase {}, all {} are busy; {} dropped so far",
          group,
          profile.phaseAt(instant),
          load.maxUsers(),
          dropped);
    }
  }

  private void startUser(int slot, Optional<IntendedStart> arrival) {
    JMeterThread jmeterThread = newUser.apply(slot);
    VirtualUser user = new VirtualUser(slot, jmeterThread, lock.newCondition(), arrival);
    user.thread = threads.unstarted(jmeterThread.getThreadName(), () -> live(user));
    lock.lock();
    try {
      if (stopping) {
        taken.clear(slot);
        return;
      }
      slots.put(slot, user);
      users.put(jmeterThread, user);
      running = users.size();
      reached = Math.max(reached, running);
    } finally {
      lock.unlock();
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

  private void force(long now) {
    while (true) {
      VirtualUser user;
      lock.lock();
      try {
        Retirement first = retirements.peek();
        if (first == null || first.deadline() > now) {
          return;
        }
        retirements.remove();
        user = first.user();
        if (slots.get(user.slot) != user || user.retireBy != first.deadline()) {
          continue;
        }
        if (!user.forced) {
          log.warn(
              "{}: {} did not finish its iteration within {} s and is stopped",
              group,
              user.jmeterThread.getThreadName(),
              load.gracefulLimit().toMillis() / 1000.0);
        }
        user.forced = true;
        user.retireBy = now + AGAIN_NANOS;
        retirements.add(new Retirement(user, user.retireBy));
      } finally {
        lock.unlock();
      }
      user.stop();
      user.interrupt();
    }
  }

  private long nextEvent(long now) {
    long next = Math.min(profile.nextChange(now).orElse(Long.MAX_VALUE), arrivals.peek());
    lock.lock();
    try {
      return retirements.isEmpty() ? next : Math.min(next, retirements.peek().deadline());
    } finally {
      lock.unlock();
    }
  }

  private void waitUntil(long instant) throws InterruptedException {
    lock.lock();
    try {
      if (!newsForScheduler && !stopping) {
        if (instant == Long.MAX_VALUE) {
          schedulerNews.await();
        } else {
          schedulerNews.awaitNanos(instant - clock.elapsedNanos());
        }
      }
      newsForScheduler = false;
    } finally {
      lock.unlock();
    }
  }

  // ---- users, each in its own thread

  private void live(VirtualUser user) {
    try {
      user.jmeterThread.run();
    } finally {
      left(user);
    }
  }

  private void left(VirtualUser user) {
    lock.lock();
    try {
      if (user.arrival.isPresent()) {
        // It ended before it could begin what it was given.
        dropped++;
      }
      slots.remove(user.slot, user);
      taken.clear(user.slot);
      users.remove(user.jmeterThread);
      running = users.size();
      newsForScheduler = true;
      schedulerNews.signal();
      ended.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /**
   * Decides about the calling user's next iteration: true at once when it is wanted, after a wait
   * when it serves arrivals, false when the user is to end.
   */
  public boolean beginIteration(JMeterContext context) {
    VirtualUser user = users.get(context.getThread());
    if (user == null) {
      return false;
    }
    Optional<IntendedStart> intended;
    lock.lock();
    try {
      while (!stopping && !user.forced && user.arrival.isEmpty() && user.slot >= level && open) {
        user.idle = true;
        idle.addLast(user);
        while (user.idle) {
          user.news.await();
        }
      }
      if (stopping || user.forced || (user.arrival.isEmpty() && user.slot >= level)) {
        return false;
      }
      intended = user.arrival;
      user.arrival = Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      user.idle = false;
      idle.remove(user);
      return false;
    } finally {
      lock.unlock();
    }
    // The wait may have carried the phase on since the variable was set.
    PhaseVariable.refresh(context);
    IntendedStart.put(context.getVariables(), intended);
    return true;
  }

  // ---- control, from any thread

  /**
   * Starts no more users and ends those that run: after their current sampler, or at once.
   *
   * @param now true to interrupt samplers, timers and waits
   */
  public void stop(boolean now) {
    List<VirtualUser> all;
    lock.lock();
    try {
      stopping = true;
      schedulerNews.signal();
      all = List.copyOf(slots.values());
      wakeIdle();
    } finally {
      lock.unlock();
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
    for (VirtualUser user : users.values()) {
      if (user.jmeterThread.getThreadName().equals(threadName)) {
        user.stop();
        wakeToStop(user);
        user.jmeterThread.interrupt();
        if (now) {
          user.thread.interrupt();
        }
        return true;
      }
    }
    return false;
  }

  private void wakeToStop(VirtualUser user) {
    lock.lock();
    try {
      if (idle.remove(user)) {
        user.forced = true;
        user.idle = false;
        user.news.signal();
      }
    } finally {
      lock.unlock();
    }
  }

  /** Waits for the end of the schedule and of every user; returns early when interrupted. */
  public void awaitEnd() {
    awaitEnd(Duration.ofNanos(Long.MAX_VALUE));
  }

  /** As {@link #awaitEnd()}, for a limited time; false when something still runs. */
  public boolean awaitEnd(Duration limit) {
    long left = limit.toNanos();
    lock.lock();
    try {
      while (!schedulerDone || !slots.isEmpty()) {
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
    return running;
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
        running,
        profile.usersAt(now),
        profile.arrivalRateAt(now),
        Duration.ofNanos(Math.max(0, profile.totalNanos() - now)),
        load.peakUsers(),
        dropped);
  }

  PhasedLoadReport report() {
    return new PhasedLoadReport(
        group,
        startMillis,
        profile.windows(),
        load.peakUsers(),
        reached,
        due,
        dropped,
        Optional.ofNullable(failure));
  }
}
