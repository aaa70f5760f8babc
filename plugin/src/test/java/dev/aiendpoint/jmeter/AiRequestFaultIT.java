package dev.aiendpoint.jmeter;

import static dev.aiendpoint.jmeter.AiRequestIT.recorded;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aiendpoint.jmeter.FaultServer.Script;
import dev.aiendpoint.jmeter.SamplerBench.Call;
import dev.aiendpoint.sample.SampleColumn;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.jmeter.samplers.SampleResult;
import org.apache.jmeter.threads.JMeterContextService;
import org.apache.jmeter.threads.JMeterVariables;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What AI Request makes of answers that fail: each ends in time, and under its own name. */
class AiRequestFaultIT {

  /** How late a limit may strike. */
  private static final long LATE_MILLIS = 200;

  private static final long LIMIT_MILLIS = 250;
  private static final String TOKEN = "data: {\"token\":\"a\"}\n\n";

  @AfterEach
  void shouldLeaveNoTimerBehind() {
    assertThat(CallWatch.waiting()).isZero();
  }

  static Stream<Arguments> faults() {
    return Stream.of(
        fault("an error event", "STREAM_ERROR", "overloaded_error", events("anthropic/overloaded")),
        fault(
            "no terminator",
            "STREAM_ERROR",
            "without its terminator",
            events("openai-chat/truncated")),
        fault(
            "broken JSON in the midst, and a proper end",
            "STREAM_ERROR",
            "malformed JSON in event 2",
            call -> {
              call.streamHead();
              call.event(TOKEN);
              call.event("data: {\"choices\":[{\"delta\":{\"con\n\n");
              call.event("data: [DONE]\n\n");
              call.endChunks();
            }),
        fault(
            "closed inside a chunk",
            "STREAM_ERROR",
            "broke off",
            call -> {
              call.streamHead();
              call.event(TOKEN);
              call.text("ff\r\ndata: half");
            }),
        fault(
            "half-closed between chunks",
            "STREAM_ERROR",
            "broke off",
            call -> {
              call.streamHead();
              call.event(TOKEN);
              call.halfClose();
              call.hang();
            }),
        fault("reset before the answer", "CONNECTION_ERROR", "", FaultCall::reset),
        fault("closed before the answer", "CONNECTION_ERROR", "failed to respond", call -> {}),
        fault(
            "reset within a stream",
            "STREAM_ERROR",
            "broke off",
            call -> {
              call.streamHead();
              call.event(TOKEN);
              call.pause(30);
              call.reset();
            }),
        fault(
            "reset within a JSON body",
            "CONNECTION_ERROR",
            "broke off",
            call -> {
              call.text(FaultCall.head("200 OK", "application/json", "Content-Length: 99"));
              call.text("{\"answer\":");
              call.pause(30);
              call.reset();
            }),
        fault(
            "a JSON body shorter than its length",
            "CONNECTION_ERROR",
            "broke off",
            call -> {
              call.text(FaultCall.head("200 OK", "application/json", "Content-Length: 99"));
              call.text("{\"answer\":\"hi\"}");
            }),
        fault(
            "malformed JSON",
            "SERVER_ERROR",
            "malformed JSON",
            call -> call.whole("200 OK", "application/json", "{\"answer\":\"hi\"")),
        fault(
            "a page where JSON was promised",
            "SERVER_ERROR",
            "malformed JSON",
            call -> call.whole("200 OK", "application/json", "<html>gateway</html>")),
        fault(
            "an event over the limit, and then nothing",
            "STREAM_ERROR",
            "1048576",
            call -> {
              call.streamHead();
              call.event("data: " + "x".repeat(1_100_000));
              call.hang();
            }),
        fault(
            "bytes that are no gzip, and then nothing",
            "STREAM_ERROR",
            "broke off",
            call -> {
              call.streamHead("Content-Encoding: gzip");
              call.event("this is no gzip at all");
              call.hang();
            }),
        fault("what is no HTTP", "CONNECTION_ERROR", "", call -> call.text("SSH-2.0-x\r\n\r\n")));
  }

  private static Arguments fault(String sentence, String outcome, String message, Script script) {
    return Arguments.of(sentence, outcome, message, script);
  }

  private static Script events(String stream) {
    return call -> {
      call.streamHead();
      for (String event : AiRequestIT.events(recorded(stream + ".sse"))) {
        call.event(event);
      }
      call.endChunks();
    };
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("faults")
  void shouldNameTheFaultAtOnce(String sentence, String outcome, String message, Script script)
      throws Exception {
    try (FaultServer server = FaultServer.start(script)) {
      Call call = SamplerBench.run(SamplerBench.request(server));

      checkFailed(call, outcome, message);
      assertThat(call.tookMillis()).isLessThan(2_000);
    }
  }

  private static void checkFailed(Call call, String outcome, String message) {
    assertThat(call.outcome()).as(call.failure()).isEqualTo(outcome);
    assertThat(call.failure()).startsWith(outcome + ": ").contains(message);
    assertThat(call.result().isSuccessful()).isFalse();
    assertThat(call.result().getSubResults()).isEmpty();
    assertThat(call.columns()).doesNotContainValue(null);
  }

  static Stream<Arguments> limits() {
    Script endless =
        call -> {
          call.streamHead();
          while (true) {
            call.event(TOKEN);
            call.pause(20);
          }
        };
    Script silent =
        call -> {
          call.streamHead();
          call.event(TOKEN);
          call.hang();
        };
    Script commenting =
        call -> {
          call.streamHead();
          call.event(TOKEN);
          while (true) {
            call.pause(20);
            call.chunk(": still here\n\n".getBytes());
          }
        };
    Script hangingBody =
        call -> {
          call.text(FaultCall.head("200 OK", "application/json", "Content-Length: 99"));
          call.text("{\"answer\":");
          call.hang();
        };
    Script redirecting =
        call -> {
          if (call.path().equals("/answer")) {
            call.whole("302 Found", "text/plain", "", "Location: /elsewhere");
          } else {
            call.hang();
          }
        };
    return Stream.of(
        limit("deadline before the headers", "TIMEOUT", "deadline of 250 ms", FaultCall::hang, DL),
        limit("deadline within a stream", "TIMEOUT", "deadline of 250 ms", endless, DL),
        limit("deadline within a body", "TIMEOUT", "deadline of 250 ms", hangingBody, DL),
        limit("deadline after a redirect", "TIMEOUT", "deadline of 250 ms", redirecting, DL),
        limit("deadline in a TLS handshake", "TIMEOUT", "deadline of 250 ms", FaultCall::hang, TLS),
        limit("a silent stream", "STREAM_ERROR", "no event arrived for 250 ms", silent, STALL),
        limit("comments only", "STREAM_ERROR", "no event arrived for 250 ms", commenting, STALL),
        limit("response timeout before headers", "TIMEOUT", "timed out", FaultCall::hang, SOCKET),
        limit("response timeout within a stream", "TIMEOUT", "response timeout", silent, SOCKET),
        limit("response timeout within a body", "TIMEOUT", "response", hangingBody, SOCKET));
  }

  private static final Consumer<AiRequest> DL =
      request -> request.setProperty(AiRequest.DEADLINE_MILLIS, "" + LIMIT_MILLIS);
  private static final Consumer<AiRequest> STALL =
      request -> request.setProperty(AiRequest.STALL_MILLIS, "" + LIMIT_MILLIS);
  private static final Consumer<AiRequest> SOCKET =
      request -> request.setResponseTimeout("" + LIMIT_MILLIS);
  private static final Consumer<AiRequest> TLS =
      DL.andThen(request -> request.setProtocol("https"));

  private static Arguments limit(
      String sentence, String outcome, String message, Script script, Consumer<AiRequest> limit) {
    return Arguments.of(sentence, outcome, message, script, limit);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("limits")
  void shouldEndACallAtItsLimit(
      String sentence, String outcome, String message, Script script, Consumer<AiRequest> limit)
      throws Exception {
    loadClasses();
    try (FaultServer server = FaultServer.start(script)) {
      AiRequest request = SamplerBench.request(server);
      request.setFollowRedirects(true);
      limit.accept(request);
      Call call = SamplerBench.run(request);

      checkFailed(call, outcome, message);
      assertThat(call.tookMillis()).isBetween(LIMIT_MILLIS - 5, LIMIT_MILLIS + LATE_MILLIS + 50);
    }
  }

  /** The first call of a JVM takes time that no limit is about. */
  private static void loadClasses() throws Exception {
    try (FaultServer server = FaultServer.json("{}")) {
      SamplerBench.run(SamplerBench.request(server));
      AiRequest tls = SamplerBench.request(server);
      tls.setProtocol("https");
      SamplerBench.run(tls);
    }
  }

  @Test
  void shouldKeepWhatArrivedBeforeTheDeadline() throws Exception {
    Script script =
        call -> {
          call.streamHead();
          call.event(TOKEN);
          call.event(TOKEN);
          call.hang();
        };
    try (FaultServer server = FaultServer.start(script)) {
      AiRequest request = SamplerBench.request(server);
      DL.accept(request);
      Call call = SamplerBench.run(request);

      assertThat(call.result().getResponseDataAsString()).isEqualTo("aa");
      assertThat(call.result().getResponseCode()).isEqualTo("200");
      assertThat(call.millis(SampleColumn.TTFT_MS)).isPositive();
      assertThat(server.lastCall().sawClientGo(LATE_MILLIS)).isTrue();
    }
  }

  @Test
  void shouldTakePingEventsForSignsOfLife() throws Exception {
    Script script =
        call -> {
          call.streamHead();
          for (int i = 0; i < 12; i++) {
            call.event("event: ping\ndata: {}\n\n");
            call.pause(50);
          }
          call.event(TOKEN);
          call.endChunks();
        };
    try (FaultServer server = FaultServer.start(script)) {
      AiRequest request = SamplerBench.request(server);
      request.setProperty(AiRequest.STALL_MILLIS, "400");
      Call call = SamplerBench.run(request);

      assertThat(call.outcome()).as(call.failure()).isEqualTo("GENERATED");
      assertThat(call.result().getTime()).isGreaterThan(500);
    }
  }

  @Test
  void shouldNotCountTheWaitForTheHeadersAsAStall() throws Exception {
    Script script =
        call -> {
          call.pause(LIMIT_MILLIS + 150);
          call.streamHead();
          call.pause(50);
          call.event(TOKEN);
          call.endChunks();
        };
    try (FaultServer server = FaultServer.start(script)) {
      AiRequest request = SamplerBench.request(server);
      STALL.accept(request);
      Call call = SamplerBench.run(request);

      assertThat(call.outcome()).as(call.failure()).isEqualTo("GENERATED");
    }
  }

  @Test
  void shouldNameARefusedConnection() throws Exception {
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    Call call = SamplerBench.run(SamplerBench.request(port, "/answer"));

    checkFailed(call, "CONNECTION_ERROR", "refused");
  }

  @Test
  void shouldNameATlsFailure() throws Exception {
    try (FaultServer server = FaultServer.start(call -> call.text("HTTP/1.1 400 Bad\r\n\r\n"))) {
      AiRequest request = SamplerBench.request(server);
      request.setProtocol("https");
      Call call = SamplerBench.run(request);

      checkFailed(call, "CONNECTION_ERROR", "SSL");
    }
  }

  @Test
  void shouldEndACallWhoseDeadlinePassedBeforeItsRequestWasMade() throws Exception {
    loadClasses();
    try (FaultServer server = FaultServer.start(FaultCall::hang)) {
      AiRequest request = SamplerBench.request(server);
      request.setProperty(AiRequest.DEADLINE_MILLIS, "1");
      for (int i = 0; i < 60; i++) {
        Call call = SamplerBench.run(request);
        assertThat(call.outcome()).isEqualTo("TIMEOUT");
        assertThat(call.tookMillis()).isLessThan(LATE_MILLIS);
        request.threadFinished(); // so that the next call makes a client of its own first
      }
    }
  }

  @Test
  void shouldCloseTheStreamAtOnceWhenInterrupted() throws Exception {
    loadClasses();
    checkInterrupt(
        call -> {
          call.streamHead();
          call.event(TOKEN);
          call.hang();
        });
    checkInterrupt(FaultCall::hang);
  }

  private static void checkInterrupt(Script script) throws Exception {
    try (FaultServer server = FaultServer.start(script)) {
      AiRequest request = SamplerBench.request(server);
      JMeterVariables variables = JMeterContextService.getContext().getVariables();
      CompletableFuture<SampleResult> running =
          CompletableFuture.supplyAsync(
              () -> {
                JMeterContextService.getContext().setVariables(variables);
                return request.sample();
              });
      while (server.calls().isEmpty()) {
        Thread.onSpinWait();
      }
      TimeUnit.MILLISECONDS.sleep(50);
      assertThat(request.interrupt()).isTrue();

      SampleResult result = running.get(LATE_MILLIS, TimeUnit.MILLISECONDS);
      assertThat(server.lastCall().sawClientGo(LATE_MILLIS)).isTrue();
      assertThat(result.isSuccessful()).isFalse();
      assertThat(variables.get(SampleColumn.OUTCOME.variable())).isEqualTo("CONNECTION_ERROR");
      assertThat(result.getAssertionResults()[0].getFailureMessage()).contains("interrupted");
    }
  }

  @Test
  void shouldNeverHitTheNextCallWithTheDeadlineOfTheLast() throws Exception {
    Random random = new Random(20_26);
    Script echo =
        call -> {
          if (call.path().startsWith("/racing")) {
            call.pause(random.nextInt(4));
          }
          call.whole("200 OK", "application/json", "{\"answer\":\"" + call.path() + "\"}");
        };
    try (FaultServer server = FaultServer.start(echo)) {
      AiRequest racing = SamplerBench.request(server);
      SamplerBench.run(racing);
      int ended = 0;
      for (int i = 0; i < 200; i++) {
        racing.setPath("/racing/" + i);
        racing.setProperty(AiRequest.DEADLINE_MILLIS, "" + (1 + random.nextInt(3)));
        Call first = SamplerBench.run(racing);
        racing.setPath("/next/" + i);
        racing.setProperty(AiRequest.DEADLINE_MILLIS, "" + SamplerBench.LONG);
        Call next = SamplerBench.run(racing);

        ended += first.outcome().equals("TIMEOUT") ? 1 : 0;
        assertThat(first.outcome()).isIn("TIMEOUT", "SERVED");
        assertThat(next.outcome()).as(next.failure()).isEqualTo("SERVED");
        assertThat(next.result().getResponseDataAsString()).contains("/next/" + i + "\"");
      }
      assertThat(ended).as("calls that the deadline ended, of 200").isBetween(20, 199);
    }
  }

  @Test
  void shouldNotReuseTheConnectionOfACallThatWasEnded() throws Exception {
    Script script =
        call -> {
          if (call.path().equals("/slow")) {
            call.streamHead();
            call.event(TOKEN);
            call.pause(2 * LIMIT_MILLIS);
            call.event(TOKEN);
            call.endChunks();
          } else {
            call.whole("200 OK", "application/json", "{\"answer\":\"hi\"}");
          }
        };
    try (FaultServer server = FaultServer.start(script)) {
      AiRequest request = SamplerBench.request(server.port(), "/slow");
      DL.accept(request);
      SamplerBench.run(request);
      request.setPath("/next");
      Call next = SamplerBench.run(request);

      assertThat(next.outcome()).isEqualTo("SERVED");
      assertThat(server.lastCall().path()).isEqualTo("/next");
      assertThat(server.connections()).isEqualTo(2);
    }
  }

  @Test
  void shouldKeepOneThreadForTheLimitsOfAllCalls() throws Exception {
    try (FaultServer server = FaultServer.start(events("generic/text"))) {
      AiRequest request = SamplerBench.request(server);
      for (int i = 0; i < 50; i++) {
        SamplerBench.run(request);
        assertThat(CallWatch.waiting()).isZero();
      }
      assertThat(
              Thread.getAllStackTraces().keySet().stream()
                  .filter(thread -> thread.getName().equals("AI Request deadlines")))
          .hasSize(1);
    }
  }
}
