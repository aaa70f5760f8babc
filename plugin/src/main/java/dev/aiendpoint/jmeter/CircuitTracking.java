package dev.aiendpoint.jmeter;

import dev.aiendpoint.circuit.CircuitRecorder;
import dev.aiendpoint.circuit.CircuitReport;
import dev.aiendpoint.circuit.DeclaredCircuit;
import dev.aiendpoint.circuit.DeclaredPoint;
import dev.aiendpoint.circuit.MonitoredCircuit;
import dev.aiendpoint.sample.Sample;
import dev.aiendpoint.stats.AiLabels;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Follows one circuit for an {@link AiCircuitMonitor}. */
final class CircuitTracking extends LiveTracking<CircuitDisplay> {

  /** A recorder and when it was made. */
  private record Watch(CircuitRecorder recorder, long startMillis) {}

  private final String name;
  private final List<String> labels;
  private final DeclaredCircuit declared;
  private volatile Watch watch;

  CircuitTracking(
      String name,
      List<String> labels,
      DeclaredCircuit declared,
      Supplier<CircuitDisplay> display) {
    super("AI circuit monitor", display);
    this.name = name;
    this.labels = labels;
    this.declared = declared;
    this.watch = newWatch();
  }

  private Watch newWatch() {
    return new Watch(new CircuitRecorder(this::isWatched), System.currentTimeMillis());
  }

  private boolean isWatched(String label) {
    return AiLabels.matches(labels, label);
  }

  @Override
  void record(Sample sample) {
    watch.recorder().record(sample.normalised());
  }

  @Override
  void forget() {
    watch = newWatch();
  }

  /** The circuit up to now. */
  MonitoredCircuit circuit() {
    return new MonitoredCircuit(name, labels, declared, watch.recorder().report());
  }

  @Override
  void show(CircuitDisplay shown) {
    shown.show(circuit(), watch.startMillis());
  }

  @Override
  List<String> summary() {
    MonitoredCircuit circuit = circuit();
    CircuitReport report = circuit.report();
    return Stream.concat(
            Stream.of(report.state() + ", " + report.transitions().size() + " transitions"),
            AiCircuitMonitor.findings().points(circuit).stream().map(CircuitTracking::line))
        .toList();
  }

  private static String line(DeclaredPoint point) {
    return "%s: declared %s, observed %s: %s"
        .formatted(point.name(), point.declared(), point.observed(), point.finding().words());
  }
}
