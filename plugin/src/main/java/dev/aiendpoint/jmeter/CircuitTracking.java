package dev.aiendpoint.jmeter;

import dev.aiendpoint.circuit.CircuitRecorder;
import dev.aiendpoint.circuit.DeclaredCircuit;
import dev.aiendpoint.circuit.MonitoredCircuit;
import dev.aiendpoint.sample.OperationClass;
import dev.aiendpoint.stats.LabelGlob;
import java.util.List;
import java.util.function.Supplier;
import org.apache.jmeter.samplers.SampleEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows one circuit for an {@link AiCircuitMonitor} and shows it {@value #SHOWN_EACH_MILLIS} ms
 * apart, from a thread of its own. Samples may be recorded from any thread.
 */
final class CircuitTracking {

  private static final Logger LOG = LoggerFactory.getLogger(CircuitTracking.class);
  private static final long SHOWN_EACH_MILLIS = 500;

  /** A recorder and when it was made. */
  private record Watch(CircuitRecorder recorder, long startMillis) {}

  private final SampleEvents events = new SampleEvents();
  private final String name;
  private final List<String> labels;
  private final DeclaredCircuit declared;

  /** Gives null when nobody looks: JMeter keeps a listener's form only weakly. */
  private final Supplier<CircuitDisplay> display;

  private final Thread shower = new Thread(this::run, "AI circuit monitor");
  private volatile Watch watch;
  private volatile boolean changed;
  private volatile boolean stopped;

  CircuitTracking(
      String name,
      List<String> labels,
      DeclaredCircuit declared,
      Supplier<CircuitDisplay> display) {
    this.name = name;
    this.labels = labels;
    this.declared = declared;
    this.display = display;
    this.watch = newWatch();
    shower.setDaemon(true);
  }

  private Watch newWatch() {
    return new Watch(new CircuitRecorder(this::isWatched), System.currentTimeMillis());
  }

  private boolean isWatched(String label) {
    return OperationClass.ofLabel(label) == OperationClass.AI
        && (labels.isEmpty()
            || labels.stream().anyMatch(pattern -> LabelGlob.matches(pattern, label)));
  }

  void start() {
    CircuitDisplay shown = display.get();
    if (shown != null) {
      shown.begin(this::startAnew);
      shower.start();
    }
  }

  private void startAnew() {
    watch = newWatch();
    changed = true;
  }

  void record(SampleEvent event) {
    if (!SampleEvents.isTransaction(event)) {
      watch.recorder().record(events.read(event).normalised());
      changed = true;
    }
  }

  /** The circuit up to now. */
  MonitoredCircuit circuit() {
    return new MonitoredCircuit(name, labels, declared, watch.recorder().report());
  }

  private void run() {
    while (!stopped) {
      try {
        Thread.sleep(SHOWN_EACH_MILLIS);
      } catch (InterruptedException e) {
        return;
      }
      if (changed) {
        show();
      }
    }
  }

  private void show() {
    CircuitDisplay shown = display.get();
    if (shown != null) {
      // Before it is looked at: a sample that comes meanwhile is shown next time.
      changed = false;
      try {
        shown.show(circuit(), watch.startMillis());
      } catch (RuntimeException e) {
        LOG.warn("The circuit could not be shown this time", e);
      }
    }
  }

  /** Shows the last state. */
  void stop() {
    stopped = true;
    shower.interrupt();
    try {
      shower.join(SHOWN_EACH_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    show();
  }
}
