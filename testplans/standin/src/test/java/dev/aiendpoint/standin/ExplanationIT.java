package dev.aiendpoint.standin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ExplanationIT {

  @Test
  void shouldCostOnlyTheFirstTimeWhenTheCacheIsOn() throws Exception {
    try (RunningStandIn standIn = RunningStandIn.with("standin.ai.latency=150")) {
      RunningStandIn.Answer first = standIn.get(0, "/api/matches/match-00001/explanation");
      RunningStandIn.Answer second = standIn.get(1, "/api/matches/match-00001/explanation");

      assertThat(first.status()).isEqualTo(200);
      assertThat(first.at("/success").asBoolean()).isTrue();
      assertThat(first.at("/matchId").asText()).isEqualTo("match-00001");
      assertThat(first.at("/match/id").asText()).isEqualTo("match-00001");
      assertThat(first.at("/metadata/cached").asBoolean()).isFalse();
      assertThat(first.at("/metadata/cost").asDouble()).isBetween(185.0, 215.0);
      assertThat(first.at("/metadata/usage/inputTokens").asInt()).isPositive();
      assertThat(first.at("/metadata/usage/outputTokens").asInt()).isPositive();
      assertThat(first.at("/metadata/responseTime").asInt()).isGreaterThan(20);
      assertThat(first.at("/explanation/summary").asText()).isNotEmpty();
      assertThat(first.at("/explanation/reasons")).hasSize(3);
      assertThat(first.at("/explanation/cautions").asText()).isNotEmpty();
      assertThat(first.at("/explanation/recommendation").asText()).isNotEmpty();

      assertThat(second.at("/metadata/cached").asBoolean()).isTrue();
      assertThat(second.at("/metadata/cost").asDouble()).isZero();
      assertThat(second.at("/metadata/usage").isMissingNode()).isTrue();
      assertThat(second.at("/explanation")).isEqualTo(first.at("/explanation"));
    }
  }

  @Test
  void shouldRefuseWhenTheMatchIsAnothersOrUnknown() throws Exception {
    try (RunningStandIn standIn = RunningStandIn.with()) {
      assertThat(standIn.get(4, "/api/matches/match-00001/explanation").status()).isEqualTo(403);
      assertThat(standIn.get(4, "/api/matches/nothing/explanation").status()).isEqualTo(404);
    }
  }

  @Test
  void shouldAnswer429And503WhenTheApplicationsLimitAndBudgetAreUsedUp() throws Exception {
    try (RunningStandIn limited = RunningStandIn.with("standin.ai.limit=1");
        RunningStandIn poor = RunningStandIn.with("standin.ai.budget=100")) {
      assertThat(limited.chat(0, "a").status()).isEqualTo(200);
      RunningStandIn.Answer refused = limited.get(0, "/api/matches/match-00001/explanation");
      assertThat(refused.status()).isEqualTo(429);
      assertThat(refused.at("/error").asText()).isEqualTo("Rate Limit Exceeded");
      assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 60);

      assertThat(poor.chat(0, "a").status()).isEqualTo(200);
      RunningStandIn.Answer spent = poor.chat(0, "b");
      assertThat(spent.status()).isEqualTo(503);
      assertThat(spent.at("/error").asText()).contains("Budget");
    }
  }
}
