package dev.aiendpoint.circuit;

import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;

/**
 * Tells whether a request took long alone, or among others that did: a probe is alone, while a busy
 * machine holds up everything. Immutable.
 */
final class Crowds {

  private static final int FEWEST = 2;

  private final long[] starts;

  /** How many of the requests up to each one were not fast. */
  private final int[] slowUpTo;

  Crowds(List<Evidence> evidence, OptionalLong floor) {
    List<Evidence> stopped =
        evidence.stream()
            .filter(one -> isStopped(one.kind()))
            .sorted(Comparator.comparingLong(Evidence::startMillis))
            .toList();
    starts = stopped.stream().mapToLong(Evidence::startMillis).toArray();
    slowUpTo = new int[starts.length + 1];
    for (int i = 0; i < starts.length; i++) {
      boolean fast =
          floor.isPresent()
              && HealthyFloor.isFast(stopped.get(i).elapsedMillis(), floor.getAsLong());
      slowUpTo[i + 1] = slowUpTo[i] + (fast ? 0 : 1);
    }
  }

  private static boolean isStopped(Evidence.Kind kind) {
    return kind == Evidence.Kind.FALLBACK
        || kind == Evidence.Kind.REJECTED
        || kind == Evidence.Kind.ERROR;
  }

  /** True when most of those that began while this one was under way were slow as well. */
  boolean around(Fact fact) {
    int from = firstAfter(fact.startMillis());
    int to = firstAfter(fact.endMillis());
    int others = to - from;
    return others >= FEWEST && 2 * (slowUpTo[to] - slowUpTo[from]) > others;
  }

  private int firstAfter(long millis) {
    int low = 0;
    int high = starts.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (starts[middle] <= millis) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
