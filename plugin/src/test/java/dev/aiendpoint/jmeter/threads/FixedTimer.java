package dev.aiendpoint.jmeter.threads;

import org.apache.jmeter.testelement.AbstractTestElement;
import org.apache.jmeter.timers.Timer;

/** A think time that does not vary. */
public class FixedTimer extends AbstractTestElement implements Timer {

  private static final long serialVersionUID = 1L;

  public static FixedTimer of(long millis) {
    FixedTimer timer = new FixedTimer();
    timer.setProperty("fixed.millis", millis);
    return timer;
  }

  @Override
  public long delay() {
    return getPropertyAsLong("fixed.millis");
  }
}
