package dev.aiendpoint.standin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadIT {

  private static RunningStandIn standIn;

  @BeforeAll
  static void start() throws Exception {
    standIn = RunningStandIn.with();
  }

  @AfterAll
  static void stop() {
    standIn.close();
  }

  @ParameterizedTest(name = "{0} {1} wants a session: {2}")
  @CsvSource({
    "GET, /api/health, false",
    "GET, /, false",
    "GET, /sign-in, false",
    "GET, /dashboard, true",
    "GET, /api/auth/session, true",
    "GET, /api/funding-programs?keyword=AI, true",
    "GET, /api/funding-programs/program-001, true",
    "GET, /api/matches, true",
    "GET, /api/matches/match-00001/explanation, true",
    "POST, /api/chat, true",
    "POST, /api/programs/program-001/save, true",
    "GET, /api/programs/saved, true",
    "GET, /api/organizations/org-01, true",
    "POST, /api/organizations/org-01, true",
    "POST, /api/ai-feedback, false"
  })
  void shouldAnswer401WhenASessionIsWantedAndMissing(String method, String path, boolean session)
      throws Exception {
    RunningStandIn.Answer answer =
        method.equals("GET") ? standIn.get(-1, path) : standIn.post(-1, path, "{}");

    if (session) {
      assertThat(answer.status()).isEqualTo(401);
      assertThat(answer.body()).isEqualTo("{\"error\":\"Unauthorized\"}");
    } else {
      assertThat(answer.status()).isNotEqualTo(401);
    }
  }

  @Test
  void shouldAnswer401WhenTheSessionIsForgedOrABearerToken() throws Exception {
    assertThat(
            standIn
                .send(
                    standIn
                        .request(-1, "/api/matches")
                        .header("Cookie", "next-auth.session-token=forged")
                        .build())
                .status())
        .isEqualTo(401);
    assertThat(
            standIn
                .send(
                    standIn
                        .request(-1, "/api/matches")
                        .header("Authorization", "Bearer " + RunningStandIn.SESSIONS.get(0))
                        .build())
                .status())
        .isEqualTo(401);
  }

  @Test
  void shouldRefuseEverySessionWhenToldTo() throws Exception {
    try (RunningStandIn rejecting = RunningStandIn.with("standin.auth=reject")) {
      assertThat(rejecting.get(0, "/api/matches").status()).isEqualTo(401);
      assertThat(rejecting.get(0, "/api/matches/match-00001/explanation").status()).isEqualTo(401);
      assertThat(rejecting.chat(0, "hello").status()).isEqualTo(401);
      assertThat(rejecting.get(-1, "/api/health").status()).isEqualTo(200);
    }
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({"/,Connect", "/sign-in,로그인", "/dashboard,대시보드"})
  void shouldBeAPageWhenAPageIsAsked(String path, String heading) throws Exception {
    RunningStandIn.Answer answer = standIn.get(0, path);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Content-Type")).startsWith("text/html");
    assertThat(answer.body()).contains("<h1>" + heading);
  }

  @Test
  void shouldSayWhoAsksWhenTheSessionIsGood() throws Exception {
    RunningStandIn.Answer answer = standIn.get(4, "/api/auth/session");

    assertThat(answer.at("/user/id").asText()).isEqualTo("user-005");
    assertThat(answer.at("/user/organizationId").asText()).isEqualTo("org-02");
  }

  @Test
  void shouldAnnounceTheCacheWhenProgrammesAreSearched() throws Exception {
    String path = "/api/funding-programs?keyword=%EB%B0%98%EB%8F%84%EC%B2%B4";
    RunningStandIn.Answer first = standIn.get(0, path);
    RunningStandIn.Answer second = standIn.get(9, path);

    assertThat(first.status()).isEqualTo(200);
    assertThat(first.header("X-Cache-Hit")).isEqualTo("false");
    assertThat(second.header("X-Cache-Hit")).isEqualTo("true");
    assertThat(second.body()).isEqualTo(first.body());
    assertThat(first.json().isArray()).isTrue();
    assertThat(first.json()).hasSize(5).allMatch(p -> p.path("title").asText().contains("반도체"));
  }

  @Test
  void shouldGiveDetailsWhenAProgrammeIsKnown() throws Exception {
    assertThat(standIn.get(0, "/api/funding-programs/program-007").header("X-Cache-Hit"))
        .isEqualTo("false");
    RunningStandIn.Answer again = standIn.get(0, "/api/funding-programs/program-007");
    assertThat(again.header("X-Cache-Hit")).isEqualTo("true");
    assertThat(again.at("/id").asText()).isEqualTo("program-007");
    assertThat(standIn.get(0, "/api/funding-programs/nothing").status()).isEqualTo(404);
  }

  @Test
  void shouldListTwentyOwnMatchesWhenACompanyAsks() throws Exception {
    RunningStandIn.Answer own = standIn.get(8, "/api/matches");
    assertThat(own.at("/success").asBoolean()).isTrue();
    Set<String> ids = new HashSet<>();
    for (JsonNode match : own.at("/matches")) {
      ids.add(match.path("id").asText());
      assertThat(match.path("score").asInt()).isBetween(1, 100);
      assertThat(match.path("program").path("title").asText()).isNotEmpty();
    }
    assertThat(ids).hasSize(20);
    assertThat(standIn.get(9, "/api/matches").header("X-Cache-Hit")).isEqualTo("true");
    assertThat(standIn.get(12, "/api/matches").body()).doesNotContain(ids);

    assertThat(standIn.get(8, "/api/matches?status=new").at("/matches"))
        .hasSize(10)
        .allMatch(match -> match.path("status").asText().equals("new"));
    assertThat(standIn.get(8, "/api/matches?status=odd").status()).isEqualTo(400);
  }

  @Test
  void shouldNeverHitWhenTheCacheIsOff() throws Exception {
    try (RunningStandIn uncached = RunningStandIn.with("standin.cache=off")) {
      for (int i = 0; i < 2; i++) {
        assertThat(uncached.get(0, "/api/matches").header("X-Cache-Hit")).isEqualTo("false");
        assertThat(
                uncached
                    .get(0, "/api/matches/match-00001/explanation")
                    .at("/metadata/cached")
                    .asBoolean())
            .isFalse();
      }
      assertThat(uncached.get(-1, "/api/health").status()).isEqualTo(200);
    }
  }

  @Test
  void shouldSayWhichWhenPathOrMethodIsUnknown() throws Exception {
    assertThat(standIn.get(0, "/api/nothing").status()).isEqualTo(404);
    assertThat(standIn.get(0, "/api/chat").status()).isEqualTo(405);
  }
}
