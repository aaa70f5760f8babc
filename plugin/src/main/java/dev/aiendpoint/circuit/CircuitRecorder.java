package dev.aiendpoint.circuit;

import dev.aiendpoint.exchange.CircuitState;
import dev.aiendpoint.sample.OperationClass;
import dev.aiendpoint.sample.Sample;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;

/**
 * Takes the samples of a run and follows the circuit behind them.
 *
 * <p>Any number of threads may record at the same time, in any order: recording puts what a sample
 * tells into a queue and does not wait. The order is made later, by when requests began and ended,
 * among the latest {@value #KEPT} that told anything; memory does not grow beyond these. One that
 * arrives later still counts and moves no state.
 *
 * <p>One circuit is watched: the one behind the samples that its scope selects, all AI requests
 * together unless said otherwise.
 */
public final class CircuitRecorder {

  /** Requests among which the order is made. */
  static final int KEPT = 20_000;

  private static final int DRAINED_AT = 2_000;
  private static final Comparator<Moment> BY_TIME =
      Comparator.comparingLong(Moment::atMillis)
          .thenComparingLong(moment -> moment.evidence().endMillis());

  /** Evidence and what it says, which depends on how fast the healthy service is. */
  private record Moment(Fact fact, Evidence evidence) {

    long atMillis() {
      return fact.atMillis();
    }
  }

  private final Predicate<String> labels;
  private final ConcurrentLinkedQueue<Evidence> arrived = new ConcurrentLinkedQueue<>();
  private final AtomicInteger waiting = new AtomicInteger();
  private final ReentrantLock order = new ReentrantLock();

  private final CircuitTracker settled = new CircuitTracker();
  private final HealthyFloor floor = new HealthyFloor();
  private List<Evidence> recent = new ArrayList<>();
  private final CircuitCounts settledCounts = new CircuitCounts();

  /** Watches the circuit behind all AI requests. */
  public CircuitRecorder() {
    this(label -> OperationClass.ofLabel(label) == OperationClass.AI);
  }

  /**
   * @param labels selects the samples of the endpoints that share the circuit
   */
  public CircuitRecorder(Predicate<String> labels) {
    this.labels = labels;
  }

  public void record(Sample sample) {
    Optional<Evidence> evidence = Evidence.of(sample);
    if (evidence.isEmpty() || !labels.test(sample.label())) {
      return;
    }
    arrived.add(evidence.get());
    if (waiting.incrementAndGet() >= DRAINED_AT && order.tryLock()) {
      try {
        drain();
      } finally {
        order.unlock();
      }
    }
  }

  /** Everything recorded up to now. */
  public CircuitReport report() {
    order.lock();
    try {
      drain();
      CircuitTracker tracker = new CircuitTracker(settled);
      CircuitCounts counts = new CircuitCounts(settledCounts);
      OptionalLong healthy = floor.millis();
      for (Moment moment : inOrder(recent, healthy)) {
        tracker.follow(moment.fact());
        counts.add(moment.fact(), moment.evidence());
      }
      return counts.report(tracker.timeline());
    } finally {
      order.unlock();
    }
  }

  /** The state now. */
  public CircuitState state() {
    return report().state();
  }

  /** Requests that are kept one by one. */
  int keptNow() {
    return recent.size() + waiting.get();
  }

  private void drain() {
    for (Evidence next = arrived.poll(); next != null; next = arrived.poll()) {
      waiting.decrementAndGet();
      if (next.kind() == Evidence.Kind.GENERATED) {
        floor.add(next.elapsedMillis());
      }
      recent.add(next);
    }
    if (recent.size() > KEPT) {
      settle();
    }
  }

  /** Decides the older half for good. */
  private void settle() {
    List<Moment> moments = inOrder(recent, floor.millis());
    int half = moments.size() / 2;
    for (Moment moment : moments.subList(0, half)) {
      settled.follow(moment.fact());
      settledCounts.add(moment.fact(), moment.evidence());
    }
    recent = new ArrayList<>(KEPT + DRAINED_AT);
    moments.subList(half, moments.size()).forEach(moment -> recent.add(moment.evidence()));
  }

  private static List<Moment> inOrder(List<Evidence> evidence, OptionalLong healthy) {
    List<Moment> moments = new ArrayList<>(evidence.size());
    Crowds crowds = new Crowds(evidence, healthy);
    for (Evidence one : evidence) {
      Fact fact = Fact.of(one, healthy);
      boolean crowded = fact.kind() == Fact.Kind.FAILED && crowds.around(fact);
      moments.add(new Moment(crowded ? fact.inACrowd() : fact, one));
    }
    moments.sort(BY_TIME);
    return moments;
  }
}
