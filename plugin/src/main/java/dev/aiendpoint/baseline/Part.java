package dev.aiendpoint.baseline;

import dev.aiendpoint.exchange.CacheStatus;
import dev.aiendpoint.exchange.Outcome;
import dev.aiendpoint.stats.Summary;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** A part of the samples that a scope selects: what {@code rate} and {@code count} are about. */
public sealed interface Part {

  /** How many of the samples belong to it. */
  long count(Summary summary);

  /** Of how many samples it is a part. */
  default long whole(Summary summary) {
    return summary.samples();
  }

  /** The outcomes that belong to it; empty when it is not about outcomes. */
  Set<Outcome> outcomes();

  /** Every sample. */
  record Samples() implements Part {
    @Override
    public long count(Summary summary) {
      return summary.samples();
    }

    @Override
    public Set<Outcome> outcomes() {
      return Set.of();
    }
  }

  /** Samples whose outcome is of the kind ERROR; refused and degraded ones are none. */
  record Errors() implements Part {
    @Override
    public long count(Summary summary) {
      return sum(summary, outcomes());
    }

    @Override
    public Set<Outcome> outcomes() {
      return all(Outcome::isError);
    }
  }

  /** Samples whose outcome is of the kind SUCCESS; fallback content is none. */
  record Successes() implements Part {
    @Override
    public long count(Summary summary) {
      return sum(summary, outcomes());
    }

    @Override
    public Set<Outcome> outcomes() {
      return all(Outcome::isSuccess);
    }
  }

  /** Samples with one of the named outcomes. */
  record OfOutcomes(Set<Outcome> outcomes) implements Part {
    public OfOutcomes {
      outcomes = Set.copyOf(outcomes);
    }

    @Override
    public long count(Summary summary) {
      return sum(summary, outcomes);
    }
  }

  /**
   * Samples with a cache status. HIT and MISS are parts of the look-ups, BYPASS of the answers that
   * say anything about a cache, UNKNOWN of all samples.
   */
  record OfCache(CacheStatus status) implements Part {
    @Override
    public long count(Summary summary) {
      return of(summary, status);
    }

    @Override
    public long whole(Summary summary) {
      long lookups = of(summary, CacheStatus.HIT) + of(summary, CacheStatus.MISS);
      return switch (status) {
        case HIT, MISS -> lookups;
        case BYPASS -> lookups + of(summary, CacheStatus.BYPASS);
        case UNKNOWN -> summary.samples();
      };
    }

    @Override
    public Set<Outcome> outcomes() {
      return Set.of();
    }

    private static long of(Summary summary, CacheStatus status) {
      return summary.caches().getOrDefault(status, 0L);
    }
  }

  /** Attempts that met every objective of theirs, of all that had one. */
  record Goodput() implements Part {
    @Override
    public long count(Summary summary) {
      return summary.goodputMet();
    }

    @Override
    public long whole(Summary summary) {
      return summary.goodputAttempts();
    }

    @Override
    public Set<Outcome> outcomes() {
      return Set.of();
    }
  }

  private static long sum(Summary summary, Set<Outcome> outcomes) {
    return summary.outcomes().entrySet().stream()
        .filter(entry -> outcomes.contains(entry.getKey()))
        .mapToLong(Map.Entry::getValue)
        .sum();
  }

  private static Set<Outcome> all(Predicate<Outcome> rule) {
    Set<Outcome> outcomes = EnumSet.noneOf(Outcome.class);
    Arrays.stream(Outcome.values()).filter(rule).forEach(outcomes::add);
    return outcomes;
  }
}
