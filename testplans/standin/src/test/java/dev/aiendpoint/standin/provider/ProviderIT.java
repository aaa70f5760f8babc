package dev.aiendpoint.standin.provider;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The provider on the network, down to the bytes and the way a connection ends. */
class ProviderIT {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** Sends a request and reads until the connection ends or is silent for half a second. */
  private static String raw(RunningProvider provider, boolean stream, StringBuilder read)
      throws IOException {
    String body =
        "{\"model\":\"m\",\"max_tokens\":9,\"stream\":"
            + stream
            + ",\"messages\":[{\"role\":\"user\",\"content\":\"?\"}]}";
    try (Socket socket = new Socket("127.0.0.1", provider.baseUrl().getPort())) {
      socket.setSoTimeout(500);
      socket
          .getOutputStream()
          .write(
              ("POST /v1/messages HTTP/1.1\r\nHost: a\r\nContent-Length: "
                      + body.length()
                      + "\r\n\r\n"
                      + body)
                  .getBytes(StandardCharsets.UTF_8));
      byte[] buffer = new byte[4096];
      for (int n = socket.getInputStream().read(buffer);
          n >= 0;
          n = socket.getInputStream().read(buffer)) {
        read.append(new String(buffer, 0, n, StandardCharsets.UTF_8));
      }
      return "end";
    } catch (SocketTimeoutException e) {
      return "silence";
    } catch (SocketException e) {
      return e.getMessage();
    }
  }

  @Test
  void shouldResetTheConnectionWhenToldTo() throws Exception {
    try (RunningProvider provider = RunningProvider.with()) {
      for (boolean stream : new boolean[] {false, true}) {
        StringBuilder nothing = new StringBuilder();
        provider.fault("{\"mode\":\"reset-before\",\"delayMs\":20}");
        assertThat(raw(provider, stream, nothing)).isEqualTo("Connection reset");
        assertThat(nothing).isEmpty();

        StringBuilder part = new StringBuilder();
        provider.fault("{\"mode\":\"reset-midway\",\"afterPieces\":2}");
        assertThat(raw(provider, stream, part)).isEqualTo("Connection reset");
        assertThat(part).startsWith("HTTP/1.1 200 OK").doesNotContain("message_stop");
        assertThat(part.toString().split("event: content_block_delta", -1)).hasSize(stream ? 3 : 1);
      }
      assertThat(provider.log().path("entries").findValuesAsText("result"))
          .containsOnly("reset")
          .hasSize(4);
    }
  }

  @Test
  void shouldStaySilentWhenToldToHangOrStall() throws Exception {
    try (RunningProvider provider = RunningProvider.with()) {
      StringBuilder nothing = new StringBuilder();
      provider.fault("{\"mode\":\"hang\"}");
      assertThat(raw(provider, true, nothing)).isEqualTo("silence");
      assertThat(nothing).isEmpty();

      StringBuilder part = new StringBuilder();
      provider.fault("{\"mode\":\"stall\",\"afterPieces\":1}");
      assertThat(raw(provider, true, part)).isEqualTo("silence");
      assertThat(part.toString().split("event: content_block_delta", -1)).hasSize(2);

      provider.fault("{\"mode\":\"healthy\"}");
      assertThat(provider.ask(true).statusCode()).as("the others are served").isEqualTo(200);
    }
  }

  @Test
  void shouldCutTheStreamButNotTheMessageWhenToldToTruncate() throws Exception {
    try (RunningProvider provider = RunningProvider.with()) {
      provider.fault("{\"mode\":\"truncate\"}");
      StringBuilder part = new StringBuilder();
      assertThat(raw(provider, true, part)).isEqualTo("silence");
      assertThat(part).contains("content_block_delta").doesNotContain("message_stop");
      assertThat(part.toString()).endsWith("0\r\n\r\n");

      HttpResponse<String> half = provider.ask(false);
      Assertions.assertThatThrownBy(() -> MAPPER.readTree(half.body()))
          .isInstanceOf(IOException.class);
    }
  }

  @Test
  void shouldKeepADateForRetryAfterWhenToldTo() throws Exception {
    try (RunningProvider provider = RunningProvider.with()) {
      provider.fault("{\"mode\":\"rate-limit\",\"retryAfterDate\":true,\"limit\":7}");
      HttpResponse<String> limited = provider.ask(false);

      assertThat(limited.statusCode()).isEqualTo(429);
      assertThat(limited.headers().firstValue("retry-after").orElse("")).endsWith(" GMT");
      assertThat(limited.headers().firstValue("anthropic-ratelimit-requests-limit")).contains("7");
      assertThat(limited.headers().firstValue("anthropic-ratelimit-requests-reset").orElse(""))
          .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ");
    }
  }

  @Test
  void shouldFailTheSameRequestsWhenTheSeedIsTheSame() throws Exception {
    List<List<Integer>> runs = new ArrayList<>();
    for (String seed : new String[] {"1", "1", "2"}) {
      try (RunningProvider provider =
          RunningProvider.with("standin.seed=" + seed, "standin.ai.latency=1")) {
        provider.fault("{\"mode\":\"status\",\"status\":503,\"share\":0.5}");
        List<Integer> statuses = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
          statuses.add(provider.ask(false).statusCode());
        }
        assertThat(statuses).contains(200, 503);
        runs.add(statuses);
      }
    }
    assertThat(runs.get(1)).isEqualTo(runs.get(0)).isNotEqualTo(runs.get(2));
  }

  @Test
  void shouldTellWhatItDidWhenAsked() throws Exception {
    try (RunningProvider provider = RunningProvider.with()) {
      provider.ask(false);
      provider.fault("{\"mode\":\"status\",\"status\":503,\"delayMs\":200}");
      long switched = provider.log().path("nowMs").asLong();
      provider.ask(true);

      JsonNode log = provider.log();
      assertThat(log.path("entries").findValuesAsText("mode")).containsExactly("healthy", "status");
      assertThat(log.at("/faults/0/fault/status").asInt()).isEqualTo(503);
      JsonNode failed = log.at("/entries/1");
      assertThat(failed.path("path").asText()).isEqualTo("/v1/messages");
      assertThat(failed.path("wire").asText()).isEqualTo("anthropic");
      assertThat(failed.path("stream").asBoolean()).isTrue();
      assertThat(failed.path("status").asInt()).isEqualTo(503);
      assertThat(failed.path("result").asText()).isEqualTo("failed");
      assertThat(failed.path("endMs").asLong() - failed.path("atMs").asLong())
          .isBetween(195L, 2_000L);
      assertThat(failed.path("endNanos").asLong() - failed.path("atNanos").asLong())
          .isGreaterThanOrEqualTo(200_000_000L);
      long late = failed.path("lateMs").asLong(-1);
      assertThat(late).isBetween(0L, failed.path("endMs").asLong() - failed.path("atMs").asLong());

      String since = provider.control("GET", "/log?sinceMs=" + (switched + 1_000_000), "").body();
      assertThat(MAPPER.readTree(since).path("entries")).isEmpty();
      provider.control("DELETE", "/log", "");
      assertThat(provider.log().path("entries")).isEmpty();
    }
  }

  @Test
  void shouldFailOneByOneAndEachAfterACallThatBeganSince() throws Exception {
    try (RunningProvider provider = RunningProvider.with()) {
      provider.fault("{\"mode\":\"status\",\"status\":503,\"delayMs\":100,\"oneByOne\":4}");
      List<CompletableFuture<HttpResponse<String>>> calls = new ArrayList<>();
      for (int i = 0; i < 15; i++) {
        calls.add(CompletableFuture.supplyAsync(() -> asked(provider)));
        Thread.sleep(100);
      }
      for (CompletableFuture<HttpResponse<String>> call : calls) {
        assertThat(call.get().statusCode()).isEqualTo(503);
      }

      List<JsonNode> entries = new ArrayList<>();
      provider.log().path("entries").forEach(entries::add);
      List<Long> ends =
          entries.stream().map(entry -> entry.path("endNanos").asLong()).sorted().toList();
      for (int i = 1; i < 4; i++) {
        long before = ends.get(i - 1);
        long end = ends.get(i);
        assertThat(TimeUnit.NANOSECONDS.toMillis(end - before))
            .as("between failures %d and %d: calls come faster than that", i, i + 1)
            .isGreaterThanOrEqualTo(2 * Turns.APART_MILLIS - 20);
        assertThat(entries)
            .as("a call between failures %d and %d", i, i + 1)
            .anyMatch(
                entry ->
                    entry.path("atNanos").asLong() > before
                        && entry.path("atNanos").asLong() < end);
      }
    }
  }

  private static HttpResponse<String> asked(RunningProvider provider) {
    try {
      return provider.ask(false);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void shouldSayThatTheClientHasGoneWhenItLeavesAHangingAnswer() throws Exception {
    try (RunningProvider provider = RunningProvider.with()) {
      provider.fault("{\"mode\":\"slow-tokens\",\"gapMs\":150}");
      try (Socket socket = new Socket("127.0.0.1", provider.baseUrl().getPort())) {
        String body =
            "{\"model\":\"m\",\"max_tokens\":9,\"stream\":true,"
                + "\"messages\":[{\"role\":\"user\",\"content\":\"?\"}]}";
        socket
            .getOutputStream()
            .write(
                ("POST /v1/messages HTTP/1.1\r\nHost: a\r\nContent-Length: "
                        + body.length()
                        + "\r\n\r\n"
                        + body)
                    .getBytes(StandardCharsets.UTF_8));
        assertThat(socket.getInputStream().read()).isEqualTo('H');
      }
      JsonNode result = provider.log().at("/entries/0/result");
      for (int i = 0; i < 100 && result.isMissingNode(); i++) {
        Thread.sleep(50);
        result = provider.log().at("/entries/0/result");
      }
      assertThat(result.asText()).isEqualTo("gone");
    }
  }

  @Test
  void shouldFollowItsScriptWhenItHasOne(@TempDir Path folder) throws Exception {
    Path script = folder.resolve("faults.json");
    Files.writeString(
        script,
        "[{\"atMs\":0,\"mode\":\"status\",\"status\":529},"
            + "{\"atMs\":20000,\"mode\":\"healthy\"},"
            + "{\"atMs\":1000000,\"mode\":\"hang\"}]");
    try (RunningProvider provider =
        RunningProvider.with("standin.provider.script=" + script, "duration.scale=0.05")) {
      int first = provider.ask(false).statusCode();
      int status = first;
      for (int i = 0; i < 200 && status != 200; i++) {
        Thread.sleep(20);
        status = provider.ask(false).statusCode();
      }
      assertThat(first).isEqualTo(529);
      assertThat(status).isEqualTo(200);
      JsonNode faults = provider.log().path("faults");
      assertThat(faults).hasSize(2);
      assertThat(faults.get(1).path("atMs").asLong() - faults.get(0).path("atMs").asLong())
          .as("20 s, scaled")
          .isBetween(900L, 3_000L);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/v1/messages", "/v1/chat/completions", "/v1/responses"})
  void shouldRefuseInTheVendorsWordsWhenTheRequestIsWrong(String path) throws Exception {
    try (RunningProvider provider = RunningProvider.with()) {
      for (String body : new String[] {"", "[]", "{}", "{\"model\":1}", "{\"model\":\"m\""}) {
        HttpResponse<String> refused = provider.post(path, body);
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(MAPPER.readTree(refused.body()).at("/error/type").asText())
            .isEqualTo("invalid_request_error");
      }
      assertThat(provider.post("/v1/unknown", "{}").statusCode()).isEqualTo(404);
    }
  }
}
