package dev.aiendpoint.jmeter;

import dev.aiendpoint.sample.Sample;
import java.util.List;
import java.util.function.Supplier;
import org.apache.jmeter.samplers.SampleEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a {@link LiveListener} has seen of one test, shown {@value #SHOWN_EACH_MILLIS} ms apart from
 * a thread of its own. Samples may be recorded from any thread.
 *
 * @param <D> where it is shown
 */
abstract class LiveTracking<D extends LiveDisplay> {

  private static final Logger LOG = LoggerFactory.getLogger(LiveTracking.class);
  private static final long SHOWN_EACH_MILLIS = 500;

  private final SampleEvents events = new SampleEvents();

  /** Gives null when nobody looks: JMeter keeps a listener's form only weakly. */
  private final Supplier<D> display;

  private final Thread shower;
  private volatile boolean changed;
  private volatile boolean stopped;

  /**
   * @param name of the listener, for its thread
   */
  LiveTracking(String name, Supplier<D> display) {
    this.display = display;
    this.shower = new Thread(this::run, name);
    shower.setDaemon(true);
  }

  abstract void record(Sample sample);

  abstract void forget();

  /** Shows what was seen up to now. */
  abstract void show(D shown);

  /** What was seen, in lines for a log. */
  abstract List<String> summary();

  void start() {
    D shown = display.get();
    if (shown != null) {
      shown.begin(this::startAnew);
      shower.start();
    }
  }

  private void startAnew() {
    forget();
    changed = true;
  }

  void record(SampleEvent event) {
    if (!SampleEvents.isTransaction(event)) {
      record(events.read(event));
      changed = true;
    }
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
    D shown = display.get();
    if (shown != null) {
      // Before it is looked at: a sample that comes meanwhile is shown next time.
      changed = false;
      try {
        show(shown);
      } catch (RuntimeException e) {
        LOG.warn("{} could not show anything this time", shower.getName(), e);
      }
    }
  }

  /** Shows what there is in the end. */
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
