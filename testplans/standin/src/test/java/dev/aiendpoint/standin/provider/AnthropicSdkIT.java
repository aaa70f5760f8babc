package dev.aiendpoint.standin.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.anthropic.client.AnthropicClient;
import com.anthropic.client.okhttp.AnthropicOkHttpClient;
import com.anthropic.core.http.StreamResponse;
import com.anthropic.errors.AnthropicException;
import com.anthropic.errors.AnthropicServiceException;
import com.anthropic.errors.BadRequestException;
import com.anthropic.errors.InternalServerException;
import com.anthropic.errors.RateLimitException;
import com.anthropic.helpers.MessageAccumulator;
import com.anthropic.models.messages.Message;
import com.anthropic.models.messages.MessageCreateParams;
import com.anthropic.models.messages.RawMessageStreamEvent;
import com.anthropic.models.messages.StopReason;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Anthropic's own client works against the provider, and sees its faults as it would the real. */
class AnthropicSdkIT {

  private static final MessageCreateParams QUESTION =
      MessageCreateParams.builder()
          .model("claude-sonnet-4-5")
          .maxTokens(1_000)
          .system("You are brief.")
          .addUserMessage("지원 자격이 무엇인가요?")
          .build();

  private RunningProvider provider;

  /** Long, since a first call on a busy machine is slow. */
  private Duration timeout = Duration.ofSeconds(20);

  @BeforeEach
  void start() throws Exception {
    provider = RunningProvider.with();
  }

  @AfterEach
  void stop() {
    provider.close();
  }

  private AnthropicClient client(int retries) {
    return AnthropicOkHttpClient.builder()
        .apiKey("sk-test")
        .baseUrl(provider.baseUrl().toString())
        .maxRetries(retries)
        .timeout(timeout)
        .build();
  }

  private Message streamed(AnthropicClient client) {
    MessageAccumulator whole = MessageAccumulator.create();
    try (StreamResponse<RawMessageStreamEvent> events =
        client.messages().createStreaming(QUESTION)) {
      events.stream().map(RawMessageStreamEvent::validate).forEach(whole::accumulate);
    }
    return whole.message();
  }

  private static String text(Message message) {
    return message.content().get(0).text().orElseThrow().text();
  }

  @Test
  void shouldAnswerWhenAsked() {
    Message message = client(0).messages().create(QUESTION).validate();

    assertThat(text(message)).contains("지원 자격이 무엇인가요?");
    assertThat(message.model().asString()).isEqualTo("claude-sonnet-4-5");
    assertThat(message.stopReason()).contains(StopReason.END_TURN);
    assertThat(message.usage().inputTokens()).isPositive();
    assertThat(message.usage().outputTokens()).isBetween(800L, 1_000L);
  }

  @Test
  void shouldAnswerTheSameInAStream() throws Exception {
    Message message = streamed(client(0)).validate();

    assertThat(text(message)).contains("지원 자격이 무엇인가요?");
    assertThat(message.stopReason()).contains(StopReason.END_TURN);
    assertThat(message.usage().outputTokens()).isBetween(800L, 1_000L);
    try (RunningProvider again = RunningProvider.with()) {
      AnthropicClient other =
          AnthropicOkHttpClient.builder()
              .apiKey("sk-test")
              .baseUrl(again.baseUrl().toString())
              .build();
      assertThat(text(other.messages().create(QUESTION)))
          .as("the same seed")
          .isEqualTo(text(message));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 503, 529})
  void shouldSeeAServerErrorWhenTheProviderFails(int status) throws Exception {
    provider.fault("{\"mode\":\"status\",\"status\":" + status + "}");

    assertThatThrownBy(() -> client(0).messages().create(QUESTION))
        .isInstanceOfSatisfying(
            InternalServerException.class, e -> assertThat(e.statusCode()).isEqualTo(status));
    assertThatThrownBy(() -> streamed(client(0)))
        .isInstanceOfSatisfying(
            InternalServerException.class, e -> assertThat(e.statusCode()).isEqualTo(status));
  }

  @Test
  void shouldRetryTwiceByItselfWhenTheProviderFails() throws Exception {
    provider.fault("{\"mode\":\"status\",\"status\":503}");

    assertThatThrownBy(() -> client(2).messages().create(QUESTION))
        .isInstanceOf(InternalServerException.class);
    assertThat(provider.log().path("entries")).hasSize(3);
  }

  @Test
  void shouldSeeALimitWithItsHeadersWhenThereIsOne() throws Exception {
    provider.fault("{\"mode\":\"rate-limit\",\"retryAfterSeconds\":7}");

    assertThatThrownBy(() -> client(0).messages().create(QUESTION))
        .isInstanceOfSatisfying(
            RateLimitException.class,
            e -> {
              assertThat(e.headers().values("retry-after")).containsExactly("7");
              assertThat(e.headers().values("anthropic-ratelimit-requests-remaining"))
                  .containsExactly("0");
            });
  }

  @Test
  void shouldWaitAsToldAndRetryWhenTheLimitIsShort() throws Exception {
    provider.fault("{\"mode\":\"rate-limit\",\"retryAfterSeconds\":1,\"durationMs\":600}");
    long start = System.nanoTime();

    assertThat(text(client(2).messages().create(QUESTION))).isNotEmpty();
    assertThat((System.nanoTime() - start) / 1_000_000).isGreaterThanOrEqualTo(1_000);
    assertThat(provider.log().path("entries").findValuesAsText("mode"))
        .containsExactly("rate-limit", "healthy");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"mode\":\"hang\"}",
        "{\"mode\":\"reset-before\"}",
        "{\"mode\":\"reset-midway\"}",
        "{\"mode\":\"stall\"}"
      })
  void shouldSeeAnErrorAndWaitNoLongerWhenTheConnectionFails(String fault) throws Exception {
    timeout = Duration.ofSeconds(1);
    provider.fault(fault);

    assertThatThrownBy(() -> client(0).messages().create(QUESTION))
        .isInstanceOf(AnthropicException.class);
    assertThatThrownBy(() -> streamed(client(0))).isInstanceOf(AnthropicException.class);
  }

  @Test
  void shouldSeeTheErrorWhenItComesInsideAStream() throws Exception {
    provider.fault("{\"mode\":\"error-event\"}");

    assertThatThrownBy(() -> streamed(client(0)))
        .isInstanceOf(AnthropicServiceException.class)
        .hasMessageContaining("overloaded_error");
  }

  @Test
  void shouldSeeNoWholeMessageWhenTheStreamIsCutOrMalformed() throws Exception {
    provider.fault("{\"mode\":\"malformed\"}");
    assertThatThrownBy(() -> streamed(client(0))).isInstanceOf(AnthropicException.class);

    provider.fault("{\"mode\":\"truncate\"}");
    assertThatThrownBy(() -> streamed(client(0))).isInstanceOf(RuntimeException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"mode\":\"burst\"}",
        "{\"mode\":\"slow-first-token\",\"firstTokenMs\":300}",
        "{\"mode\":\"slow-tokens\",\"gapMs\":10}",
        "{\"mode\":\"stall\",\"stallMs\":300}"
      })
  void shouldGetTheWholeAnswerWhenItIsOnlySlow(String fault) throws Exception {
    provider.fault(fault);

    assertThat(text(streamed(client(0)).validate())).contains("지원 자격이 무엇인가요?");
  }

  @Test
  void shouldSayWhatIsMissingWhenTheRequestIsWrong() throws Exception {
    assertThat(provider.post("/v1/messages", "{\"model\":\"m\"}").statusCode()).isEqualTo(400);
    assertThatThrownBy(
            () ->
                client(0)
                    .messages()
                    .create(
                        MessageCreateParams.builder()
                            .model("m")
                            .maxTokens(1)
                            .messages(java.util.List.of())
                            .build()))
        .isInstanceOf(BadRequestException.class);
  }
}
