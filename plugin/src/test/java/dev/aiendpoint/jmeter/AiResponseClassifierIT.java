package dev.aiendpoint.jmeter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiendpoint.jmeter.FaultServer.Script;
import dev.aiendpoint.sample.SampleColumn;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import org.apache.jmeter.protocol.http.control.Header;
import org.apache.jmeter.protocol.http.control.HeaderManager;
import org.apache.jmeter.protocol.http.sampler.HTTPSamplerBase;
import org.apache.jmeter.protocol.http.sampler.HTTPSamplerProxy;
import org.apache.jmeter.samplers.SampleResult;
import org.apache.jmeter.threads.JMeterContextService;
import org.apache.jmeter.threads.JMeterVariables;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** AI Response Classifier behind stock HTTP Requests. */
class AiResponseClassifierIT {

  @BeforeEach
  void prepare() {
    JMeterHome.use();
    JMeterContextService.getContext().setVariables(new JMeterVariables());
  }

  @Test
  void shouldReadAStreamWithoutTimes() throws Exception {
    String stream = AiRequestIT.recorded("openai-chat/text.sse");
    Script script = call -> AiRequestIT.paced(call, stream);
    SampleResult result = classified(script);

    assertThat(result.isSuccessful()).isTrue();
    assertThat(result.getResponseDataAsString()).as("the body as sent").isEqualTo(stream);
    assertThat(result.getResponseHeaders()).contains(ExchangeSection.TITLE, "openai-chat");
    assertThat(SamplerBench.columns())
        .containsEntry(SampleColumn.OUTCOME, "GENERATED")
        .containsEntry(SampleColumn.TOKENS_IN, "19")
        .containsEntry(SampleColumn.TOKENS_OUT, "4")
        .containsEntry(SampleColumn.TTFT_MS, "")
        .containsEntry(SampleColumn.TPOT_MS, "")
        .containsEntry(SampleColumn.ICL_MAX_MS, "");
  }

  @Test
  void shouldTakeStreamedTextForGeneratedWithoutUsage() throws Exception {
    String stream = AiRequestIT.recorded("generic/text.sse");
    classified(call -> AiRequestIT.paced(call, stream));

    assertThat(SamplerBench.columns()).containsEntry(SampleColumn.OUTCOME, "GENERATED");
  }

  @Test
  void shouldFailAStreamWithoutItsEnd() throws Exception {
    String stream = AiRequestIT.recorded("openai-chat/truncated.sse");
    SampleResult result = classified(call -> AiRequestIT.paced(call, stream));

    checkFailed(result, "STREAM_ERROR", "without its terminator");
  }

  @Test
  void shouldFailAnErrorEvent() throws Exception {
    String stream = AiRequestIT.recorded("anthropic/overloaded.sse");
    SampleResult result = classified(call -> AiRequestIT.paced(call, stream));

    checkFailed(result, "STREAM_ERROR", "overloaded_error");
  }

  @Test
  void shouldReadJson() throws Exception {
    classified(
        call ->
            call.whole(
                "200 OK", "application/json", "{\"answer\":\"a\",\"usage\":{\"outputTokens\":3}}"));

    assertThat(SamplerBench.columns())
        .containsEntry(SampleColumn.OUTCOME, "GENERATED")
        .containsEntry(SampleColumn.TOKENS_OUT, "3");
  }

  @Test
  void shouldFailMalformedJson() throws Exception {
    SampleResult result = classified(call -> call.whole("200 OK", "application/json", "{\"a\":"));

    checkFailed(result, "SERVER_ERROR", "malformed JSON");
  }

  @Test
  void shouldNameARefusalAndHideWhatWasSent() throws Exception {
    SampleResult result =
        classified(
            call -> call.whole("401 No", "application/json", "{\"error\":\"Unauthorized\"}"));

    checkFailed(result, "UNAUTHORIZED", "401");
    assertThat(result.getRequestHeaders()).contains("Authorization: ***").doesNotContain("secret");
  }

  @Test
  void shouldNameARefusedConnection() throws Exception {
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    SampleResult result = sampled(stock(port));
    classifier().process();

    checkFailed(result, "CONNECTION_ERROR", "refused");
  }

  @Test
  void shouldAcceptTheStatusesThatThePlanNames() throws Exception {
    try (FaultServer server =
        FaultServer.start(call -> call.whole("404 Not Found", "text/plain", "gone"))) {
      SampleResult result = sampled(stock(server.port()));
      AiResponseClassifier classifier = classifier();
      classifier.setProperty(AiResponseClassifier.ACCEPTED_STATUSES, "404");
      classifier.process();

      assertThat(result.isSuccessful()).isTrue();
      assertThat(SamplerBench.columns()).containsEntry(SampleColumn.OUTCOME, "SERVED");
    }
  }

  @Test
  void shouldPassByWhatAiRequestHasClassified() throws Exception {
    String stream = AiRequestIT.recorded("openai-chat/text.sse");
    try (FaultServer server = FaultServer.start(call -> AiRequestIT.paced(call, stream))) {
      AiRequest request = SamplerBench.request(server);
      SampleResult result = SamplerBench.run(request).result();
      JMeterContextService.getContext().setPreviousResult(result);
      Map<SampleColumn, String> before = SamplerBench.columns();
      String headers = result.getResponseHeaders();
      classifier().process();

      assertThat(SamplerBench.columns()).isEqualTo(before);
      assertThat(before.get(SampleColumn.TTFT_MS)).isNotEmpty();
      assertThat(result.getResponseHeaders()).isEqualTo(headers);
    }
  }

  @Test
  void shouldPassByWhatIsNotHttp() {
    SampleResult result = new SampleResult();
    result.setResponseCode("500");
    JMeterContextService.getContext().setPreviousResult(result);
    classifier().process();

    assertThat(result.getAssertionResults()).isEmpty();
    assertThat(SamplerBench.columns()).containsEntry(SampleColumn.OUTCOME, null);
  }

  private static SampleResult classified(Script script) throws Exception {
    try (FaultServer server = FaultServer.start(script)) {
      SampleResult result = sampled(stock(server.port()));
      classifier().process();
      return result;
    }
  }

  private static HTTPSamplerBase stock(int port) {
    HTTPSamplerProxy stock = new HTTPSamplerProxy("HttpClient4");
    SamplerBench.address(stock, port, "/answer");
    HeaderManager headers = new HeaderManager();
    headers.add(new Header("Authorization", "Bearer very-secret"));
    stock.setHeaderManager(headers);
    return stock;
  }

  private static SampleResult sampled(HTTPSamplerBase sampler) {
    SampleResult result = sampler.sample();
    JMeterContextService.getContext().setPreviousResult(result);
    return result;
  }

  private static AiResponseClassifier classifier() {
    AiResponseClassifier classifier = new AiResponseClassifier();
    classifier.setProperty(AiResponseClassifier.PROFILE, "generic");
    classifier.testStarted();
    return classifier;
  }

  private static void checkFailed(SampleResult result, String outcome, String message) {
    assertThat(result.isSuccessful()).isFalse();
    assertThat(result.getAssertionResults()[0].getFailureMessage())
        .startsWith(outcome + ": ")
        .contains(message);
    assertThat(SamplerBench.columns()).containsEntry(SampleColumn.OUTCOME, outcome);
  }
}
