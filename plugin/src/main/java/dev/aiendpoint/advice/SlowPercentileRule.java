package dev.aiendpoint.advice;

import dev.aiendpoint.baseline.Metric;
import dev.aiendpoint.baseline.RunVerdict;
import dev.aiendpoint.stats.Distribution;
import dev.aiendpoint.stats.RunSnapshot;
import dev.aiendpoint.stats.Scope;
import dev.aiendpoint.stats.TimingMetric;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** A percentile over its limit or target: which label and which phase are slowest. */
final class SlowPercentileRule implements AdviceRule {

  private record Part(String name, double millis, long n) {
    String words(String percentile) {
      return name + " " + percentile + " " + Figures.millis(millis) + " (n = " + n + ")";
    }
  }

  /** What the thresholds that one label misses have found out about it. */
  private record Slow(String label, Optional<Part> phase, List<String> evidence) {}

  @Override
  public List<Advice> apply(RunVerdict run) {
    Map<String, Slow> byLabel = new LinkedHashMap<>();
    for (Missed missed :
        Missed.of(
            run,
            metric ->
                metric instanceof Metric.Percentile p && p.timing() == TimingMetric.ELAPSED)) {
      look(run.figures(), missed, byLabel);
    }
    return byLabel.values().stream().map(SlowPercentileRule::advice).toList();
  }

  private static void look(RunSnapshot run, Missed missed, Map<String, Slow> byLabel) {
    double percentile = ((Metric.Percentile) missed.threshold().check().metric()).percentile();
    Scope scope = missed.threshold().scope();
    Optional<Part> phase =
        slowest(
            percentile,
            Figures.phases(run, scope),
            name -> run.select(scope.withPhases(Set.of(name))).timing(TimingMetric.ELAPSED));
    slowest(
            percentile,
            Figures.labels(run, scope),
            name -> run.select(scope.withLabels(List.of(name))).timing(TimingMetric.ELAPSED))
        .ifPresent(
            label -> {
              String name =
                  "P" + BigDecimal.valueOf(percentile).stripTrailingZeros().toPlainString();
              Slow slow =
                  byLabel.computeIfAbsent(
                      label.name(), key -> new Slow(key, phase, new ArrayList<>()));
              slow.evidence()
                  .add(
                      missed.words()
                          + ": "
                          + label.words(name)
                          + phase.map(part -> ", phase " + part.words(name)).orElse(""));
            });
  }

  private static Advice advice(Slow slow) {
    return new Advice(
        slow.label()
            + " is too slow"
            + slow.phase().map(part -> ", most of all in phase " + part.name()).orElse("")
            + ".",
        String.join("; ", slow.evidence()),
        "Look first at what "
            + slow.label()
            + " waits for"
            + slow.phase().map(part -> " under the load of phase " + part.name()).orElse("")
            + ": AI provider, database, or a pool.");
  }

  private static Optional<Part> slowest(
      double percentile, List<String> names, Function<String, Distribution> timing) {
    return names.stream()
        .map(name -> new Object[] {name, timing.apply(name)})
        .filter(pair -> ((Distribution) pair[1]).count() >= Figures.ENOUGH)
        .map(
            pair ->
                new Part(
                    (String) pair[0],
                    ((Distribution) pair[1]).percentile(percentile).getAsDouble(),
                    ((Distribution) pair[1]).count()))
        .max(Comparator.comparingDouble(Part::millis));
  }
}
