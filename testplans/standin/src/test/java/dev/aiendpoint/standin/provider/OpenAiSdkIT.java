package dev.aiendpoint.standin.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.core.http.StreamResponse;
import com.openai.errors.InternalServerException;
import com.openai.errors.OpenAIException;
import com.openai.errors.RateLimitException;
import com.openai.helpers.ChatCompletionAccumulator;
import com.openai.helpers.ResponseAccumulator;
import com.openai.models.chat.completions.ChatCompletion;
import com.openai.models.chat.completions.ChatCompletionChunk;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import com.openai.models.chat.completions.ChatCompletionStreamOptions;
import com.openai.models.responses.Response;
import com.openai.models.responses.ResponseCreateParams;
import com.openai.models.responses.ResponseStreamEvent;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** OpenAI's own client works against the provider, in both of OpenAI's formats. */
class OpenAiSdkIT {

  private static final ChatCompletionCreateParams CHAT =
      ChatCompletionCreateParams.builder()
          .model("gpt-5")
          .addSystemMessage("You are brief.")
          .addUserMessage("지원 자격이 무엇인가요?")
          .streamOptions(ChatCompletionStreamOptions.builder().includeUsage(true).build())
          .build();

  private static final ResponseCreateParams RESPONSE =
      ResponseCreateParams.builder()
          .model("gpt-5")
          .instructions("You are brief.")
          .input("지원 자격이 무엇인가요?")
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

  private OpenAIClient client(int retries) {
    return OpenAIOkHttpClient.builder()
        .apiKey("sk-test")
        .baseUrl(provider.baseUrl() + "/v1")
        .maxRetries(retries)
        .timeout(timeout)
        .build();
  }

  private ChatCompletion streamedChat() {
    ChatCompletionAccumulator whole = ChatCompletionAccumulator.create();
    try (StreamResponse<ChatCompletionChunk> chunks =
        client(0).chat().completions().createStreaming(CHAT)) {
      chunks.stream().map(ChatCompletionChunk::validate).forEach(whole::accumulate);
    }
    return whole.chatCompletion();
  }

  private Response streamedResponse() {
    ResponseAccumulator whole = ResponseAccumulator.create();
    try (StreamResponse<ResponseStreamEvent> events =
        client(0).responses().createStreaming(RESPONSE)) {
      events.stream().map(ResponseStreamEvent::validate).forEach(whole::accumulate);
    }
    return whole.response();
  }

  private static String text(ChatCompletion completion) {
    return completion.choices().get(0).message().content().orElseThrow();
  }

  private static String text(Response response) {
    return response
        .output()
        .get(0)
        .message()
        .orElseThrow()
        .content()
        .get(0)
        .outputText()
        .orElseThrow()
        .text();
  }

  @Test
  void shouldCompleteAChatWhenAsked() {
    ChatCompletion completion = client(0).chat().completions().create(CHAT).validate();

    assertThat(text(completion)).contains("지원 자격이 무엇인가요?");
    assertThat(completion.choices().get(0).finishReason())
        .isEqualTo(ChatCompletion.Choice.FinishReason.STOP);
    assertThat(completion.usage().orElseThrow().completionTokens()).isBetween(800L, 1_000L);
  }

  @Test
  void shouldCompleteAChatInAStream() {
    ChatCompletion completion = streamedChat().validate();

    assertThat(text(completion)).contains("지원 자격이 무엇인가요?");
    assertThat(completion.usage().orElseThrow().completionTokens()).isBetween(800L, 1_000L);
  }

  @Test
  void shouldRespondWhenAsked() {
    Response response = client(0).responses().create(RESPONSE).validate();

    assertThat(text(response)).contains("지원 자격이 무엇인가요?");
    assertThat(response.usage().orElseThrow().outputTokens()).isBetween(800L, 1_000L);
  }

  @Test
  void shouldRespondInAStream() {
    Response response = streamedResponse().validate();

    assertThat(text(response)).contains("지원 자격이 무엇인가요?");
    assertThat(response.usage().orElseThrow().outputTokens()).isBetween(800L, 1_000L);
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 503, 529})
  void shouldSeeAServerErrorWhenTheProviderFails(int status) throws Exception {
    provider.fault("{\"mode\":\"status\",\"status\":" + status + "}");

    assertThatThrownBy(() -> client(0).chat().completions().create(CHAT))
        .isInstanceOf(InternalServerException.class);
    assertThatThrownBy(this::streamedChat).isInstanceOf(InternalServerException.class);
    assertThatThrownBy(() -> client(0).responses().create(RESPONSE))
        .isInstanceOf(InternalServerException.class);
    assertThatThrownBy(this::streamedResponse).isInstanceOf(InternalServerException.class);
  }

  @Test
  void shouldRetryTwiceByItselfWhenTheProviderFails() throws Exception {
    provider.fault("{\"mode\":\"status\",\"status\":503}");

    assertThatThrownBy(() -> client(2).responses().create(RESPONSE))
        .isInstanceOf(InternalServerException.class);
    assertThat(provider.log().path("entries")).hasSize(3);
  }

  @Test
  void shouldSeeALimitWithItsHeadersWhenThereIsOne() throws Exception {
    provider.fault("{\"mode\":\"rate-limit\",\"retryAfterSeconds\":90}");

    assertThatThrownBy(() -> client(0).chat().completions().create(CHAT))
        .isInstanceOfSatisfying(
            RateLimitException.class,
            e -> {
              assertThat(e.headers().values("retry-after")).containsExactly("90");
              assertThat(e.headers().values("x-ratelimit-reset-requests")).containsExactly("1m30s");
            });
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

    assertThatThrownBy(() -> client(0).chat().completions().create(CHAT))
        .isInstanceOf(OpenAIException.class);
    assertThatThrownBy(this::streamedResponse).isInstanceOf(OpenAIException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"error-event", "malformed"})
  void shouldSeeTheErrorWhenItComesInsideAStream(String mode) throws Exception {
    provider.fault("{\"mode\":\"" + mode + "\"}");

    assertThatThrownBy(this::streamedChat).isInstanceOf(OpenAIException.class);
    assertThatThrownBy(this::streamedResponse).isInstanceOf(RuntimeException.class);
  }

  @Test
  void shouldSeeNoWholeAnswerWhenTheStreamIsCut() throws Exception {
    provider.fault("{\"mode\":\"truncate\"}");

    assertThatThrownBy(this::streamedChat).isInstanceOf(RuntimeException.class);
    assertThatThrownBy(this::streamedResponse).isInstanceOf(RuntimeException.class);
  }
}
