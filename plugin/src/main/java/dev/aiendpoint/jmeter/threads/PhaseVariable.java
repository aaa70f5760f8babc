package dev.aiendpoint.jmeter.threads;

import dev.aiendpoint.sample.SampleColumn;
import org.apache.jmeter.threads.JMeterContext;
import org.apache.jmeter.threads.JMeterVariables;

/**
 * The thread variable that holds the phase, and so the JTL's phase column.
 *
 * <p>The phased thread group sets it as JMeter's sample monitor, which is after the timers and
 * right before the sampler runs. A sampler that does much before it sends may call {@link #refresh}
 * once more right before sending. Outside of phased groups (setup, tear-down) the phase is empty.
 */
public final class PhaseVariable {

  private static final String NAME = SampleColumn.PHASE.variable();

  private PhaseVariable() {}

  /** Sets the variable of the calling user's thread to the phase of now. */
  public static void refresh(JMeterContext context) {
    JMeterVariables variables = context.getVariables();
    if (variables != null) {
      variables.put(
          NAME,
          context.getThreadGroup() instanceof PhaseSource source ? source.currentPhase() : "");
    }
  }
}
