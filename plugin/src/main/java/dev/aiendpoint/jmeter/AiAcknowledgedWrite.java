package dev.aiendpoint.jmeter;

import dev.aiendpoint.consistency.AcknowledgedWrites;
import dev.aiendpoint.consistency.Writer;
import java.util.Objects;
import org.apache.jmeter.processor.PostProcessor;
import org.apache.jmeter.samplers.SampleResult;
import org.apache.jmeter.testelement.AbstractTestElement;
import org.apache.jmeter.testelement.TestStateListener;
import org.apache.jmeter.threads.JMeterContext;
import org.apache.jmeter.threads.JMeterContextService;
import org.apache.jmeter.threads.JMeterVariables;

/**
 * A post-processor that remembers what a successful request has written, and as whom, so that
 * {@link AiReadBack} can ask for it after the run. A failed request has acknowledged nothing.
 *
 * <p>The user is who {@link AiTestUser} made the thread: the variables {@code auth_header} and
 * {@code auth_value}, and {@code user} for messages.
 */
public class AiAcknowledgedWrite extends AbstractTestElement
    implements PostProcessor, TestStateListener {

  private static final long serialVersionUID = 1L;

  public static final String ITEM = "AiAcknowledgedWrite.item";

  private static final AcknowledgedWrites WRITES = new AcknowledgedWrites();

  static {
    Settings.publish();
  }

  /** All that was remembered since the test started. */
  static AcknowledgedWrites writes() {
    return WRITES;
  }

  @Override
  public void process() {
    JMeterContext context = JMeterContextService.getContext();
    SampleResult result = context.getPreviousResult();
    String item = getPropertyAsString(ITEM).trim();
    if (result != null && result.isSuccessful() && !item.isEmpty()) {
      WRITES.add(writer(context.getVariables()), item);
    }
  }

  private static Writer writer(JMeterVariables variables) {
    return new Writer(
        Objects.toString(variables.get("user"), ""),
        Objects.toString(variables.get("auth_header"), ""),
        Objects.toString(variables.get("auth_value"), ""));
  }

  @Override
  public void testStarted() {
    WRITES.clear();
  }

  @Override
  public void testStarted(String host) {
    testStarted();
  }

  @Override
  public void testEnded() {
    WRITES.clear();
  }

  @Override
  public void testEnded(String host) {
    testEnded();
  }
}
