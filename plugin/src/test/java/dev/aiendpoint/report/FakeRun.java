package dev.aiendpoint.report;

import dev.aiendpoint.exchange.CacheStatus;
import dev.aiendpoint.exchange.Outcome;
import dev.aiendpoint.sample.OperationClass;
import dev.aiendpoint.sample.Sample;
import dev.aiendpoint.stats.Distribution;
import dev.aiendpoint.stats.RunSnapshot;
import dev.aiendpoint.stats.Scope;
import dev.aiendpoint.stats.Summary;
import dev.aiendpoint.stats.TimingMetric;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** A snapshot over a list of samples, with exact figures; labels are compared, not matched. */
record FakeRun(List<Sample> samples) implements RunSnapshot {

  @Override
  public Summary select(Scope scope) {
    return new FakeSummary(samples.stream().filter(in(scope)).toList(), scope);
  }

  @Override
  public List<String> labels() {
    return samples.stream().map(Sample::label).distinct().toList();
  }

  @Override
  public List<String> phases() {
    return samples.stream().map(Sample::phase).filter(p -> !p.isEmpty()).distinct().toList();
  }

  @Override
  public List<Failure> topFailures(Scope scope) {
    return samples.stream()
        .filter(in(scope).and(sample -> !sample.success()))
        .collect(
            Collectors.groupingBy(
                s -> new Failure(s.outcome(), s.responseCode(), s.message(), 0),
                Collectors.counting()))
        .entrySet()
        .stream()
        .map(
            e ->
                new Failure(
                    e.getKey().outcome(),
                    e.getKey().responseCode(),
                    e.getKey().message(),
                    e.getValue()))
        .sorted(Comparator.comparingLong(Failure::count).reversed().thenComparing(Failure::outcome))
        .limit(5)
        .toList();
  }

  private static Predicate<Sample> in(Scope scope) {
    return s ->
        (scope.labels().isEmpty() || scope.labels().contains(s.label()))
            && (scope.phases().isEmpty() || scope.phases().contains(s.phase()))
            && (scope.operations().isEmpty()
                ? s.operation() != OperationClass.CONTROL || !scope.labels().isEmpty()
                : scope.operations().contains(s.operation()))
            && (scope.outcomes().isEmpty() || scope.outcomes().contains(s.outcome()))
            && (scope.caches().isEmpty() || scope.caches().contains(s.cache()));
  }

  private record FakeSummary(List<Sample> list, Scope scope) implements Summary {

    @Override
    public long samples() {
      return list.size();
    }

    @Override
    public Map<Outcome, Long> outcomes() {
      return count(Sample::outcome);
    }

    @Override
    public Map<CacheStatus, Long> caches() {
      return count(Sample::cache);
    }

    @Override
    public Distribution timing(TimingMetric metric) {
      return new FakeDistribution(
          list.stream()
              .filter(s -> !scope.outcomes().isEmpty() || s.outcome().isSuccess())
              .filter(
                  s ->
                      metric == TimingMetric.ELAPSED
                          || !scope.caches().isEmpty()
                          || s.cache() != CacheStatus.HIT)
              .map(s -> value(s, metric))
              .filter(OptionalDouble::isPresent)
              .map(OptionalDouble::getAsDouble)
              .sorted()
              .toList());
    }

    private static OptionalDouble value(Sample s, TimingMetric metric) {
      return switch (metric) {
        case ELAPSED -> OptionalDouble.of(s.elapsedMillis());
        case TTFT -> s.ttftMillis();
        case TPOT -> s.tpotMillis();
        case ICL, ICL_MAX -> s.iclMaxMillis();
        case FROM_INTENDED -> OptionalDouble.empty();
      };
    }

    @Override
    public OptionalLong tokensOut() {
      return sum(Sample::tokensOut);
    }

    @Override
    public OptionalLong tokensIn() {
      return sum(Sample::tokensIn);
    }

    @Override
    public OptionalDouble cost() {
      return list.stream()
          .flatMap(s -> s.cost().stream().boxed())
          .map(OptionalDouble::of)
          .reduce((a, b) -> OptionalDouble.of(a.getAsDouble() + b.getAsDouble()))
          .orElse(OptionalDouble.empty());
    }

    @Override
    public int maxUsers() {
      return list.stream().mapToInt(Sample::allThreads).max().orElse(0);
    }

    @Override
    public OptionalLong firstStartMillis() {
      return list.stream().mapToLong(Sample::startMillis).min();
    }

    @Override
    public OptionalLong lastEndMillis() {
      return list.stream().mapToLong(Sample::endMillis).max();
    }

    private <K> Map<K, Long> count(Function<Sample, K> key) {
      return list.stream().collect(Collectors.groupingBy(key, Collectors.counting()));
    }

    private OptionalLong sum(Function<Sample, OptionalLong> part) {
      List<Long> known = list.stream().flatMap(s -> part.apply(s).stream().boxed()).toList();
      return known.isEmpty()
          ? OptionalLong.empty()
          : OptionalLong.of(known.stream().mapToLong(Long::longValue).sum());
    }
  }

  private record FakeDistribution(List<Double> sorted) implements Distribution {

    @Override
    public long count() {
      return sorted.size();
    }

    @Override
    public OptionalDouble percentile(double percentile) {
      int rank = (int) Math.ceil(percentile / 100 * sorted.size());
      return at(Math.max(0, rank - 1));
    }

    @Override
    public long countAtOrBelow(double millis) {
      return sorted.stream().filter(value -> value <= millis).count();
    }

    @Override
    public OptionalDouble min() {
      return at(0);
    }

    @Override
    public OptionalDouble mean() {
      return sorted.stream().mapToDouble(Double::doubleValue).average();
    }

    @Override
    public OptionalDouble max() {
      return at(sorted.size() - 1);
    }

    private OptionalDouble at(int index) {
      return sorted.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(sorted.get(index));
    }
  }
}
