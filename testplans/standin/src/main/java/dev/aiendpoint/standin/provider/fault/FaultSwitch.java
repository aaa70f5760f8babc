package dev.aiendpoint.standin.provider.fault;

import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * Which fault acts now. Safe for use by many threads. Which requests a share concerns is drawn from
 * the seed by their number since the fault was switched on, so that two runs agree.
 */
public final class FaultSwitch {

  private static final int MOST_SWITCHES = 1_000;

  /** One setting of the switch: when, and to what. */
  public record Switched(long atMs, Map<String, Object> fault) {}

  private record Acting(FaultSetting setting, long sinceNanos, AtomicLong requests) {}

  private final long seed;
  private final Clock clock;
  private final LongSupplier nanoTime;
  private final Deque<Switched> history = new ArrayDeque<>();
  private volatile Acting acting;

  public FaultSwitch(long seed, Clock clock, LongSupplier nanoTime) {
    this.seed = seed;
    this.clock = clock;
    this.nanoTime = nanoTime;
    this.acting = new Acting(FaultSetting.HEALTHY, nanoTime.getAsLong(), new AtomicLong());
  }

  /** Switches a fault on, in place of the one that acts. */
  public synchronized void set(FaultSetting setting) {
    acting = new Acting(setting, nanoTime.getAsLong(), new AtomicLong());
    if (history.size() == MOST_SWITCHES) {
      history.removeFirst();
    }
    history.addLast(new Switched(clock.millis(), setting.members()));
  }

  /** The fault for the next request. */
  public Fault next() {
    Acting now = acting;
    FaultSetting setting = now.setting();
    long number = now.requests().getAndIncrement();
    boolean concerned =
        setting.share() >= 1
            || new SplittableRandom(seed + number * 0x9E3779B97F4A7C15L).nextDouble()
                < setting.share();
    return concerned && leftMillis(now) > 0 ? setting.fault() : FaultSetting.HEALTHY.fault();
  }

  /** What acts now, as the control API shows it. */
  public Map<String, Object> shown() {
    Acting now = acting;
    long left = leftMillis(now);
    Map<String, Object> members =
        new LinkedHashMap<>((left > 0 ? now.setting() : FaultSetting.HEALTHY).members());
    if (left > 0 && now.setting().durationMs().isPresent()) {
      members.put("remainingMs", left);
    }
    return members;
  }

  /** The settings so far, oldest first. */
  public synchronized List<Switched> history() {
    return new ArrayList<>(history);
  }

  private long leftMillis(Acting now) {
    if (now.setting().durationMs().isEmpty()) {
      return Long.MAX_VALUE;
    }
    long passed = (nanoTime.getAsLong() - now.sinceNanos()) / 1_000_000;
    return now.setting().durationMs().getAsLong() - passed;
  }
}
