package dev.aiendpoint.stats;

import dev.aiendpoint.circuit.CircuitFindings;
import dev.aiendpoint.circuit.CircuitReport;
import dev.aiendpoint.ratelimit.LimitFigures;
import dev.aiendpoint.ratelimit.LimitReport;
import dev.aiendpoint.sample.OperationClass;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What a {@link RunRecorder} held at a moment. Immutable. */
final class RecordedRun implements RunSnapshot {

  private static final int TOP_FAILURES = 5;

  private final List<FrozenGroup> groups;
  private final Map<String, FrozenDurations> gapsByLabel;
  private final TimeSeries timeSeries;
  private final boolean labelsOverflowed;
  private final Map<List<String>, CircuitReport> circuits;
  private final CircuitFindings circuitFindings;
  private final Goodput goodput;
  private final List<ArrivalCount> arrivals;
  private final LimitReport limits;
  private final Map<String, Long> lastStarts;

  RecordedRun(
      List<FrozenGroup> groups,
      Map<String, FrozenDurations> gapsByLabel,
      TimeSeries timeSeries,
      boolean labelsOverflowed,
      Map<List<String>, CircuitReport> circuits,
      CircuitFindings circuitFindings,
      Goodput goodput,
      List<ArrivalCount> arrivals,
      LimitReport limits) {
    this.groups = List.copyOf(groups);
    this.gapsByLabel = Map.copyOf(gapsByLabel);
    this.timeSeries = timeSeries;
    this.labelsOverflowed = labelsOverflowed;
    this.circuits = Map.copyOf(circuits);
    this.circuitFindings = circuitFindings;
    this.goodput = goodput;
    this.arrivals = List.copyOf(arrivals);
    this.limits = limits;
    this.lastStarts = lastStarts(groups);
  }

  /** By phase, when its last sample started, whatever its label. */
  private static Map<String, Long> lastStarts(List<FrozenGroup> groups) {
    Map<String, Long> lastStarts = new HashMap<>();
    for (FrozenGroup group : groups) {
      for (FrozenCell cell : group.cells()) {
        lastStarts.merge(group.phase(), cell.lastStartMillis(), Math::max);
      }
    }
    return lastStarts;
  }

  @Override
  public Summary select(Scope scope) {
    ScopeFilter filter = new ScopeFilter(scope);
    return new RecordedSummary(
        scope,
        groups.stream()
            .filter(filter::selects)
            .flatMap(group -> group.cells().stream())
            .filter(filter::selects)
            .toList(),
        maxUsers(scope, filter),
        gapsByLabel.entrySet().stream()
            .filter(entry -> filter.isByLabelOnly())
            .filter(
                entry ->
                    filter.selectsLabel(entry.getKey(), OperationClass.ofLabel(entry.getKey())))
            .map(Map.Entry::getValue)
            .toList());
  }

  /** Of a phase, only what was read while it lasted for certain. */
  private int maxUsers(Scope scope, ScopeFilter filter) {
    int most = 0;
    for (FrozenGroup group : groups) {
      if (filter.selects(group)) {
        for (FrozenCell cell : group.cells()) {
          if (filter.selects(cell)) {
            most =
                Math.max(
                    most,
                    scope.phases().isEmpty()
                        ? cell.users().most()
                        : cell.users().before(lastStarts.get(group.phase())));
          }
        }
      }
    }
    return most;
  }

  @Override
  public List<String> labels() {
    return groups.stream().map(FrozenGroup::label).distinct().toList();
  }

  @Override
  public List<String> phases() {
    return groups.stream()
        .map(FrozenGroup::phase)
        .filter(phase -> !phase.isEmpty())
        .distinct()
        .toList();
  }

  @Override
  public List<Failure> topFailures(Scope scope) {
    ScopeFilter filter = new ScopeFilter(scope);
    Map<FailureTally.Kind, Failure> merged = new LinkedHashMap<>();
    groups.stream()
        .filter(filter::selects)
        .flatMap(group -> group.failures().stream())
        .filter(tally -> filter.selectsOutcome(tally.kind().outcome()))
        .forEach(tally -> merged.merge(tally.kind(), failure(tally), RecordedRun::sameKind));
    return merged.values().stream()
        .sorted(Comparator.comparingLong(Failure::count).reversed())
        .limit(TOP_FAILURES)
        .toList();
  }

  private static Failure failure(FailureTally.Tally tally) {
    return new Failure(
        tally.kind().outcome(), tally.kind().responseCode(), tally.message(), tally.count());
  }

  private static Failure sameKind(Failure first, Failure other) {
    return new Failure(
        first.outcome(), first.responseCode(), first.message(), first.count() + other.count());
  }

  @Override
  public Map<OperationClass, List<HitRatePoint>> hitRateOverTime() {
    return Collections.unmodifiableMap(timeSeries.hitRates());
  }

  @Override
  public TimeSeries timeSeries() {
    return timeSeries;
  }

  @Override
  public boolean labelsOverflowed() {
    return labelsOverflowed;
  }

  @Override
  public CircuitReport circuit() {
    return circuit(List.of());
  }

  @Override
  public CircuitReport circuit(List<String> labels) {
    return circuits.getOrDefault(labels, CircuitReport.NONE);
  }

  @Override
  public CircuitFindings circuitFindings() {
    return circuitFindings;
  }

  @Override
  public Goodput goodput() {
    return goodput;
  }

  @Override
  public List<ArrivalCount> arrivals() {
    return arrivals;
  }

  @Override
  public LimitReport rateLimits() {
    return limits;
  }

  @Override
  public LimitFigures rateLimits(Scope scope) {
    ScopeFilter filter = new ScopeFilter(scope);
    return limits.select(
        (label, phase) ->
            filter.selectsLabel(label, OperationClass.ofLabel(label))
                && (scope.phases().isEmpty() || scope.phases().contains(phase)));
  }

  Stream<FrozenGroup> groups() {
    return groups.stream();
  }
}
