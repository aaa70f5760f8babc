package dev.aiendpoint.standin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** At this scale the circuit is open for 1.5 s, and back-off takes 0.05, 0.1 and 0.2 s. */
class CircuitIT {

  private static final String SCALE = "duration.scale=0.05";

  private final FailingProvider provider = new FailingProvider();

  private static void open(RunningStandIn standIn) throws Exception {
    for (int user = 0; user < 2; user++) {
      standIn.chat(user, "a");
    }
    assertThat(standIn.get(-1, "/__standin/stats").at("/circuit").asText()).isEqualTo("OPEN");
  }

  private static void passOpenTime() throws InterruptedException {
    Thread.sleep(1_600);
  }

  @Test
  void shouldShowFallbackContentWhenTheCircuitIsOpenAndOpaque() throws Exception {
    try (RunningStandIn standIn = RunningStandIn.with(provider, SCALE)) {
      open(standIn);
      assertThat(provider.calls).hasValue(5);

      RunningStandIn.Answer explanation = standIn.get(0, "/api/matches/match-00001/explanation");
      assertThat(explanation.status()).isEqualTo(200);
      assertThat(explanation.at("/explanation/summary").asText()).contains("일시 중단");
      assertThat(explanation.at("/metadata/cached").asBoolean(true)).isFalse();
      assertThat(explanation.at("/metadata/cost").asDouble(1)).isZero();
      assertThat(explanation.at("/metadata/usage").isMissingNode()).isTrue();
      assertThat(explanation.header("X-Circuit-State")).isEmpty();

      RunningStandIn.Answer chat = standIn.chat(0, "a");
      assertThat(chat.status()).isEqualTo(200);
      assertThat(chat.at("/message").asText()).contains("일시적으로 사용 불가");
      assertThat(chat.at("/usage/inputTokens").asInt(1)).isZero();
      assertThat(chat.at("/usage/outputTokens").asInt(1)).isZero();
      assertThat(chat.at("/cost").asDouble(1)).isZero();

      RunningStandIn.Answer stream = standIn.streamedChat(0, "a");
      assertThat(stream.status()).isEqualTo(200);
      assertThat(stream.body())
          .contains("일시적으로 사용 불가", "\"inputTokens\":0,\"outputTokens\":0", "[DONE]");
      assertThat(provider.calls).hasValue(5);
      assertThat(standIn.get(0, "/api/matches").status()).isEqualTo(200);
    }
  }

  @Test
  void shouldRecoverThroughOneProbeWhenTheProviderIsBack() throws Exception {
    try (RunningStandIn standIn = RunningStandIn.with(provider, SCALE)) {
      open(standIn);
      assertThat(standIn.get(0, "/api/matches/match-00001/explanation").body()).contains("일시 중단");
      passOpenTime();
      standIn.chat(3, "the probe fails");
      provider.failing = false;
      assertThat(standIn.chat(3, "still open").at("/cost").asDouble()).isZero();
      passOpenTime();
      assertThat(standIn.chat(3, "the probe succeeds").at("/cost").asDouble()).isPositive();

      var events = standIn.get(-1, "/__standin/events").at("/events");
      assertThat(events.findValuesAsText("to"))
          .containsExactly("OPEN", "HALF_OPEN", "OPEN", "HALF_OPEN", "CLOSED");
      assertThat(events.get(0).path("failures").asInt()).isEqualTo(5);
      assertThat(
              events.get(1).path("atEpochMs").asLong() - events.get(0).path("atEpochMs").asLong())
          .isGreaterThanOrEqualTo(1_500);
      // The fallback content of before was not cached.
      assertThat(
              standIn
                  .get(0, "/api/matches/match-00001/explanation")
                  .at("/metadata/cached")
                  .asBoolean(true))
          .isFalse();
    }
  }

  @Test
  void shouldAnswer503WithTheStateWhenTheCircuitIsOpenAndExplicit() throws Exception {
    try (RunningStandIn standIn =
        RunningStandIn.with(provider, SCALE, "standin.visibility=explicit")) {
      RunningStandIn.Answer failed = standIn.chat(0, "a");
      assertThat(failed.status()).isEqualTo(503);
      assertThat(failed.header("X-Circuit-State")).isEqualTo("CLOSED");
      assertThat(failed.body()).doesNotContain("Circuit breaker");
      standIn.chat(1, "a");

      for (RunningStandIn.Answer refused :
          new RunningStandIn.Answer[] {
            standIn.chat(1, "a"),
            standIn.streamedChat(1, "a"),
            standIn.get(0, "/api/matches/match-00001/explanation")
          }) {
        assertThat(refused.status()).isEqualTo(503);
        assertThat(refused.header("X-Circuit-State")).isEqualTo("OPEN");
        assertThat(refused.at("/message").asText()).contains("Circuit breaker is OPEN");
      }
      provider.failing = false;
      passOpenTime();
      RunningStandIn.Answer served = standIn.chat(1, "a");
      assertThat(served.status()).isEqualTo(200);
      assertThat(served.header("X-Circuit-State")).isEqualTo("CLOSED");
    }
  }

  @Test
  void shouldStayHalfOpenWhenTheBreakerIsStuck() throws Exception {
    try (RunningStandIn standIn =
        RunningStandIn.with(
            provider, SCALE, "standin.visibility=explicit", "standin.breaker=stuck-half-open")) {
      open(standIn);
      passOpenTime();
      standIn.chat(3, "a probe fails, and its retry is the second probe");
      provider.failing = false;
      passOpenTime();

      RunningStandIn.Answer refused = standIn.chat(3, "a");
      assertThat(refused.status()).isEqualTo(503);
      assertThat(refused.header("X-Circuit-State")).isEqualTo("HALF_OPEN");
      assertThat(refused.at("/message").asText()).contains("testing recovery");
    }
  }

  @Test
  void shouldCallTheProviderEachTimeWhenThereIsNoBreaker() throws Exception {
    try (RunningStandIn standIn = RunningStandIn.with(provider, SCALE, "standin.breaker=off")) {
      long start = System.nanoTime();
      for (int i = 0; i < 3; i++) {
        assertThat(standIn.chat(i, "a").at("/message").asText()).contains("일시적으로 사용 불가");
      }
      assertThat(provider.calls).hasValue(12);
      assertThat((System.nanoTime() - start) / 1_000_000).as("slow fallbacks").isGreaterThan(1_000);
      assertThat(standIn.get(-1, "/__standin/events").at("/events")).isEmpty();
    }
  }
}
