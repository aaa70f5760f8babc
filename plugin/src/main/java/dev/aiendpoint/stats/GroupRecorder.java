package dev.aiendpoint.stats;

import dev.aiendpoint.exchange.CacheStatus;
import dev.aiendpoint.exchange.Outcome;
import dev.aiendpoint.sample.OperationClass;
import dev.aiendpoint.sample.Sample;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.HdrHistogram.Histogram;

/** The samples of one label in one phase, in cells by outcome and cache status. */
final class GroupRecorder {

  private static final int CACHES = CacheStatus.values().length;

  private final String label;
  private final String phase;
  private final OperationClass operation;
  private final FailureTally failures;
  private final RequestObjective objective;
  private final Recording recording;
  private final AtomicReferenceArray<CellRecorder> cells =
      new AtomicReferenceArray<>(Outcome.values().length * CACHES);

  GroupRecorder(
      String label, String phase, FailureTally failures, Goodput goodput, Recording recording) {
    this.label = label;
    this.phase = phase;
    this.operation = OperationClass.ofLabel(label);
    this.failures = failures;
    this.recording = recording;
    this.objective = goodput.of(label).orElse(null);
  }

  void record(Sample sample, LiveFacts facts) {
    Boolean isGood = objective == null ? null : Boolean.valueOf(objective.isMetBy(sample));
    cell(sample.outcome(), sample.cache()).record(sample, facts, isGood);
    if (!sample.outcome().isSuccess()) {
      failures.record(sample);
    }
  }

  private CellRecorder cell(Outcome outcome, CacheStatus cache) {
    int index = outcome.ordinal() * CACHES + cache.ordinal();
    CellRecorder cell = cells.get(index);
    if (cell == null) {
      cells.compareAndSet(index, null, new CellRecorder(outcome, cache, recording));
      cell = cells.get(index);
    }
    return cell;
  }

  FrozenGroup freeze(Histogram scratch) {
    List<FrozenCell> frozen = new ArrayList<>();
    for (int i = 0; i < cells.length(); i++) {
      if (cells.get(i) != null) {
        frozen.add(cells.get(i).freeze(scratch));
      }
    }
    return new FrozenGroup(label, phase, operation, List.copyOf(frozen), failures.freeze());
  }

  OperationClass operation() {
    return operation;
  }

  String phase() {
    return phase;
  }

  long footprintBytes() {
    long bytes = 0;
    for (int i = 0; i < cells.length(); i++) {
      bytes += cells.get(i) == null ? 0 : cells.get(i).footprintBytes();
    }
    return bytes;
  }
}
