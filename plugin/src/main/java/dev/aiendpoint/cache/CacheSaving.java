package dev.aiendpoint.cache;

import dev.aiendpoint.exchange.CacheStatus;
import dev.aiendpoint.exchange.Outcome;
import dev.aiendpoint.stats.RunSnapshot;
import dev.aiendpoint.stats.Scope;
import dev.aiendpoint.stats.Summary;
import java.util.Arrays;
import java.util.Collection;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/**
 * What hits spared, against what they would have taken as misses of the same label. Only served
 * requests count: a fallback is no miss to compare with. A part is absent where either side of the
 * comparison was never seen.
 *
 * @param millis hits times (mean elapsed of a miss − mean elapsed of a hit): waiting time of all
 *     users together, in milliseconds; negative when hits were slower
 * @param hitsTimed how many hits {@code millis} is about
 * @param cost hits times mean cost of a miss, less what the hits themselves cost; in the profile's
 *     currency
 * @param hitsPriced how many hits {@code cost} is about
 */
public record CacheSaving(
    OptionalDouble millis, long hitsTimed, OptionalDouble cost, long hitsPriced) {

  private static final Set<Outcome> SERVED =
      Arrays.stream(Outcome.values()).filter(Outcome::isSuccess).collect(Collectors.toSet());

  /** Of the samples of one label: requests of different labels do not stand in for each other. */
  static CacheSaving ofLabel(RunSnapshot run, String label, CacheFigures figures) {
    long hits = figures.hit().n();
    OptionalDouble millis = OptionalDouble.empty();
    if (hits > 0 && figures.miss().n() > 0) {
      millis =
          OptionalDouble.of(
              hits * (figures.miss().mean().getAsDouble() - figures.hit().mean().getAsDouble()));
    }
    OptionalDouble cost = OptionalDouble.empty();
    Summary misses = served(run, label, CacheStatus.MISS);
    if (hits > 0 && misses.cost().isPresent()) {
      double meanOfMiss = misses.cost().getAsDouble() / misses.samplesWithCost();
      double ofHits = served(run, label, CacheStatus.HIT).cost().orElse(0);
      cost = OptionalDouble.of(hits * meanOfMiss - ofHits);
    }
    return new CacheSaving(
        millis, millis.isPresent() ? hits : 0, cost, cost.isPresent() ? hits : 0);
  }

  private static Summary served(RunSnapshot run, String label, CacheStatus cache) {
    return run.select(Scope.ofLabels(label).withCaches(Set.of(cache)).withOutcomes(SERVED));
  }

  /** All of them together; a part is absent only when every one of them lacks it. */
  static CacheSaving sum(Collection<CacheSaving> savings) {
    return new CacheSaving(
        sum(savings, CacheSaving::millis),
        count(savings, CacheSaving::hitsTimed),
        sum(savings, CacheSaving::cost),
        count(savings, CacheSaving::hitsPriced));
  }

  private static OptionalDouble sum(
      Collection<CacheSaving> savings, Function<CacheSaving, OptionalDouble> part) {
    double[] known = savings.stream().map(part).flatMapToDouble(OptionalDouble::stream).toArray();
    return known.length == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(Arrays.stream(known).sum());
  }

  private static long count(Collection<CacheSaving> savings, ToLongFunction<CacheSaving> part) {
    return savings.stream().mapToLong(part).sum();
  }
}
