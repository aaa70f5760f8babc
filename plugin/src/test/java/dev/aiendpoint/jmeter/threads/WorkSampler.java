package dev.aiendpoint.jmeter.threads;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.jmeter.samplers.AbstractSampler;
import org.apache.jmeter.samplers.Entry;
import org.apache.jmeter.samplers.Interruptible;
import org.apache.jmeter.samplers.SampleResult;
import org.apache.jmeter.threads.JMeterContext;

/** A sampler that takes a given time, fails if told to, and counts how often JMeter copied it. */
public class WorkSampler extends AbstractSampler implements Interruptible {

  private static final long serialVersionUID = 1L;

  public static final AtomicInteger COPIES = new AtomicInteger();

  private transient volatile CountDownLatch interruption = new CountDownLatch(1);

  public static WorkSampler of(String label, long millis) {
    WorkSampler sampler = new WorkSampler();
    sampler.setName(label);
    sampler.setProperty("work.millis", millis);
    return sampler;
  }

  public WorkSampler failing() {
    setProperty("work.fails", true);
    return this;
  }

  public WorkSampler breaking() {
    setProperty("work.breaks", true);
    return this;
  }

  @Override
  public Object clone() {
    COPIES.incrementAndGet();
    return super.clone();
  }

  @Override
  public SampleResult sample(Entry entry) {
    SampleResult result = new SampleResult();
    result.setSampleLabel(getName());
    result.sampleStart();
    boolean interrupted;
    try {
      interrupted = interruption.await(getPropertyAsLong("work.millis"), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      interrupted = true;
    }
    result.sampleEnd();
    result.setSuccessful(!interrupted && !getPropertyAsBoolean("work.fails"));
    result.setResponseCode(interrupted ? "interrupted" : "done");
    if (getPropertyAsBoolean("work.breaks")) {
      result.setTestLogicalAction(JMeterContext.TestLogicalAction.BREAK_CURRENT_LOOP);
    }
    return result;
  }

  @Override
  public boolean interrupt() {
    interruption.countDown();
    return true;
  }
}
