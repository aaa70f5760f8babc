package dev.aiendpoint.standin.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.aiendpoint.standin.ai.AiFailure;
import dev.aiendpoint.standin.ai.AiReply;
import dev.aiendpoint.standin.ai.AiRequest;
import dev.aiendpoint.standin.provider.RunningProvider;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the application makes of the provider's answers and faults. */
class HttpProviderIT {

  private static final AiRequest CHAT =
      new AiRequest(
          AiRequest.Kind.CHAT,
          "user-001",
          List.of(
              new AiRequest.Message("user", "\"a\"\n"), new AiRequest.Message("assistant", "b")),
          "무엇?");

  private RunningProvider provider;
  private HttpProvider client;

  @BeforeEach
  void start() throws Exception {
    provider = RunningProvider.with();
    client = new HttpProvider(provider.baseUrl(), Duration.ofMillis(900), Map::of);
  }

  @AfterEach
  void stop() {
    provider.close();
  }

  @Test
  void shouldGetTheSameTextAndUsageWholeAndInPieces() throws Exception {
    AiReply whole = client.answer(CHAT);
    assertThat(whole.text()).contains("앞선 질문에 이어서", "무엇?");
    assertThat(whole.inputTokens()).isBetween(32_000, 35_500);
    assertThat(whole.outputTokens()).isBetween(860, 940);

    List<String> pieces = new ArrayList<>();
    AiReply streamed = client.stream(CHAT, pieces::add);
    assertThat(String.join("", pieces)).isEqualTo(streamed.text()).contains("무엇?");
    assertThat(pieces).hasSizeGreaterThan(10);
    assertThat(streamed.outputTokens()).isBetween(860, 940);
  }

  @Test
  void shouldGetLabelledLinesWhenItAsksForAnExplanation() throws Exception {
    AiReply reply =
        client.answer(new AiRequest(AiRequest.Kind.EXPLANATION, "user-001", List.of(), "AI 융합 과제"));

    assertThat(reply.text()).startsWith("요약: AI 융합 과제").contains("\n이유: ", "\n추천: ");
    assertThat(reply.inputTokens()).isBetween(44_000, 48_000);
  }

  @ParameterizedTest(name = "{0}, stream {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"mode\":\"status\",\"status\":503} | false | STATUS     | 503",
        "{\"mode\":\"status\",\"status\":529} | true  | STATUS     | 529",
        "{\"mode\":\"rate-limit\"}            | true  | STATUS     | 429",
        "{\"mode\":\"hang\"}                  | false | TIMEOUT    | 0",
        "{\"mode\":\"hang\"}                  | true  | TIMEOUT    | 0",
        "{\"mode\":\"stall\"}                 | false | TIMEOUT    | 0",
        "{\"mode\":\"stall\"}                 | true  | TIMEOUT    | 0",
        "{\"mode\":\"reset-before\"}          | false | RESET      | 0",
        "{\"mode\":\"reset-midway\"}          | false | RESET      | 0",
        "{\"mode\":\"reset-midway\"}          | true  | RESET      | 0",
        "{\"mode\":\"truncate\"}              | false | UNREADABLE | 0",
        "{\"mode\":\"truncate\"}              | true  | UNREADABLE | 0",
        "{\"mode\":\"error-event\"}           | false | UNREADABLE | 0",
        "{\"mode\":\"error-event\"}           | true  | UNREADABLE | 0",
        "{\"mode\":\"malformed\"}             | false | UNREADABLE | 0",
        "{\"mode\":\"malformed\"}             | true  | UNREADABLE | 0"
      })
  void shouldNameTheFailureAndServeTheNextWhenTheProviderFails(
      String fault, boolean stream, AiFailure.Kind kind, int status) throws Exception {
    client.answer(CHAT); // So that the faulty request finds a kept connection.
    provider.fault(fault);
    AiFailure failure =
        catchThrowableOfType(
            AiFailure.class,
            () -> {
              if (stream) {
                client.stream(CHAT, piece -> {});
              } else {
                client.answer(CHAT);
              }
            });

    assertThat(failure).isNotNull();
    assertThat(failure.kind()).isEqualTo(kind);
    assertThat(failure.status()).isEqualTo(status);
    provider.fault("{\"mode\":\"healthy\"}");
    assertThat(client.answer(CHAT).text()).isNotEmpty();
    assertThat(provider.log().path("entries")).as("no hidden retry").hasSize(3);
  }

  @Test
  void shouldGetABurstAsOneAnswer() throws Exception {
    provider.fault("{\"mode\":\"burst\"}");

    List<String> pieces = new ArrayList<>();
    assertThat(client.stream(CHAT, pieces::add).text()).isEqualTo(String.join("", pieces));
  }

  @Test
  void shouldNotBlameTheProviderWhenTheSinkFails() {
    assertThatThrownBy(
            () ->
                client.stream(
                    CHAT,
                    piece -> {
                      throw new IOException("gone");
                    }))
        .isInstanceOf(IOException.class)
        .hasMessage("gone");
  }

  @Test
  void shouldCallItAResetWhenNobodyListens() {
    provider.close();

    assertThat(catchThrowableOfType(AiFailure.class, () -> client.answer(CHAT)).kind())
        .isEqualTo(AiFailure.Kind.RESET);
  }
}
