package dev.aiendpoint.jmeter;

import dev.aiendpoint.classify.Classification;
import dev.aiendpoint.exchange.Answer;
import dev.aiendpoint.exchange.Exchange;
import dev.aiendpoint.sse.SseLimitException;
import dev.aiendpoint.wire.AnswerReader;
import dev.aiendpoint.wire.ReadLimits;
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
      Exchange exchange = exchange(result);
      Classification classification =
          ResponseSettings.profile(getPropertyAsString(PROFILE))
              .classify(
                  exchange, ResponseSettings.statuses(getPropertyAsString(ACCEPTED_STATUSES)));
      HttpExchanges.hideSecrets(result);
      AiVariables.write(result, exchange, classification, variables);
    }
  }

  private static Exchange exchange(SampleResult result) {
    AnswerReader reader = AnswerReader.of("auto", result.getContentType(), 0, ReadLimits.DEFAULT);
    byte[] body = result.getResponseData();
    try {
      reader.accept(body, 0, body.length, 0);
    } catch (SseLimitException e) {
      // The part before the limit is what there is to judge.
    }
    Answer read = reader.end();
    Answer untimed =
        new Answer(
            read.format(),
            false,
            read.text(),
            read.reasoning(),
            dev.aiendpoint.exchange.ContentTimings.NONE,
            read.usage(),
            read.finishReason(),
            read.error(),
            read.terminated());
    return HttpExchanges.of(result, reader.body(), untimed, HttpExchanges.failureOf(result));
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
