package dev.aiendpoint.advice;

import dev.aiendpoint.baseline.Metric;
import dev.aiendpoint.baseline.RunVerdict;
import java.util.List;
import java.util.stream.Collectors;

/** A mix of operations or personas that is not the planned one: the load was another. */
final class MixRule implements AdviceRule {

  @Override
  public List<Advice> apply(RunVerdict run) {
    List<Missed> missed =
        Missed.of(
            run,
            metric ->
                metric instanceof Metric.OperationShare || metric instanceof Metric.LabelShare);
    return missed.isEmpty()
        ? List.of()
        : List.of(
            new Advice(
                "The mix of operations was not the planned one.",
                missed.stream()
                    .map(one -> one.words() + ": " + one.result().message())
                    .collect(Collectors.joining("; ")),
                "Find out which steps were left out (failures end an iteration early), or run"
                    + " longer: short runs miss a mix by chance."));
  }
}
