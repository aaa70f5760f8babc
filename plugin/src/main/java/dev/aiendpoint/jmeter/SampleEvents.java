package dev.aiendpoint.jmeter;

import dev.aiendpoint.sample.Sample;
import dev.aiendpoint.sample.SampleColumn;
import dev.aiendpoint.sample.SampleRow;
import dev.aiendpoint.sample.TransactionRule;
import org.apache.jmeter.assertions.AssertionResult;
import org.apache.jmeter.samplers.SampleEvent;
import org.apache.jmeter.samplers.SampleResult;

/**
 * Reads a {@link Sample} from a JMeter event, from the same values that go into the JTL row. Made
 * when a run starts, since the places of the variables are fixed from then on. Thread-safe.
 */
final class SampleEvents {

  private static final int MISSING = -1;

  private final int[] places = new int[SampleColumn.values().length];

  SampleEvents() {
    for (SampleColumn column : SampleColumn.values()) {
      places[column.ordinal()] = place(column);
    }
  }

  private static int place(SampleColumn column) {
    for (int i = 0; i < SampleEvent.getVarCount(); i++) {
      if (SampleEvent.getVarName(i).equals(column.variable())) {
        return i;
      }
    }
    return MISSING;
  }

  /** True for the sample of a transaction controller: it repeats what its parts have said. */
  static boolean isTransaction(SampleEvent event) {
    return event.isTransactionSampleEvent()
        || TransactionRule.isTransaction(event.getResult().getResponseMessage());
  }

  Sample read(SampleEvent event) {
    SampleResult result = event.getResult();
    return new SampleRow(
            result.getSampleLabel(),
            result.getStartTime(),
            result.getTime(),
            result.isSuccessful(),
            result.getResponseCode(),
            message(result),
            result.getAllThreads(),
            column -> value(event, column))
        .toSample();
  }

  private String value(SampleEvent event, SampleColumn column) {
    int place = places[column.ordinal()];
    return place == MISSING ? "" : event.getVarValue(place);
  }

  /** What JMeter writes into the column {@code failureMessage}, else the response message. */
  private static String message(SampleResult result) {
    if (result.isSuccessful()) {
      return "";
    }
    for (AssertionResult assertion : result.getAssertionResults()) {
      String message = assertion.getFailureMessage();
      if ((assertion.isFailure() || assertion.isError()) && message != null) {
        return message;
      }
    }
    return result.getResponseMessage();
  }
}
