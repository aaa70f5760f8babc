package dev.aiendpoint.jmeter;

import java.util.function.Supplier;
import org.apache.jmeter.engine.util.NoThreadClone;
import org.apache.jmeter.reporters.AbstractListenerElement;
import org.apache.jmeter.samplers.Remoteable;
import org.apache.jmeter.samplers.SampleEvent;
import org.apache.jmeter.testelement.TestStateListener;
import org.apache.jmeter.visualizers.Visualizer;
import org.slf4j.LoggerFactory;

/**
 * A listener whose form shows what it sees while the test runs. A test without a form ends with a
 * summary in JMeter's log. Each test is seen by a {@link LiveTracking} of its own.
 *
 * @param <D> what its form can show
 */
public abstract class LiveListener<D extends LiveDisplay> extends AbstractListenerElement
    implements FinishedSamples, TestStateListener, NoThreadClone, Remoteable {

  private static final long serialVersionUID = 1L;

  private transient volatile LiveTracking<D> tracking;

  /** Hosts of a remote test that are still running. */
  private transient int hosts;

  /** What the form must be to show anything. */
  abstract Class<D> displayType();

  /** Begins to follow a test that starts now. */
  abstract LiveTracking<D> track(Supplier<D> display);

  private D display() {
    Visualizer form = getVisualizer();
    return displayType().isInstance(form) ? displayType().cast(form) : null;
  }

  @Override
  public void testStarted() {
    LiveTracking<D> started = track(this::display);
    started.start();
    tracking = started;
  }

  /** On a remote test each host says so: all of them count together. */
  @Override
  public synchronized void testStarted(String host) {
    if (hosts++ == 0) {
      testStarted();
    }
  }

  @Override
  public void sampleOccurred(SampleEvent event) {
    LiveTracking<D> current = tracking;
    if (current != null) {
      current.record(event);
    }
  }

  @Override
  public void testEnded() {
    LiveTracking<D> ended = tracking;
    tracking = null;
    if (ended != null) {
      ended.stop();
      if (display() == null) {
        ended
            .summary()
            .forEach(line -> LoggerFactory.getLogger(getClass()).info("{}: {}", getName(), line));
      }
    }
  }

  @Override
  public synchronized void testEnded(String host) {
    if (--hosts == 0) {
      testEnded();
    }
  }
}
