package dev.aiendpoint.standin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HealthIT {

  @Test
  void shouldBeOkWithMeasuredLatenciesWhenEverythingWorks() throws Exception {
    try (RunningStandIn standIn = RunningStandIn.with()) {
      RunningStandIn.Answer answer = standIn.get(-1, "/api/health");

      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.at("/status").asText()).isEqualTo("ok");
      for (String check : new String[] {"database", "redis_cache", "redis_queue"}) {
        assertThat(answer.at("/checks/" + check + "/status").asText()).isEqualTo("healthy");
        assertThat(answer.at("/checks/" + check + "/latency").isNumber()).isTrue();
        assertThat(answer.at("/checks/" + check + "/error").isMissingNode()).isTrue();
      }
      assertThat(answer.at("/latency").asDouble())
          .isGreaterThanOrEqualTo(answer.at("/checks/database/latency").asDouble())
          .isPositive();
    }
  }

  @Test
  void shouldBeDegradedWithTheDatabasesOwnErrorWhenItIsDown() throws Exception {
    try (RunningStandIn standIn = RunningStandIn.with("standin.database=down")) {
      RunningStandIn.Answer answer = standIn.get(-1, "/api/health");

      assertThat(answer.status()).isEqualTo(503);
      assertThat(answer.at("/status").asText()).isEqualTo("degraded");
      assertThat(answer.at("/checks/database/status").asText()).isEqualTo("unhealthy");
      assertThat(answer.at("/checks/database/error").asText()).contains("Database");
      assertThat(answer.at("/checks/redis_cache/status").asText()).isEqualTo("healthy");
      assertThat(standIn.get(0, "/api/matches").status()).isEqualTo(500);
      assertThat(standIn.get(-1, "/api/health").status()).isEqualTo(503);
    }
  }
}
