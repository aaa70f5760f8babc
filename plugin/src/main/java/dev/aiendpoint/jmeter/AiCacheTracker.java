package dev.aiendpoint.jmeter;

import dev.aiendpoint.cache.CacheReport;
import org.apache.jmeter.engine.util.NoThreadClone;
import org.apache.jmeter.reporters.AbstractListenerElement;
import org.apache.jmeter.samplers.Remoteable;
import org.apache.jmeter.samplers.SampleEvent;
import org.apache.jmeter.samplers.SampleListener;
import org.apache.jmeter.samplers.SampleMonitor;
import org.apache.jmeter.samplers.Sampler;
import org.apache.jmeter.testelement.TestStateListener;
import org.apache.jmeter.threads.JMeterContextService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A listener that shows what the cache does while a test runs: hits, misses, bypasses and unknowns
 * by label and phase, the latency of hits and misses side by side, the hit rate over time, and what
 * the hits saved.
 *
 * <p>It counts the samples in its scope and shows them in its form. A headless run has no form: the
 * verdict's {@code cache} block holds the same figures, computed by the same code, whether or not
 * the plan has a tracker; a tracker then writes a summary to JMeter's log.
 */
public class AiCacheTracker extends AbstractListenerElement
    implements SampleListener, SampleMonitor, TestStateListener, NoThreadClone, Remoteable {

  private static final long serialVersionUID = 1L;
  private static final Logger LOG = LoggerFactory.getLogger(AiCacheTracker.class);

  static {
    Settings.publish();
  }

  private transient volatile CacheTracking tracking;

  /** Hosts of a remote test that are still running. */
  private transient int hosts;

  @Override
  public void testStarted() {
    CacheTracking started =
        new CacheTracking(
            ResponseSettings.currencyOf(Settings.get("profile", "connect")), this::display);
    started.start();
    tracking = started;
  }

  private CacheDisplay display() {
    return getVisualizer() instanceof CacheDisplay display ? display : null;
  }

  /** What an earlier sample of the thread left in the variables says nothing of this one. */
  @Override
  public void sampleStarting(Sampler sampler) {
    AiVariables.clear(JMeterContextService.getContext().getVariables());
  }

  @Override
  public void sampleEnded(Sampler sampler) {
    // Post-processors and assertions come after this.
  }

  @Override
  public void sampleOccurred(SampleEvent event) {
    CacheTracking current = tracking;
    if (current != null) {
      current.record(event);
    }
  }

  @Override
  public void sampleStarted(SampleEvent event) {
    // Never called by JMeter's threads.
  }

  @Override
  public void sampleStopped(SampleEvent event) {
    // Never called by JMeter's threads.
  }

  /** On a remote test each host says so: all of them count together. */
  @Override
  public synchronized void testStarted(String host) {
    if (hosts++ == 0) {
      testStarted();
    }
  }

  @Override
  public void testEnded() {
    CacheTracking ended = tracking;
    tracking = null;
    if (ended != null) {
      ended.stop();
      if (display() == null) {
        log(ended.report());
      }
    }
  }

  private void log(CacheReport report) {
    for (CacheReport.OfLabel label : report.labels()) {
      LOG.info(
          "{}: {}: {} hits, {} misses, {} bypasses, {} unknown",
          getName(),
          label.label(),
          label.figures().hits(),
          label.figures().misses(),
          label.figures().bypasses(),
          label.figures().unknown());
    }
  }

  @Override
  public synchronized void testEnded(String host) {
    if (--hosts == 0) {
      testEnded();
    }
  }
}
