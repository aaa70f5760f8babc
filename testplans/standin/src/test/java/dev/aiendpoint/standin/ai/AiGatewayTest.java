package dev.aiendpoint.standin.ai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aiendpoint.standin.MutableClock;
import dev.aiendpoint.standin.limit.DailyBudget;
import dev.aiendpoint.standin.limit.SlidingLimit;
import dev.aiendpoint.standin.options.Scale;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AiGatewayTest {

  private static final AiRequest REQUEST =
      new AiRequest(AiRequest.Kind.CHAT, "user-001", List.of(), "?");
  private static final AiReply REPLY = new AiReply("하나 둘", 34_000, 900);

  /** Back-off of 1, 2 and 4 ms. */
  private static final Scale FAST = new Scale(0.001, 1);

  /** Fails as it is told, then answers. */
  private static final class ScriptedProvider implements AiProvider {

    final Deque<AiFailure> failures = new ArrayDeque<>();
    boolean failAfterFirstPiece;
    int calls;

    @Override
    public AiReply answer(AiRequest request) throws AiFailure {
      calls++;
      if (!failures.isEmpty()) {
        throw failures.pop();
      }
      return REPLY;
    }

    @Override
    public AiReply stream(AiRequest request, TextSink sink) throws AiFailure, IOException {
      if (failAfterFirstPiece) {
        sink.accept("하나 ");
      }
      AiReply reply = answer(request);
      sink.accept(reply.text());
      return reply;
    }
  }

  private final MutableClock clock = new MutableClock();
  private final ScriptedProvider provider = new ScriptedProvider();
  private final ResilienceCircuit circuit =
      new ResilienceCircuit(false, new Scale(1, 1), clock, new CircuitEvents());

  private AiGateway gateway(Optional<SlidingLimit> limit, OptionalLong budget) {
    return new AiGateway(provider, circuit, limit, new DailyBudget(budget, clock), FAST);
  }

  private AiGateway gateway() {
    return gateway(Optional.empty(), OptionalLong.empty());
  }

  private void failNext(int times, AiFailure failure) {
    for (int i = 0; i < times; i++) {
      provider.failures.add(failure);
    }
  }

  @Test
  void shouldPriceTheAnswerWhenTheProviderAnswers() throws Exception {
    assertThat(gateway().answer(REQUEST)).isEqualTo(new AiResult.Answered(REPLY, 150.15));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "an overloaded provider is asked four times,     503, 4",
    "an internal error is retried too,               500, 4",
    "a rate-limited call is retried,                 429, 4",
    "a wrong request is not retried,                 400, 1",
    "529 is on nobody's list,                        529, 1"
  })
  void shouldRetryWhenItMayHelp(String sentence, int status, int calls) throws Exception {
    failNext(9, AiFailure.status(status, "no"));

    assertThat(gateway().answer(REQUEST)).isInstanceOf(AiResult.Failed.class);
    assertThat(provider.calls).isEqualTo(calls);
  }

  @Test
  void shouldAnswerWhenARetrySucceeds() throws Exception {
    failNext(3, AiFailure.of(AiFailure.Kind.RESET, "reset"));

    assertThat(gateway().answer(REQUEST)).isInstanceOf(AiResult.Answered.class);
    assertThat(circuit.state()).isEqualTo("CLOSED");
  }

  @Test
  void shouldOpenInTheSecondCallWhenEachAttemptCounts() throws Exception {
    failNext(9, AiFailure.status(503, "no"));

    assertThat(gateway().answer(REQUEST)).isInstanceOf(AiResult.Failed.class);
    assertThat(gateway().answer(REQUEST)).isEqualTo(new AiResult.Refused("OPEN"));
    assertThat(provider.calls).isEqualTo(5);
    assertThat(gateway().answer(REQUEST)).isEqualTo(new AiResult.Refused("OPEN"));
    assertThat(provider.calls).isEqualTo(5);
  }

  @Test
  void shouldNotRetryWhenAPieceHasGoneOut() throws Exception {
    provider.failAfterFirstPiece = true;
    failNext(1, AiFailure.of(AiFailure.Kind.RESET, "reset"));

    AiResult result = gateway().stream(REQUEST, piece -> {});

    assertThat(result)
        .isInstanceOfSatisfying(
            AiResult.Failed.class, failed -> assertThat(failed.begun()).isTrue());
    assertThat(provider.calls).isEqualTo(1);
  }

  @Test
  void shouldNotBlameTheProviderWhenTheClientHasGone() {
    for (int i = 0; i < 6; i++) {
      assertThatThrownBy(
              () ->
                  gateway().stream(
                      REQUEST,
                      piece -> {
                        throw new IOException("gone");
                      }))
          .isInstanceOf(IOException.class);
    }
    assertThat(circuit.state()).isEqualTo("CLOSED");
  }

  @Test
  void shouldLimitWhenTheApplicationsCallsAreUsedUp() throws Exception {
    AiGateway limited =
        gateway(
            Optional.of(new SlidingLimit(1, Duration.ofSeconds(60), clock)), OptionalLong.empty());

    assertThat(limited.answer(REQUEST)).isInstanceOf(AiResult.Answered.class);
    assertThat(limited.answer(REQUEST)).isEqualTo(new AiResult.Limited(Duration.ofSeconds(60)));
    assertThat(provider.calls).isEqualTo(1);
  }

  @Test
  void shouldNotCallWhenTheBudgetIsSpent() throws Exception {
    AiGateway poor = gateway(Optional.empty(), OptionalLong.of(100));

    assertThat(poor.answer(REQUEST)).isInstanceOf(AiResult.Answered.class);
    assertThat(poor.answer(REQUEST)).isEqualTo(new AiResult.BudgetSpent());
    assertThat(provider.calls).isEqualTo(1);
  }
}
