package dev.aiendpoint.jmeter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.aiendpoint.jmeter.SamplerBench.Call;
import dev.aiendpoint.sample.SampleColumn;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.apache.jmeter.protocol.http.sampler.HTTPSampleResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What AI Request makes of good answers, against the times that the server itself took. */
class AiRequestIT {

  /** The way from the server's write to our stamp, on a machine with other work. */
  private static final double LATE_MILLIS = 80;

  private static final long PACE_MILLIS = 15;

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "openai-chat/text.sse, 2 3 4, 19, 4, 지원 사업 🚀",
    "openai-chat/openrouter-reasoning.sse, 3 4 5 6, 12, 40, Four.",
    "openai-chat/tool-call.sse, 1 2 3, 19, 4, ''",
    "openai-responses/reasoning.sse, 5 6 11 12, 31, 75, There are three.",
    "anthropic/text.sse, 4 5, 25, 15, 안녕하세요!",
    "gemini/thoughts.sse, 1 2 3, 9, 66, There are 3 \"r\"s.",
    "vercel-ui/chat.sse, 4 5, 420, 57, 귀사는 적합합니다.",
    "generic/tokens.sse, 2 3, 12, 2, Hello",
    "generic/text.sse, 2 3, '', 2, Hello world"
  })
  void shouldTimeTheEventsOfEachStreamShape(
      String file, String contentEvents, String tokensIn, String tokensOut, String text)
      throws Exception {
    try (FaultServer server = FaultServer.start(call -> paced(call, recorded(file)))) {
      AiRequest request = SamplerBench.request(server);
      SamplerBench.run(request); // loads classes
      Call call = SamplerBench.run(request);

      assertThat(call.outcome()).as(call.failure()).isEqualTo("GENERATED");
      assertThat(call.result().isSuccessful()).isTrue();
      assertThat(call.columns())
          .containsEntry(SampleColumn.TOKENS_IN, tokensIn)
          .containsEntry(SampleColumn.TOKENS_OUT, tokensOut)
          .containsEntry(SampleColumn.CACHE, "")
          .containsEntry(SampleColumn.CIRCUIT, "CLOSED inferred")
          .containsEntry(SampleColumn.COST, "")
          .containsEntry(SampleColumn.PHASE, "");
      if (!text.isEmpty()) {
        assertThat(call.result().getResponseDataAsString()).isEqualTo(text);
      }
      List<Long> content =
          IntStream.of(numbers(contentEvents))
              .mapToObj(i -> server.lastCall().sentNanos().get(i - 1))
              .toList();
      checkTimes(call, server.lastCall(), content, Integer.parseInt(tokensOut));
    }
  }

  private static void checkTimes(Call call, FaultCall served, List<Long> content, int tokens) {
    double least = (content.get(0) - served.receivedNanos()) / 1e6;
    double most = (content.get(0) - call.startNanos()) / 1e6;
    assertThat(call.millis(SampleColumn.TTFT_MS)).isBetween(least, most + LATE_MILLIS);
    double decode = (content.get(content.size() - 1) - content.get(0)) / 1e6;
    assertThat(call.millis(SampleColumn.TPOT_MS) * (tokens - 1))
        .isCloseTo(decode, within(LATE_MILLIS));
    double widest =
        IntStream.range(1, content.size())
            .mapToDouble(i -> (content.get(i) - content.get(i - 1)) / 1e6)
            .max()
            .getAsDouble();
    assertThat(call.millis(SampleColumn.ICL_MAX_MS)).isCloseTo(widest, within(LATE_MILLIS));
    assertThat(call.millis(SampleColumn.TTFT_MS) - 1).isLessThanOrEqualTo(call.result().getTime());
  }

  @Test
  void shouldSayThatAStreamCameInOneBurst() throws Exception {
    String event = "data: {\"choices\":[{\"delta\":{\"content\":\"Hi\"}}]}\n\n";
    String stream = event.repeat(6) + "data: [DONE]\n\n";
    try (FaultServer burst = FaultServer.start(call -> inOneBurst(call, stream));
        FaultServer paced = FaultServer.start(call -> paced(call, stream))) {
      assertThat(SamplerBench.run(SamplerBench.request(burst)).result().getResponseHeaders())
          .contains("one burst:");
      assertThat(SamplerBench.run(SamplerBench.request(paced)).result().getResponseHeaders())
          .doesNotContain("one burst:");
    }
  }

  @Test
  void shouldNotTakeTheGapsBeforeTheFirstAndAfterTheLastContentForGapsOfContent() throws Exception {
    FaultServer.Script script =
        call -> {
          call.streamHead();
          call.pause(150);
          call.event("data: {\"token\":\"a\"}\n\n");
          call.pause(20);
          call.event("data: {\"token\":\"b\"}\n\n");
          call.pause(150);
          call.event("data: [DONE]\n\n");
          call.endChunks();
        };
    try (FaultServer server = FaultServer.start(script)) {
      Call call = SamplerBench.run(SamplerBench.request(server));

      assertThat(call.millis(SampleColumn.TTFT_MS)).isBetween(150.0, 150 + 10 * LATE_MILLIS);
      assertThat(call.millis(SampleColumn.ICL_MAX_MS)).isBetween(10.0, 20 + LATE_MILLIS);
      assertThat(call.result().getTime()).isGreaterThanOrEqualTo(320);
    }
  }

  @Test
  void shouldTakeAStreamThatComesInOneBurstWithoutTimesBetween() throws Exception {
    FaultServer.Script burst =
        call -> {
          String stream = recorded("openai-chat/text.sse");
          call.whole("200 OK", "text/event-stream", stream);
        };
    try (FaultServer server = FaultServer.start(burst)) {
      Call call = SamplerBench.run(SamplerBench.request(server));

      assertThat(call.outcome()).isEqualTo("GENERATED");
      assertThat(call.millis(SampleColumn.ICL_MAX_MS)).isLessThan(5);
      assertThat(call.columns()).containsEntry(SampleColumn.TOKENS_OUT, "4");
    }
  }

  @Test
  void shouldSeeTheEventsOfAGzippedStreamAsTheyAreFlushed() throws Exception {
    FaultServer.Script script =
        call -> {
          ByteArrayOutputStream bytes = new ByteArrayOutputStream();
          GZIPOutputStream gzip = new GZIPOutputStream(bytes, true);
          call.streamHead("Content-Encoding: gzip");
          for (String event : events(recorded("openai-chat/text.sse"))) {
            gzip.write(event.getBytes(StandardCharsets.UTF_8));
            gzip.flush();
            call.pause(60);
            call.sentNanos().add(System.nanoTime());
            call.chunk(bytes.toByteArray());
            bytes.reset();
          }
          gzip.finish();
          call.chunk(bytes.toByteArray());
          call.endChunks();
        };
    try (FaultServer server = FaultServer.start(script)) {
      Call call = SamplerBench.run(SamplerBench.request(server));

      assertThat(call.outcome()).as(call.failure()).isEqualTo("GENERATED");
      assertThat(call.result().getResponseDataAsString()).isEqualTo("지원 사업 🚀");
      List<Long> sent = server.lastCall().sentNanos();
      checkTimes(call, server.lastCall(), sent.subList(1, 4), 4);
      assertThat(call.millis(SampleColumn.ICL_MAX_MS)).isGreaterThan(30);
    }
  }

  @Test
  void shouldReadJsonWithItsTokensCostAndCache() throws Exception {
    String body =
        "{\"success\":true,\"explanation\":{\"summary\":\"good\"},\"metadata\":{\"cached\":false,"
            + "\"cost\":200.5,\"usage\":{\"inputTokens\":900,\"outputTokens\":70}}}";
    try (FaultServer server = FaultServer.json(body)) {
      AiRequest request = SamplerBench.request(server);
      request.setProperty(AiRequest.PROFILE, "connect");
      Call call = SamplerBench.run(request);

      assertThat(call.columns())
          .containsEntry(SampleColumn.OUTCOME, "GENERATED")
          .containsEntry(SampleColumn.CACHE, "MISS")
          .containsEntry(SampleColumn.TOKENS_IN, "900")
          .containsEntry(SampleColumn.TOKENS_OUT, "70")
          .containsEntry(SampleColumn.COST, "200.5")
          .containsEntry(SampleColumn.TTFT_MS, "")
          .containsEntry(SampleColumn.TPOT_MS, "")
          .containsEntry(SampleColumn.ICL_MAX_MS, "");
      assertThat(call.result().getResponseDataAsString()).isEqualTo(body);
      assertThat(call.result().getClass()).isEqualTo(HTTPSampleResult.class);
      assertThat(call.result().getResponseMessage()).isEqualTo("OK");
    }
  }

  @Test
  void shouldReadACachedAnswerAsCached() throws Exception {
    FaultServer.Script script =
        call ->
            call.whole(
                "200 OK",
                "application/json",
                "{\"explanation\":{\"summary\":\"good\"},\"metadata\":{\"cached\":true}}");
    try (FaultServer server = FaultServer.start(script)) {
      AiRequest request = SamplerBench.request(server);
      request.setProperty(AiRequest.PROFILE, "connect");
      Call call = SamplerBench.run(request);

      assertThat(call.columns())
          .containsEntry(SampleColumn.OUTCOME, "CACHED")
          .containsEntry(SampleColumn.CACHE, "HIT");
    }
  }

  @Test
  void shouldReadGzippedJson() throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write("{\"answer\":\"hi\",\"usage\":{\"outputTokens\":3}}".getBytes());
    }
    FaultServer.Script script =
        call ->
            call.whole("200 OK", "application/json", bytes.toByteArray(), "Content-Encoding: gzip");
    try (FaultServer server = FaultServer.start(script)) {
      Call call = SamplerBench.run(SamplerBench.request(server));

      assertThat(call.columns())
          .containsEntry(SampleColumn.OUTCOME, "GENERATED")
          .containsEntry(SampleColumn.TOKENS_OUT, "3");
    }
  }

  @Test
  void shouldLeaveNothingOfAnEarlierAnswerInTheColumns() throws Exception {
    try (FaultServer server =
        FaultServer.start(
            call -> {
              if (call.path().equals("/answer")) {
                paced(call, recorded("anthropic/text.sse"));
              } else {
                call.whole("200 OK", "application/json", "{\"ok\":1}");
              }
            })) {
      AiRequest request = SamplerBench.request(server);
      assertThat(SamplerBench.run(request).columns().get(SampleColumn.TTFT_MS)).isNotEmpty();

      request.setPath("/plain");
      assertThat(SamplerBench.run(request).columns())
          .containsEntry(SampleColumn.OUTCOME, "SERVED")
          .hasSize(SampleColumn.values().length)
          .allSatisfy(
              (column, value) -> {
                if (column != SampleColumn.OUTCOME) {
                  assertThat(value).as(column.variable()).isEmpty();
                }
              });

      new AiBaselineCheck().sampleStarting(request);
      assertThat(SamplerBench.columns().values()).containsOnly("");
    }
  }

  @Test
  void shouldAcceptTheStatusesThatThePlanNames() throws Exception {
    FaultServer.Script gone = call -> call.whole("404 Not Found", "text/plain", "gone");
    try (FaultServer server = FaultServer.start(gone)) {
      AiRequest request = SamplerBench.request(server);
      Call refused = SamplerBench.run(request);
      request.setProperty(AiRequest.ACCEPTED_STATUSES, "404, 410");
      Call accepted = SamplerBench.run(request);

      assertThat(refused.outcome()).isEqualTo("CLIENT_ERROR");
      assertThat(refused.result().isSuccessful()).isFalse();
      assertThat(accepted.outcome()).isEqualTo("SERVED");
      assertThat(accepted.result().isSuccessful()).isTrue();
    }
  }

  @Test
  void shouldReuseTheConnectionOfACompleteAnswer() throws Exception {
    try (FaultServer server =
        FaultServer.start(call -> paced(call, recorded("generic/text.sse")))) {
      AiRequest request = SamplerBench.request(server);
      SamplerBench.run(request);
      SamplerBench.run(request);

      assertThat(server.calls()).hasSize(2);
      assertThat(server.connections()).isEqualTo(1);
    }
  }

  @Test
  void shouldShowTextAndSectionInAResultsTree() throws Exception {
    try (FaultServer server =
        FaultServer.start(call -> paced(call, recorded("openai-chat/openrouter-reasoning.sse")))) {
      Call call = SamplerBench.run(SamplerBench.request(server));

      assertThat(call.result().getResponseDataAsString()).isEqualTo("Four.");
      assertThat(call.result().getResponseHeaders().replaceAll("\\d+\\.\\d{3} ms", "N.NNN ms"))
          .isEqualTo(
              """
              HTTP/1.1 200 OK
              Content-Type: text/event-stream
              Transfer-Encoding: chunked

              ---- AI exchange (added by the test, not sent by the server) ----
              outcome:          GENERATED
              cache:            UNKNOWN
              circuit:          CLOSED inferred
              because:          outcome: GENERATED by universal rule (output tokens reported)
              because:          circuit: CLOSED inferred by universal rule (a generated answer)
              wire format:      openai-chat, streamed
              finish reason:    stop
              first event:      N.NNN ms
              first token:      N.NNN ms
              first visible:    N.NNN ms
              last content:     N.NNN ms
              largest gap:      N.NNN ms
              content events:   4
              terminator:       seen
              input tokens:     12
              cached input:     0
              output tokens:    40 (usage)
              reasoning tokens: 30
              reasoning:        Let me think.
              """);
    }
  }

  /** Each event by itself, after a pause. */
  static void inOneBurst(FaultCall call, String stream) throws IOException {
    call.pause(100);
    call.streamHead();
    call.chunk(stream.getBytes(StandardCharsets.UTF_8));
    call.endChunks();
  }

  static void paced(FaultCall call, String stream) throws IOException {
    call.streamHead();
    for (String event : events(stream)) {
      call.pause(PACE_MILLIS);
      call.event(event);
    }
    call.endChunks();
  }

  static String[] events(String stream) {
    return stream.split("(?<=\n\n)");
  }

  static String recorded(String name) throws IOException {
    try (InputStream in = AiRequestIT.class.getResourceAsStream("/wire/" + name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static int[] numbers(String text) {
    return List.of(text.split(" ")).stream().mapToInt(Integer::parseInt).toArray();
  }
}
