package dev.aiendpoint.jmeter;

import dev.aiendpoint.classify.Classification;
import dev.aiendpoint.classify.ResponseProfile;
import dev.aiendpoint.exchange.Answer;
import dev.aiendpoint.exchange.ContentTimings;
import dev.aiendpoint.exchange.Exchange;
import dev.aiendpoint.exchange.TransportFailure;
import dev.aiendpoint.sse.SseLimitException;
import dev.aiendpoint.wire.AnswerReader;
import dev.aiendpoint.wire.ReadLimits;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.jmeter.processor.PostProcessor;
import org.apache.jmeter.protocol.http.sampler.HTTPSampleResult;
import org.apache.jmeter.samplers.SampleResult;
import org.apache.jmeter.testelement.AbstractTestElement;
import org.apache.jmeter.testelement.TestStateListener;
import org.apache.jmeter.threads.JMeterContext;
import org.apache.jmeter.threads.JMeterContextService;
import org.apache.jmeter.threads.JMeterVariables;

/**
 * A post-processor that applies a response profile to stock HTTP Requests, and passes by what is
 * already classified and what is not HTTP. It sees an answer only when it is complete: for times of
 * a stream use {@link AiRequest}.
 */
public class AiResponseClassifier extends AbstractTestElement
    implements PostProcessor, TestStateListener {

  public static final String PROFILE = "AiResponseClassifier.profile";
  public static final String ACCEPTED_STATUSES = "AiResponseClassifier.acceptedStatuses";

  static {
    Settings.publish();
  }

  @Override
  public void process() {
    JMeterContext context = JMeterContextService.getContext();
    JMeterVariables variables = context.getVariables();
    if (context.getPreviousResult() instanceof HTTPSampleResult result
        && !AiVariables.isClassified(result, variables)) {
      HttpExchanges.hideSecrets(result);
      ResponseProfile profile = ResponseSettings.profile(getPropertyAsString(PROFILE));
      Exchange exchange = exchange(result, profile.wireFormat());
      Classification classification =
          profile.classify(
              exchange, ResponseSettings.statuses(getPropertyAsString(ACCEPTED_STATUSES)));
      AiVariables.write(result, exchange, classification, variables);
    }
  }

  private static Exchange exchange(SampleResult result, String wireFormat) {
    AnswerReader reader =
        AnswerReader.of(wireFormat, result.getContentType(), 0, ReadLimits.DEFAULT);
    Optional<TransportFailure> failure = HttpExchanges.failureOf(result);
    byte[] body = failure.isPresent() ? new byte[0] : result.getResponseData();
    try {
      reader.accept(body, 0, body.length, 0);
    } catch (SseLimitException e) {
      failure = Optional.of(new TransportFailure(TransportFailure.Kind.TRUNCATED, e.getMessage()));
    }
    Answer answer = failure.isPresent() ? Answer.NONE : untimed(reader.end());
    return HttpExchanges.of(result, reader.body(), answer, failure);
  }

  /** The same answer without the times, which are those of its reading here. */
  private static Answer untimed(Answer read) {
    ContentTimings timings =
        new ContentTimings(
            OptionalLong.empty(),
            OptionalLong.empty(),
            OptionalLong.empty(),
            OptionalLong.empty(),
            read.timings().contentEvents(),
            new long[0]);
    return new Answer(
        read.format(),
        read.streamed(),
        read.text(),
        read.reasoning(),
        timings,
        read.usage(),
        read.finishReason(),
        read.error(),
        read.terminated());
  }

  @Override
  public void testStarted() {
    ResponseSettings.check(this, PROFILE, ACCEPTED_STATUSES);
  }

  @Override
  public void testStarted(String host) {
    testStarted();
  }

  @Override
  public void testEnded() {
    // Nothing is held.
  }

  @Override
  public void testEnded(String host) {
    // Nothing is held.
  }
}
