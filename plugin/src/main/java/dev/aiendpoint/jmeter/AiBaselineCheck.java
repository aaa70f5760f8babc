package dev.aiendpoint.jmeter;

import org.apache.jmeter.samplers.SampleEvent;
import org.apache.jmeter.samplers.SampleListener;
import org.apache.jmeter.testelement.AbstractTestElement;

/** A listener that judges a run against its baseline. */
public class AiBaselineCheck extends AbstractTestElement implements SampleListener {

  public static final String BASELINE = "AiBaselineCheck.baseline";
  public static final String RUN_DIR = "AiBaselineCheck.runDir";

  public static final String DEFAULT_BASELINE = "${__P(ai.baseline)}";
  public static final String DEFAULT_RUN_DIR = "${__P(run.dir,target/runs)}";

  @Override
  public void sampleOccurred(SampleEvent event) {
    // Its work is being written elsewhere.
  }

  @Override
  public void sampleStarted(SampleEvent event) {
    // Nothing has happened yet.
  }

  @Override
  public void sampleStopped(SampleEvent event) {
    // Nothing has happened.
  }
}
