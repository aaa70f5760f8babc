package dev.aiendpoint.advice;

import dev.aiendpoint.baseline.Metric;
import dev.aiendpoint.baseline.Part;
import dev.aiendpoint.baseline.RunVerdict;
import dev.aiendpoint.exchange.CacheStatus;
import dev.aiendpoint.stats.RunSnapshot;
import dev.aiendpoint.stats.Scope;
import dev.aiendpoint.stats.Summary;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** A cache hit rate below its limit or target: which labels miss. */
final class LowHitRateRule implements AdviceRule {

  private static final int SHOWN = 3;

  private record Miss(String label, double hitRate, long misses, long lookups) {
    String words() {
      return label
          + " missed "
          + misses
          + " of "
          + lookups
          + ", hit rate "
          + Figures.percent(hitRate);
    }
  }

  @Override
  public List<Advice> apply(RunVerdict run) {
    List<Advice> advice = new ArrayList<>();
    for (Missed missed : Missed.of(run, LowHitRateRule::isHitRate)) {
      List<Miss> worst = misses(run.figures(), missed.threshold().scope());
      if (!worst.isEmpty()) {
        boolean never = worst.stream().allMatch(miss -> miss.hitRate() == 0);
        advice.add(
            new Advice(
                never
                    ? "Nothing was answered from the cache."
                    : "The cache answers too little, most of all " + worst.get(0).label() + ".",
                missed.words()
                    + "; "
                    + worst.stream().map(Miss::words).collect(Collectors.joining("; ")),
                never
                    ? "Check that the cache is on and that its key is the same for equal requests."
                    : "Check the key and the lifetime of these entries; on a first run after a"
                        + " deployment the caches were cold, so run again."));
      }
    }
    return advice;
  }

  private static boolean isHitRate(Metric metric) {
    return metric instanceof Metric.Rate rate
        && rate.of() instanceof Part.OfCache cache
        && cache.status() == CacheStatus.HIT;
  }

  private static List<Miss> misses(RunSnapshot run, Scope scope) {
    List<Miss> misses = new ArrayList<>();
    for (String label : Figures.labels(run, scope)) {
      Summary summary = run.select(scope.withLabels(List.of(label)));
      long missed = summary.caches().getOrDefault(CacheStatus.MISS, 0L);
      long lookups = missed + summary.caches().getOrDefault(CacheStatus.HIT, 0L);
      if (missed > 0) {
        misses.add(new Miss(label, 1 - (double) missed / lookups, missed, lookups));
      }
    }
    return misses.stream()
        .sorted(Comparator.comparingLong(Miss::misses).reversed())
        .limit(SHOWN)
        .toList();
  }
}
