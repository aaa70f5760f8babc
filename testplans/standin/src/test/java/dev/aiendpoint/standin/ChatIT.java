package dev.aiendpoint.standin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChatIT {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private static List<JsonNode> events(String body) throws Exception {
    List<JsonNode> events = new ArrayList<>();
    for (String event : body.split("\n\n")) {
      assertThat(event).startsWith("data: ");
      if (!event.equals("data: [DONE]")) {
        events.add(MAPPER.readTree(event.substring(6)));
      }
    }
    return events;
  }

  @Test
  void shouldKeepTheConversationWhenTurnsFollow() throws Exception {
    try (RunningStandIn standIn = RunningStandIn.with("standin.chat.limit=100")) {
      RunningStandIn.Answer first = standIn.chat(0, "지원 자격이 무엇인가요?");
      assertThat(first.status()).isEqualTo(200);
      assertThat(first.at("/success").asBoolean()).isTrue();
      assertThat(first.at("/message").asText()).contains("지원 자격이 무엇인가요?");
      assertThat(first.at("/messageId").asText()).isNotEmpty();
      assertThat(first.at("/usage/inputTokens").asInt()).isPositive();
      assertThat(first.at("/usage/outputTokens").asInt()).isPositive();
      assertThat(first.at("/cost").asDouble()).isBetween(135.0, 165.0);
      assertThat(first.at("/responseTime").isNumber()).isTrue();
      assertThat(first.at("/contextUsed/messageCount").asInt()).isZero();

      String id = first.at("/conversationId").asText();
      String next = "{\"message\":\"more\",\"conversationId\":\"" + id + "\"}";
      for (int messages : new int[] {2, 4, 6, 8, 10, 10}) {
        RunningStandIn.Answer turn = standIn.post(0, "/api/chat", next);
        assertThat(turn.at("/conversationId").asText()).isEqualTo(id);
        assertThat(turn.at("/contextUsed/messageCount").asInt()).isEqualTo(messages);
      }
      assertThat(standIn.post(1, "/api/chat", next).status()).isEqualTo(403);
      assertThat(
              standIn
                  .post(0, "/api/chat", "{\"message\":\"a\",\"conversationId\":\"conv_x\"}")
                  .status())
          .isEqualTo(404);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{}", "[]", "{\"message\":\"  \"}", "{\"message\":"})
  void shouldAnswer400WhenThereIsNoMessage(String body) throws Exception {
    try (RunningStandIn standIn = RunningStandIn.with()) {
      assertThat(standIn.post(0, "/api/chat", body).status()).isEqualTo(400);
    }
  }

  @Test
  void shouldStreamInPiecesOverTimeWhenAnEventStreamIsAccepted() throws Exception {
    try (RunningStandIn standIn = RunningStandIn.with("standin.ai.latency=600")) {
      var response =
          HttpClient.newHttpClient()
              .send(
                  standIn
                      .request(0, "/api/chat")
                      .header("Accept", "text/event-stream")
                      .POST(BodyPublishers.ofString("{\"message\":\"안녕하세요\"}"))
                      .build(),
                  BodyHandlers.ofLines());
      assertThat(response.statusCode()).isEqualTo(200);
      assertThat(response.headers().firstValue("Content-Type").orElse(""))
          .startsWith("text/event-stream");
      assertThat(response.headers().firstValue("x-vercel-ai-ui-message-stream")).contains("v1");
      List<Long> arrivals = new ArrayList<>();
      StringBuilder body = new StringBuilder();
      try (Stream<String> lines = response.body()) {
        lines.forEach(
            line -> {
              body.append(line).append('\n');
              if (line.contains("text-delta")) {
                arrivals.add(System.nanoTime());
              }
            });
      }

      List<JsonNode> events = events(body.toString());
      assertThat(body.toString()).endsWith("data: [DONE]\n\n");
      assertThat(events.stream().map(e -> e.path("type").asText()).distinct())
          .containsExactly("start", "text-start", "text-delta", "text-end", "finish");
      assertThat(arrivals).hasSizeGreaterThan(10);
      long spreadMillis = (arrivals.get(arrivals.size() - 1) - arrivals.get(0)) / 1_000_000;
      assertThat(spreadMillis).as("not one burst").isGreaterThan(100);
      JsonNode metadata = events.get(events.size() - 1).path("messageMetadata");
      assertThat(metadata.path("conversationId").asText()).startsWith("conv_");
      assertThat(metadata.path("messageId").asText())
          .isEqualTo(events.get(0).path("messageId").asText());
      assertThat(metadata.path("usage").path("outputTokens").asInt()).isPositive();
      assertThat(metadata.path("cost").asDouble()).isBetween(135.0, 165.0);
      assertThat(metadata.path("responseTime").asInt()).isPositive();

      String next =
          "{\"message\":\"more\",\"conversationId\":\""
              + metadata.path("conversationId").asText()
              + "\"}";
      assertThat(standIn.post(0, "/api/chat", next).at("/contextUsed/messageCount").asInt())
          .isEqualTo(2);
    }
  }

  @Test
  void shouldAnswer429WhenAUserSendsTooManyMessages() throws Exception {
    try (RunningStandIn standIn = RunningStandIn.with("duration.scale=0.05")) {
      long start = System.nanoTime();
      for (int i = 0; i < 10; i++) {
        assertThat(standIn.chat(0, "a").status()).isEqualTo(200);
      }
      RunningStandIn.Answer refused = standIn.chat(0, "a");
      assertThat(refused.status()).isEqualTo(429);
      assertThat(refused.at("/error").asText()).isEqualTo("Rate Limit Exceeded");
      assertThat(refused.at("/message").asText()).isNotEmpty();
      assertThat(standIn.chat(1, "a").status()).isEqualTo(200);

      // The minute is 3 s at this scale.
      while (System.nanoTime() - start < 3_500_000_000L) {
        Thread.onSpinWait();
        Thread.sleep(50);
      }
      assertThat(standIn.chat(0, "a").status()).isEqualTo(200);
    }
  }

  @Test
  void shouldEndWithAnErrorEventWhenTheProviderBreaksOff() throws Exception {
    FailingProvider provider = new FailingProvider();
    provider.failsInTheMiddle = true;
    try (RunningStandIn standIn = RunningStandIn.with(provider)) {
      RunningStandIn.Answer answer = standIn.streamedChat(0, "a");
      List<JsonNode> events = events(answer.body());

      assertThat(answer.status()).isEqualTo(200);
      assertThat(events.get(events.size() - 1).path("type").asText()).isEqualTo("error");
      assertThat(events.get(events.size() - 1).path("errorText").asText()).isNotEmpty();
      assertThat(provider.calls).hasValue(1);
    }
  }
}
