package dev.aiendpoint.stats;

import dev.aiendpoint.circuit.CircuitRecorder;
import dev.aiendpoint.circuit.CircuitReport;
import dev.aiendpoint.exchange.CircuitState;
import dev.aiendpoint.sample.Sample;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Follows the circuit behind all AI requests, and one for each group of endpoints that is named by
 * label patterns. Any number of threads may record.
 */
final class CircuitRecorders {

  private final Map<List<String>, CircuitRecorder> byLabels = new LinkedHashMap<>();

  /** The same ones: walking through a map would allocate at each sample. */
  private final CircuitRecorder[] each;

  private final CircuitRecorder all = new CircuitRecorder();

  CircuitRecorders(Collection<List<String>> groups) {
    byLabels.put(List.of(), all);
    groups.forEach(
        labels ->
            byLabels.computeIfAbsent(
                List.copyOf(labels),
                patterns -> new CircuitRecorder(label -> AiLabels.matches(patterns, label))));
    each = byLabels.values().toArray(CircuitRecorder[]::new);
  }

  /** Takes an AI sample. */
  void record(Sample sample) {
    for (CircuitRecorder recorder : each) {
      recorder.record(sample);
    }
  }

  /** The state of the circuit behind all AI requests now. */
  CircuitState state() {
    return all.state();
  }

  /** By label patterns; none of them for all AI requests. */
  Map<List<String>, CircuitReport> reports() {
    Map<List<String>, CircuitReport> reports = new LinkedHashMap<>();
    byLabels.forEach((labels, recorder) -> reports.put(labels, recorder.report()));
    return reports;
  }
}
