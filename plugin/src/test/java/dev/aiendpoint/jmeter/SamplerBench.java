package dev.aiendpoint.jmeter;

import dev.aiendpoint.sample.SampleColumn;
import java.util.EnumMap;
import java.util.Map;
import org.apache.jmeter.protocol.http.sampler.HTTPSamplerBase;
import org.apache.jmeter.protocol.http.util.HTTPArgument;
import org.apache.jmeter.samplers.SampleResult;
import org.apache.jmeter.threads.JMeterContextService;
import org.apache.jmeter.threads.JMeterVariables;

/** Runs samplers one call at a time, on this thread and with JMeter's real context. */
final class SamplerBench {

  /** A deadline that no test waits for. */
  static final long LONG = 20_000;

  private SamplerBench() {}

  /** A GET with the generic profile, 127.0.0.1, and limits that do not matter. */
  static AiRequest request(int port, String path) {
    JMeterHome.use();
    JMeterContextService.getContext().setVariables(new JMeterVariables());
    AiRequest request = new AiRequest();
    address(request, port, path);
    request.setProperty(AiRequest.PROFILE, "generic");
    request.setProperty(AiRequest.DEADLINE_MILLIS, Long.toString(LONG));
    request.setProperty(AiRequest.STALL_MILLIS, Long.toString(LONG));
    return request;
  }

  static AiRequest request(FaultServer server) {
    return request(server.port(), "/answer");
  }

  static void address(HTTPSamplerBase sampler, int port, String path) {
    sampler.setName("AI answer");
    sampler.setProtocol("http");
    sampler.setDomain("127.0.0.1");
    sampler.setPort(port);
    sampler.setPath(path);
    sampler.setMethod("GET");
    sampler.setUseKeepAlive(true);
  }

  static void post(HTTPSamplerBase sampler, String body) {
    sampler.setMethod("POST");
    sampler.setPostBodyRaw(true);
    sampler.getArguments().addArgument(new HTTPArgument("", body));
  }

  /** One call, after what the baseline check does before each. */
  static Call run(AiRequest sampler) {
    new AiBaselineCheck().sampleStarting(sampler);
    long startNanos = System.nanoTime();
    SampleResult result = sampler.sample();
    return new Call(result, startNanos, System.nanoTime(), columns());
  }

  /** The columns as they stand in the variables of this thread. */
  static Map<SampleColumn, String> columns() {
    JMeterVariables variables = JMeterContextService.getContext().getVariables();
    Map<SampleColumn, String> columns = new EnumMap<>(SampleColumn.class);
    for (SampleColumn column : SampleColumn.values()) {
      columns.put(column, variables.get(column.variable()));
    }
    return columns;
  }

  /** What one call left. */
  record Call(
      SampleResult result, long startNanos, long endNanos, Map<SampleColumn, String> columns) {

    String outcome() {
      return columns.get(SampleColumn.OUTCOME);
    }

    double millis(SampleColumn column) {
      return Double.parseDouble(columns.get(column));
    }

    long tookMillis() {
      return (endNanos - startNanos) / 1_000_000;
    }

    /** The text of the column failureMessage. */
    String failure() {
      return result.getAssertionResults().length == 0
          ? ""
          : result.getAssertionResults()[0].getFailureMessage();
    }
  }
}
