package dev.aiendpoint.jmeter.threads;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.jmeter.engine.util.NoThreadClone;
import org.apache.jmeter.samplers.SampleEvent;
import org.apache.jmeter.samplers.SampleListener;
import org.apache.jmeter.testelement.AbstractTestElement;

/** A listener that keeps what a JTL row would show. */
public class Collected extends AbstractTestElement implements SampleListener, NoThreadClone {

  private static final long serialVersionUID = 1L;

  public record Row(
      String label,
      long start,
      long end,
      String thread,
      boolean success,
      String code,
      String phase,
      String intendedStart) {}

  public final transient List<Row> rows = new CopyOnWriteArrayList<>();

  @Override
  public void sampleOccurred(SampleEvent event) {
    rows.add(
        new Row(
            event.getResult().getSampleLabel(),
            event.getResult().getStartTime(),
            event.getResult().getEndTime(),
            event.getResult().getThreadName(),
            event.getResult().isSuccessful(),
            event.getResult().getResponseCode(),
            event.getVarValue(0),
            event.getVarValue(1)));
  }

  @Override
  public void sampleStarted(SampleEvent event) {
    // JMeter does not call it.
  }

  @Override
  public void sampleStopped(SampleEvent event) {
    // JMeter does not call it.
  }
}
