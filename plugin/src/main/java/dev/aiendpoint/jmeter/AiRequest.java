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
import org.apache.jmeter.engine.StandardJMeterEngine;
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
  private transient byte[] buffer;
  private transient TransportFailure readFailure;
  private transient String refusedHost;
  private transient boolean pageResource;
  private transient volatile boolean interrupted;

  /** Refuses a plan whose settings for this sampler cannot be used. */
  @Override
  public void testStarted() {
    super.testStarted();
    ResponseSettings.check(this, PROFILE, ACCEPTED_STATUSES);
    ResponseSettings.checkWireFormat(this, WIRE_FORMAT);
    ResponseSettings.checkMillis(this, DEADLINE_MILLIS, "total deadline");
    ResponseSettings.checkMillis(this, STALL_MILLIS, "stall timeout");
    BudgetSetting.check(getName(), getPropertyAsString(PROFILE));
  }

  @Override
  public SampleResult sample() {
    reader = null;
    readFailure = null;
    refusedHost = null;
    interrupted = false;
    watch = new CallWatch(this::abort);
    watch.startDeadline(getPropertyAsLong(DEADLINE_MILLIS, 0));
    SampleResult result;
    try {
      result = super.sample();
    } finally {
      watch.finish();
    }
    if (refusedHost != null) {
      refuse(refusedHost);
    }
    if (result != null) {
      classify(result);
    }
    return result;
  }

  private static void refuse(String host) {
    StandardJMeterEngine engine = JMeterContextService.getContext().getEngine();
    if (engine != null) {
      engine.askThreadsToStop();
    }
    RunExit.refuse(LoopbackRule.refusal(host));
  }

  /** Each request of a call comes through here: the first, redirects, resources of a page. */
  @Override
  protected HTTPSampleResult sample(URL url, String method, boolean redirected, int depth) {
    Optional<String> foreign = ForeignHost.of(url, this);
    if (foreign.isPresent()) {
      if (!redirected && depth == 0) {
        refusedHost = foreign.get();
      }
      HTTPSampleResult result = new HTTPSampleResult();
      result.setURL(url);
      result.setHTTPMethod(method);
      result.sampleStart();
      result.sampleEnd();
      return errorResult(new IOException(LoopbackRule.refusal(foreign.get())), result);
    }
    if (client == null) {
      client = new HttpClient4(this, () -> interrupted || isEndedByWatch());
    }
    pageResource = depth > 0;
    return client.call(url, method, redirected, depth);
  }

  private boolean isEndedByWatch() {
    return watch != null && watch.failure().isPresent();
  }

  /** Redirects are followed one by one, so that the host of each is checked. */
  @Override
  public boolean getAutoRedirects() {
    return false;
  }

  @Override
  public boolean getFollowRedirects() {
    return super.getFollowRedirects() || super.getAutoRedirects();
  }

  /** Resources of a page come one after the other: the deadline can end one request at a time. */
  @Override
  public boolean isConcurrentDwn() {
    return false;
  }

  /**
   * Reads the body as it arrives. A stream that breaks off is not thrown as an error: the part that
   * came, the status and the headers tell more than a stack trace.
   */
  @Override
  public byte[] readResponse(SampleResult result, InputStream in, long length) throws IOException {
    if (pageResource) {
      return super.readResponse(result, in, length);
    }
    AnswerReader answer =
        AnswerReader.of(
            wireFormat(), result.getContentType(), client.sentNanos(), ReadLimits.DEFAULT);
    reader = answer;
    if (answer.isStream()) {
      watch.startStall(getPropertyAsLong(STALL_MILLIS, 0), answer::lastEventNanos);
    }
    boolean complete = false;
    try {
      read(answer, result, in);
      complete = true;
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
    } finally {
      if (!complete) {
        // To close a stream is to read the rest of it first, however long that takes.
        abort();
      }
      closeQuietly(in);
    }
    return answer.isStream() ? answer.body().getBytes(StandardCharsets.UTF_8) : answer.rawBytes();
  }

  private void read(AnswerReader answer, SampleResult result, InputStream in) throws IOException {
    if (buffer == null) {
      buffer = new byte[READ_BUFFER_BYTES];
    }
    boolean first = true;
    try {
      for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
        long arrivedNanos = System.nanoTime();
        if (first) {
          result.latencyEnd();
          first = false;
        }
        answer.accept(buffer, 0, count, arrivedNanos);
      }
    } finally {
      if (first) {
        result.latencyEnd();
      }
    }
  }

  private static void closeQuietly(InputStream in) {
    try {
      in.close();
    } catch (IOException e) {
      // What was read is known, and so is why it ended.
    }
  }

  /** What this sampler fixes, else what the profile does. */
  private String wireFormat() {
    String own = getPropertyAsString(WIRE_FORMAT, DEFAULT_WIRE_FORMAT).trim();
    return own.isEmpty() || own.equals(DEFAULT_WIRE_FORMAT) ? profile().wireFormat() : own;
  }

  private ResponseProfile profile() {
    return ResponseSettings.profile(getPropertyAsString(PROFILE));
  }

  private void classify(SampleResult result) {
    HttpExchanges.hideSecrets(result);
    result.removeSubResults();
    Answer answer = reader == null ? Answer.NONE : reader.end();
    if (answer.streamed()) {
      result.setDataEncoding(StandardCharsets.UTF_8.name());
      result.setDataType(SampleResult.TEXT);
    }
    Optional<TransportFailure> broken =
        Optional.ofNullable(readFailure).or(() -> HttpExchanges.failureOf(result));
    Optional<TransportFailure> failure =
        watch.failure().or(() -> broken.map(why -> interrupted ? INTERRUPTED : why));
    Exchange exchange =
        HttpExchanges.of(result, reader == null ? "" : reader.body(), answer, failure);
    Classification classification =
        profile()
            .classify(exchange, ResponseSettings.statuses(getPropertyAsString(ACCEPTED_STATUSES)));
    AiVariables.write(
        result, exchange, classification, JMeterContextService.getContext().getVariables());
    reader = null;
  }

  private static final TransportFailure INTERRUPTED =
      new TransportFailure(
          TransportFailure.Kind.CONNECTION,
          "interrupted while the answer was awaited: the test was stopped, or a Sample Timeout"
              + " element ended it");

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
