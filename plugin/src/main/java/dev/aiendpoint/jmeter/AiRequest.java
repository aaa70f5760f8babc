package dev.aiendpoint.jmeter;

import dev.aiendpoint.classify.Classification;
import dev.aiendpoint.classify.ResponseProfile;
import dev.aiendpoint.exchange.Answer;
import dev.aiendpoint.exchange.Exchange;
import dev.aiendpoint.exchange.TransportFailure;
import dev.aiendpoint.sse.SseLimitException;
import dev.aiendpoint.target.LoopbackRule;
import dev.aiendpoint.wire.AnswerReader;
import dev.aiendpoint.wire.ReadLimits;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.jmeter.engine.event.LoopIterationEvent;
import org.apache.jmeter.protocol.http.sampler.HTTPSampleResult;
import org.apache.jmeter.protocol.http.sampler.HTTPSamplerBase;
import org.apache.jmeter.samplers.Interruptible;
import org.apache.jmeter.samplers.SampleResult;
import org.apache.jmeter.threads.JMeterContextService;

/**
 * A sampler for AI answers: a full HTTP Request that reads JSON or an event stream as it arrives,
 * and says what the answer was worth.
 *
 * <p>Every manager and setting of an HTTP Request works with it, since JMeter's own HttpClient 4
 * implementation does the work. It sets the variables of {@link
 * dev.aiendpoint.sample.SampleColumn}, and never sub-results: other tools count them twice.
 */
public class AiRequest extends HTTPSamplerBase implements Interruptible {

  public static final String WIRE_FORMAT = "AiRequest.wireFormat";
  public static final String PROFILE = "AiRequest.profile";
  public static final String DEADLINE_MILLIS = "AiRequest.deadlineMillis";
  public static final String STALL_MILLIS = "AiRequest.stallMillis";
  public static final String ACCEPTED_STATUSES = "AiRequest.acceptedStatuses";

  public static final String DEFAULT_WIRE_FORMAT = "auto";
  public static final String DEFAULT_PROFILE = "${__P(profile,connect)}";
  public static final String DEFAULT_DEADLINE_MILLIS = "120000";
  public static final String DEFAULT_STALL_MILLIS = "30000";

  private static final int READ_BUFFER_BYTES = 16 * 1024;

  static {
    Settings.publish();
  }

  private transient HttpClient4 client;
  private transient AnswerReader reader;
  private transient CallWatch watch;
  private transient TransportFailure readFailure;
  private transient volatile boolean interrupted;

  /** Refuses a plan whose settings for this sampler cannot be used. */
  @Override
  public void testStarted() {
    super.testStarted();
    ResponseSettings.check(this, PROFILE, ACCEPTED_STATUSES);
    ResponseSettings.checkWireFormat(this, WIRE_FORMAT);
    BudgetSetting.check(getName(), getPropertyAsString(PROFILE));
  }

  @Override
  public SampleResult sample() {
    reader = null;
    readFailure = null;
    interrupted = false;
    refuseForeignHost();
    watch = new CallWatch(this::abort);
    watch.startDeadline(getPropertyAsLong(DEADLINE_MILLIS, 0));
    SampleResult result;
    try {
      result = super.sample();
    } finally {
      watch.finish();
    }
    if (result != null) {
      classify(result);
    }
    return result;
  }

  private void refuseForeignHost() {
    String host;
    try {
      host = getUrl().getHost();
    } catch (IOException e) {
      return; // JMeter reports the URL itself.
    }
    if (!LoopbackRule.isLoopback(host) && !Settings.isOn("allow.remote")) {
      getThreadContext().getEngine().askThreadsToStop();
      RunExit.refuse(LoopbackRule.refusal(host));
    }
  }

  @Override
  protected HTTPSampleResult sample(URL url, String method, boolean redirected, int depth) {
    if (client == null) {
      client = new HttpClient4(this);
    }
    return client.call(url, method, redirected, depth);
  }

  /**
   * Reads the body as it arrives. A stream that breaks off is not thrown as an error: the part that
   * came, the status and the headers tell more than a stack trace.
   */
  @Override
  public byte[] readResponse(SampleResult result, InputStream in, long length) throws IOException {
    AnswerReader answer =
        AnswerReader.of(
            getPropertyAsString(WIRE_FORMAT, DEFAULT_WIRE_FORMAT),
            result.getContentType(),
            client.sentNanos(),
            ReadLimits.DEFAULT);
    reader = answer;
    if (answer.isStream()) {
      watch.startStall(getPropertyAsLong(STALL_MILLIS, 0), answer::lastEventNanos);
    }
    byte[] buffer = new byte[READ_BUFFER_BYTES];
    boolean first = true;
    try (in) {
      for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
        long arrivedNanos = System.nanoTime();
        if (first) {
          result.latencyEnd();
          first = false;
        }
        answer.accept(buffer, 0, count, arrivedNanos);
      }
    } catch (SocketTimeoutException e) {
      readFailure = new TransportFailure(TransportFailure.Kind.TIMEOUT, "response timeout");
    } catch (SseLimitException e) {
      readFailure = new TransportFailure(TransportFailure.Kind.TRUNCATED, e.getMessage());
    } catch (IOException e) {
      readFailure =
          new TransportFailure(
              answer.isStream()
                  ? TransportFailure.Kind.TRUNCATED
                  : TransportFailure.Kind.CONNECTION,
              "the answer broke off: " + e.getMessage());
    }
    if (first) {
      result.latencyEnd();
    }
    return answer.isStream() ? answer.body().getBytes(StandardCharsets.UTF_8) : answer.rawBytes();
  }

  private void classify(SampleResult result) {
    Answer answer = reader == null ? Answer.NONE : reader.end();
    if (answer.streamed()) {
      result.setDataEncoding(StandardCharsets.UTF_8.name());
      result.setDataType(SampleResult.TEXT);
    }
    result.removeSubResults();
    Optional<TransportFailure> failure =
        watch
            .failure()
            .or(() -> interrupted ? Optional.of(INTERRUPTED) : Optional.empty())
            .or(() -> Optional.ofNullable(readFailure))
            .or(() -> HttpExchanges.failureOf(result));
    Exchange exchange =
        HttpExchanges.of(result, reader == null ? "" : reader.body(), answer, failure);
    ResponseProfile profile = ResponseSettings.profile(getPropertyAsString(PROFILE));
    Classification classification =
        profile.classify(
            exchange, ResponseSettings.statuses(getPropertyAsString(ACCEPTED_STATUSES)));
    HttpExchanges.hideSecrets(result);
    AiVariables.write(
        result, exchange, classification, JMeterContextService.getContext().getVariables());
    reader = null;
  }

  private static final TransportFailure INTERRUPTED =
      new TransportFailure(
          TransportFailure.Kind.CONNECTION, "the test was stopped while the answer was arriving");

  private void abort() {
    HttpClient4 current = client;
    if (current != null) {
      current.interrupt();
    }
  }

  @Override
  public boolean interrupt() {
    interrupted = true;
    HttpClient4 current = client;
    return current != null && current.interrupt();
  }

  @Override
  public void threadFinished() {
    if (client != null) {
      client.endThread();
    }
  }

  @Override
  public void testIterationStart(LoopIterationEvent event) {
    if (client != null) {
      client.startIteration();
    }
  }
}
