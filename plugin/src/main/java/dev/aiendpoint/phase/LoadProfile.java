package dev.aiendpoint.phase;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * A phase table laid out in time, at its scale: the wanted number of users and arrival rate as
 * functions of nanoseconds since the start. Immutable.
 *
 * <p>Users follow the straight line between levels, rounded; with no ramp they jump at the phase's
 * first instant. A first phase, and one whose model differs from the phase before, ramps up from 0.
 * After the last phase the wanted load is 0, and what still runs belongs to the last phase.
 */
public final class LoadProfile {

  private final List<ProfileStep> steps;

  private LoadProfile(List<ProfileStep> steps) {
    this.steps = List.copyOf(steps);
  }

  /**
   * @param phases at least one
   */
  public static LoadProfile of(List<Phase> phases, LoadScale scale) {
    if (phases.isEmpty()) {
      throw new IllegalArgumentException("phases: table was '' but must be at least one row");
    }
    List<ProfileStep> steps = new ArrayList<>();
    long start = 0;
    for (Phase phase : phases) {
      boolean open = phase.level() instanceof Level.Arrivals;
      ProfileStep last = steps.isEmpty() ? null : steps.get(steps.size() - 1);
      double from = last == null || last.open() != open ? 0 : last.to();
      long length = scale.nanos(phase.length().toNanos());
      long rampEnd = start + Math.round(length * phase.ramp());
      steps.add(
          new ProfileStep(
              phase.name(),
              open,
              start,
              rampEnd,
              start + length,
              from,
              scaled(phase.level(), scale)));
      start += length;
    }
    return new LoadProfile(steps);
  }

  private static double scaled(Level level, LoadScale scale) {
    if (level instanceof Level.Users users) {
      return scale.users(users.count());
    }
    return ((Level.Arrivals) level).perSecond() * scale.users();
  }

  List<ProfileStep> steps() {
    return steps;
  }

  public long totalNanos() {
    return steps.get(steps.size() - 1).end();
  }

  /** Users wanted at an instant; 0 before the start, after the end and in phases of arrivals. */
  public int usersAt(long nanos) {
    return nanos < 0 || nanos >= totalNanos() ? 0 : stepAt(nanos).usersAt(nanos);
  }

  /** Arrivals per second wanted at an instant; 0 in phases of users. */
  public double arrivalRateAt(long nanos) {
    if (nanos < 0 || nanos >= totalNanos()) {
      return 0;
    }
    ProfileStep step = stepAt(nanos);
    return step.open() ? step.levelAt(nanos) : 0;
  }

  /** True while iterations begin by arrival rather than by user. */
  public boolean isOpenAt(long nanos) {
    return nanos >= 0 && nanos < totalNanos() && stepAt(nanos).open();
  }

  /**
   * Name of the phase that an instant belongs to; before the start the first, after it the last.
   */
  public String phaseAt(long nanos) {
    return stepAt(nanos).name();
  }

  private ProfileStep stepAt(long nanos) {
    // Tables have a handful of rows: a scan beats anything cleverer.
    for (ProfileStep step : steps) {
      if (nanos < step.end()) {
        return step;
      }
    }
    return steps.get(steps.size() - 1);
  }

  /**
   * The next instant at which the wanted users or the model change, the end included; empty from
   * the end on. Users start and retire one by one, so at a jump this is one instant for many users.
   */
  public OptionalLong nextChange(long nanos) {
    int users = usersAt(nanos);
    boolean open = isOpenAt(nanos);
    long at = nanos;
    while (at < totalNanos()) {
      at = at < 0 ? 0 : stepAt(at).nextChange(at);
      if (at >= totalNanos() || usersAt(at) != users || isOpenAt(at) != open) {
        return OptionalLong.of(at);
      }
    }
    return OptionalLong.empty();
  }

  /** Most users that any phase of users asks for. */
  public int peakUsers() {
    return steps.stream().filter(step -> !step.open()).mapToInt(LoadProfile::top).max().orElse(0);
  }

  private static int top(ProfileStep step) {
    // A step without a ramp never shows the level that it comes from.
    return (int) (step.rampEnd() > step.start() ? Math.max(step.from(), step.to()) : step.to());
  }

  /** True when at least one phase is in arrivals. */
  public boolean hasArrivals() {
    return steps.stream().anyMatch(ProfileStep::open);
  }

  /** Phases in order; steps of one phase are one window. */
  public List<PhaseWindow> windows() {
    List<PhaseWindow> windows = new ArrayList<>();
    for (ProfileStep step : steps) {
      int users = step.open() ? 0 : top(step);
      double rate =
          step.open()
              ? step.rampEnd() > step.start() ? Math.max(step.from(), step.to()) : step.to()
              : 0;
      long startMillis = step.start() / 1_000_000;
      int last = windows.size() - 1;
      if (last >= 0 && windows.get(last).name().equals(step.name())) {
        PhaseWindow above = windows.remove(last);
        startMillis = above.startMillis();
        users = Math.max(users, above.users());
        rate = Math.max(rate, above.arrivalsPerSecond());
      }
      windows.add(new PhaseWindow(step.name(), startMillis, step.end() / 1_000_000, users, rate));
    }
    return windows;
  }
}
