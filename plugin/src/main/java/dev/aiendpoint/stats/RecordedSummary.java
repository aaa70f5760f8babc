package dev.aiendpoint.stats;

import dev.aiendpoint.exchange.CacheStatus;
import dev.aiendpoint.exchange.Outcome;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Stream;

/** Figures computed from the cells that a scope selects. Immutable. */
final class RecordedSummary implements Summary {

  private final Scope scope;
  private final List<FrozenCell> cells;
  private final int maxUsers;
  private final List<FrozenDurations> gapsByLabel;

  RecordedSummary(
      Scope scope, List<FrozenCell> cells, int maxUsers, List<FrozenDurations> gapsByLabel) {
    this.scope = scope;
    this.cells = cells;
    this.maxUsers = maxUsers;
    this.gapsByLabel = gapsByLabel;
  }

  @Override
  public long samples() {
    return cells.stream().mapToLong(FrozenCell::samples).sum();
  }

  @Override
  public Map<Outcome, Long> outcomes() {
    Map<Outcome, Long> counts = new EnumMap<>(Outcome.class);
    cells.forEach(cell -> counts.merge(cell.outcome(), cell.samples(), Long::sum));
    return Collections.unmodifiableMap(counts);
  }

  @Override
  public Map<CacheStatus, Long> caches() {
    Map<CacheStatus, Long> counts = new EnumMap<>(CacheStatus.class);
    cells.forEach(cell -> counts.merge(cell.cache(), cell.samples(), Long::sum));
    return Collections.unmodifiableMap(counts);
  }

  @Override
  public Distribution timing(TimingMetric metric) {
    Stream<FrozenDurations> ofCells =
        cells.stream()
            .filter(cell -> isTimed(cell, metric))
            .map(cell -> cell.durations().get(metric))
            .filter(Objects::nonNull);
    Stream<FrozenDurations> ofLabels =
        metric == TimingMetric.ICL ? gapsByLabel.stream() : Stream.empty();
    return MergedDistribution.of(metric, Stream.concat(ofCells, ofLabels).toList());
  }

  private boolean isTimed(FrozenCell cell, TimingMetric metric) {
    return (!scope.outcomes().isEmpty() || cell.outcome().isSuccess())
        && (!scope.caches().isEmpty()
            || metric.isOfWholeRequest()
            || cell.cache() != CacheStatus.HIT);
  }

  @Override
  public OptionalLong tokensOut() {
    return known(sum(FrozenCell::tokensOut));
  }

  @Override
  public OptionalLong tokensIn() {
    return known(sum(FrozenCell::tokensIn));
  }

  @Override
  public OptionalDouble cost() {
    FrozenSum cost = sum(FrozenCell::cost);
    return cost.known() == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(cost.sum() / CellRecorder.COST_UNITS);
  }

  @Override
  public TokenEvidence tokenEvidence() {
    return cells.stream().map(FrozenCell::tokens).reduce(TokenEvidence.NONE, TokenEvidence::plus);
  }

  @Override
  public long goodputAttempts() {
    return sum(FrozenCell::good).known();
  }

  @Override
  public long goodputMet() {
    return sum(FrozenCell::good).sum();
  }

  @Override
  public long samplesWithTokensIn() {
    return sum(FrozenCell::tokensIn).known();
  }

  @Override
  public long samplesWithTokensOut() {
    return sum(FrozenCell::tokensOut).known();
  }

  @Override
  public long samplesWithCost() {
    return sum(FrozenCell::cost).known();
  }

  private FrozenSum sum(Function<FrozenCell, FrozenSum> quantity) {
    return cells.stream().map(quantity).reduce(FrozenSum.NONE, FrozenSum::plus);
  }

  private static OptionalLong known(FrozenSum sum) {
    return sum.known() == 0 ? OptionalLong.empty() : OptionalLong.of(sum.sum());
  }

  @Override
  public int maxUsers() {
    return maxUsers;
  }

  @Override
  public OptionalLong firstStartMillis() {
    return cells.stream().mapToLong(FrozenCell::firstStartMillis).min();
  }

  @Override
  public OptionalLong lastEndMillis() {
    return cells.stream().mapToLong(FrozenCell::lastEndMillis).max();
  }
}
