package dev.aiendpoint.stats;

import dev.aiendpoint.exchange.CacheStatus;
import dev.aiendpoint.exchange.CircuitState;
import dev.aiendpoint.sample.OperationClass;
import dev.aiendpoint.sample.Sample;
import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.atomic.LongAdder;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.Recorder;

/** Counts for the progress line: wait-free to write, cheap to read once a second. */
final class IntervalMeter {

  private final Recorder elapsed = new Recorder(2);
  private final LongAdder samples = new LongAdder();
  private final LongAdder errors = new LongAdder();
  private final LongAdder hits = new LongAdder();
  private final LongAdder misses = new LongAdder();
  private final Map<OperationClass, LongAdder> operations = new EnumMap<>(OperationClass.class);
  private volatile int users;
  private volatile String phase = "";

  private Histogram interval;
  private long lastSamples;
  private long lastNanos;

  IntervalMeter(long startNanos) {
    lastNanos = startNanos;
    for (OperationClass operation : OperationClass.values()) {
      operations.put(operation, new LongAdder());
    }
  }

  void record(Sample sample, OperationClass operation) {
    samples.increment();
    operations.get(operation).increment();
    if (sample.outcome().isError()) {
      errors.increment();
    }
    if (sample.outcome().isSuccess()) {
      elapsed.recordValue(Math.max(0, sample.elapsedMillis()));
    }
    if (sample.cache() == CacheStatus.HIT) {
      hits.increment();
    } else if (sample.cache() == CacheStatus.MISS) {
      misses.increment();
    }
    users = sample.allThreads();
    phase = sample.phase();
  }

  synchronized IntervalSnapshot tick(long nowNanos, CircuitState circuit) {
    interval = elapsed.getIntervalHistogram(interval);
    long soFar = samples.sum();
    long inInterval = soFar - lastSamples;
    double seconds = (nowNanos - lastNanos) / 1e9;
    lastSamples = soFar;
    lastNanos = nowNanos;
    return new IntervalSnapshot(
        seconds,
        inInterval,
        seconds > 0 ? inInterval / seconds : 0,
        interval.getTotalCount() == 0
            ? OptionalDouble.empty()
            : OptionalDouble.of(interval.getValueAtPercentile(95)),
        soFar,
        errors.sum(),
        hits.sum(),
        hits.sum() + misses.sum(),
        operationsSoFar(),
        users,
        phase,
        circuit);
  }

  private Map<OperationClass, Long> operationsSoFar() {
    Map<OperationClass, Long> counts = new EnumMap<>(OperationClass.class);
    operations.forEach(
        (operation, count) -> {
          if (count.sum() > 0) {
            counts.put(operation, count.sum());
          }
        });
    return counts;
  }
}
