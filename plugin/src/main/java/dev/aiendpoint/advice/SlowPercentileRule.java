package dev.aiendpoint.advice;

import dev.aiendpoint.baseline.Metric;
import dev.aiendpoint.baseline.RunVerdict;
import dev.aiendpoint.stats.Distribution;
import dev.aiendpoint.stats.RunSnapshot;
import dev.aiendpoint.stats.Scope;
import dev.aiendpoint.stats.TimingMetric;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A percentile over its limit or target: which label and which phase are slowest. */
final class SlowPercentileRule implements AdviceRule {

  private record Part(String name, double millis, long n) {
    String words(String percentile) {
      return name + " " + percentile + " " + Figures.millis(millis) + " (n = " + n + ")";
    }
  }

  @Override
  public List<Advice> apply(RunVerdict run) {
    List<Advice> advice = new ArrayList<>();
    for (Missed missed :
        Missed.of(
            run,
            metric ->
                metric instanceof Metric.Percentile p && p.timing() == TimingMetric.ELAPSED)) {
      advice(run.figures(), missed).ifPresent(advice::add);
    }
    return advice;
  }

  private static Optional<Advice> advice(RunSnapshot run, Missed missed) {
    double percentile = ((Metric.Percentile) missed.threshold().check().metric()).percentile();
    Scope scope = missed.threshold().scope();
    Optional<Part> label =
        slowest(
            percentile,
            Figures.labels(run, scope),
            name -> run.select(scope.withLabels(List.of(name))).timing(TimingMetric.ELAPSED));
    Optional<Part> phase =
        slowest(
            percentile,
            Figures.phases(run, scope),
            name -> run.select(scope.withPhases(Set.of(name))).timing(TimingMetric.ELAPSED));
    String name = "P" + (percentile == (int) percentile ? (int) percentile : percentile);
    List<String> evidence = new ArrayList<>(List.of(missed.words()));
    label.ifPresent(part -> evidence.add("slowest label " + part.words(name)));
    phase.ifPresent(part -> evidence.add("slowest phase " + part.words(name)));
    return label.map(
        slow ->
            new Advice(
                slow.name()
                    + " is too slow"
                    + phase.map(part -> ", most of all in phase " + part.name()).orElse("")
                    + ".",
                String.join("; ", evidence),
                "Look first at "
                    + slow.name()
                    + phase.map(part -> " under the load of phase " + part.name()).orElse("")
                    + ": what it waits for there (AI provider, database, a pool) decides this"
                    + " figure."));
  }

  private static Optional<Part> slowest(
      double percentile,
      List<String> names,
      java.util.function.Function<String, Distribution> timing) {
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
