package dev.aiendpoint.jmeter;

import dev.aiendpoint.cache.CacheReport;
import dev.aiendpoint.sample.Sample;
import dev.aiendpoint.stats.RunRecorder;
import java.util.function.Supplier;
import org.apache.jmeter.samplers.SampleEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts the samples of one test for an {@link AiCacheTracker} and shows the figures {@value
 * #SHOWN_EACH_MILLIS} ms apart, from a thread of its own. Samples may be recorded from any thread.
 */
final class CacheTracking {

  private static final Logger LOG = LoggerFactory.getLogger(CacheTracking.class);
  private static final long SHOWN_EACH_MILLIS = 500;

  private final SampleEvents events = new SampleEvents();
  private final String currency;

  /** Gives null when nobody looks: JMeter keeps a listener's form only weakly. */
  private final Supplier<CacheDisplay> display;

  private final Thread shower = new Thread(this::run, "AI cache tracker");
  private volatile RunRecorder recorder = new RunRecorder();
  private volatile boolean changed;
  private volatile boolean stopped;

  CacheTracking(String currency, Supplier<CacheDisplay> display) {
    this.currency = currency;
    this.display = display;
    shower.setDaemon(true);
  }

  void start() {
    CacheDisplay shown = display.get();
    if (shown != null) {
      shown.begin(this::startAnew);
      shower.start();
    }
  }

  private void startAnew() {
    recorder = new RunRecorder();
    changed = true;
  }

  void record(SampleEvent event) {
    if (!SampleEvents.isTransaction(event)) {
      Sample sample = events.read(event);
      recorder.record(sample);
      changed = true;
    }
  }

  /** The figures up to now. */
  CacheReport report() {
    return CacheReport.of(recorder.snapshot());
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
    CacheDisplay shown = display.get();
    if (shown != null) {
      // Before the figures are taken: a sample that comes meanwhile is shown next time.
      changed = false;
      try {
        shown.show(report(), currency);
      } catch (RuntimeException e) {
        LOG.warn("The cache figures could not be shown this time", e);
      }
    }
  }

  /** Shows the last figures. */
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
