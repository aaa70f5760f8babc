package dev.aiendpoint.stats;

import dev.aiendpoint.sample.OperationClass;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * One interval of a {@link TimeSeries}. Immutable.
 *
 * @param startMillis its start, epoch milliseconds
 * @param lengthMillis its length
 * @param users most active threads when a sample ended in it
 * @param operations figures by operation class; only classes of which a sample ended in it
 */
public record TimePoint(
    long startMillis, long lengthMillis, int users, Map<OperationClass, TimeFigures> operations) {

  public TimePoint {
    Map<OperationClass, TimeFigures> sorted = new EnumMap<>(OperationClass.class);
    sorted.putAll(operations);
    operations = Collections.unmodifiableMap(sorted);
  }

  public long endMillis() {
    return startMillis + lengthMillis;
  }

  /** Figures of one class, {@link TimeFigures#NONE} when there are none. */
  public TimeFigures of(OperationClass operation) {
    return operations.getOrDefault(operation, TimeFigures.NONE);
  }

  /** Figures of all classes together. */
  public TimeFigures all() {
    return operations.values().stream().reduce(TimeFigures.NONE, TimeFigures::plus);
  }

  /** This and another one as a longer interval. */
  TimePoint merged(TimePoint other, long start, long length) {
    Map<OperationClass, TimeFigures> sum = new EnumMap<>(OperationClass.class);
    sum.putAll(operations);
    other.operations.forEach(
        (operation, figures) -> sum.merge(operation, figures, TimeFigures::plus));
    return new TimePoint(start, length, Math.max(users, other.users), sum);
  }
}
