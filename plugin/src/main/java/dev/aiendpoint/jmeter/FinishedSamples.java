package dev.aiendpoint.jmeter;

import org.apache.jmeter.samplers.SampleEvent;
import org.apache.jmeter.samplers.SampleListener;
import org.apache.jmeter.samplers.SampleMonitor;
import org.apache.jmeter.samplers.Sampler;
import org.apache.jmeter.threads.JMeterContextService;

/** A listener that reads samples together with the variables that the plugin leaves beside them. */
interface FinishedSamples extends SampleListener, SampleMonitor {

  /** What an earlier sample of the thread left in the variables says nothing of this one. */
  @Override
  default void sampleStarting(Sampler sampler) {
    AiVariables.clear(JMeterContextService.getContext().getVariables());
  }

  @Override
  default void sampleEnded(Sampler sampler) {
    // Post-processors and assertions come after this.
  }

  @Override
  default void sampleStarted(SampleEvent event) {
    // Never called by JMeter's threads.
  }

  @Override
  default void sampleStopped(SampleEvent event) {
    // Never called by JMeter's threads.
  }
}
