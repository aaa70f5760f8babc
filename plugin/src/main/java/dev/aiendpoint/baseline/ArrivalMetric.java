package dev.aiendpoint.baseline;

import dev.aiendpoint.stats.ArrivalCount;
import dev.aiendpoint.stats.RunSnapshot;
import dev.aiendpoint.stats.Scope;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/**
 * A figure of the arrivals of a run, over all thread groups. It stands on the arrivals that came
 * due; without any there is no figure. Known live only.
 */
public sealed interface ArrivalMetric extends Metric {

  @Override
  default boolean isInResultFiles() {
    return false;
  }

  @Override
  default String liveOnly() {
    return "arrivals that came due, nor those of them that no user was free for";
  }

  @Override
  default String absentBecause() {
    return "no arrival came due: only phases of arrivals, such as 5/s, have them";
  }

  @Override
  default Optional<String> causeOfBreach(RunSnapshot run, Scope scope) {
    return Optional.of(
        run.arrivals().stream()
            .filter(group -> group.dropped() > 0)
            .map(
                group ->
                    group.dropped()
                        + " of "
                        + group.planned()
                        + " arrivals of thread group '"
                        + group.group()
                        + "' found none of its "
                        + group.maxUsers()
                        + " users free, so the load was less than planned: raise its most users, or"
                        + " lower the rate")
            .collect(Collectors.joining("; ")));
  }

  /** How many arrivals found no free user. */
  record DroppedCount() implements ArrivalMetric {
    @Override
    public Dimension dimension() {
      return Dimension.NUMBER;
    }

    @Override
    public Observation observe(RunSnapshot run, Scope scope) {
      long planned = planned(run);
      return new Observation(
          planned == 0 ? OptionalDouble.empty() : OptionalDouble.of(dropped(run)), planned);
    }

    @Override
    public boolean onlyGrows() {
      return true;
    }
  }

  /** How many percent of the arrivals found no free user. */
  record DroppedRate() implements ArrivalMetric {
    @Override
    public Dimension dimension() {
      return Dimension.PERCENT;
    }

    @Override
    public Observation observe(RunSnapshot run, Scope scope) {
      long planned = planned(run);
      return new Observation(
          planned == 0 ? OptionalDouble.empty() : OptionalDouble.of(100.0 * dropped(run) / planned),
          planned);
    }
  }

  private static long planned(RunSnapshot run) {
    return run.arrivals().stream().mapToLong(ArrivalCount::planned).sum();
  }

  private static long dropped(RunSnapshot run) {
    return run.arrivals().stream().mapToLong(ArrivalCount::dropped).sum();
  }
}
