package dev.aiendpoint.jmeter;

import java.util.Arrays;
import org.apache.jmeter.samplers.AbstractSampler;
import org.apache.jmeter.samplers.Entry;
import org.apache.jmeter.samplers.SampleResult;

/**
 * A sampler that sends no request: it marks that the test came by, or that something held. Its
 * samples are counted like others, so a threshold can be about their share or their failures; their
 * labels should begin with {@code CONTROL}.
 */
public class AiMarker extends AbstractSampler {

  private static final long serialVersionUID = 1L;

  public static final String EXPECTED = "AiMarker.expected";
  public static final String AMONG = "AiMarker.among";
  public static final String MESSAGE = "AiMarker.message";

  static {
    Settings.publish();
  }

  @Override
  public SampleResult sample(Entry entry) {
    SampleResult result = new SampleResult();
    result.setSampleLabel(getName());
    result.sampleStart();
    result.sampleEnd();
    String expected = getPropertyAsString(EXPECTED).trim();
    boolean held = expected.isEmpty() || isAmong(expected);
    result.setSuccessful(held);
    if (held) {
      result.setResponseCodeOK();
      result.setResponseMessageOK();
    } else {
      // No code: nothing answered, an expectation did not hold.
      result.setResponseCode("");
      result.setResponseMessage(message(expected));
    }
    return result;
  }

  private boolean isAmong(String expected) {
    return Arrays.stream(getPropertyAsString(AMONG).split(","))
        .map(String::trim)
        .anyMatch(expected::equals);
  }

  private String message(String expected) {
    String message = getPropertyAsString(MESSAGE).trim();
    return message.isEmpty() ? "'" + expected + "' is missing" : message;
  }
}
