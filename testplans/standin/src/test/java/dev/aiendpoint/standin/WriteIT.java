package dev.aiendpoint.standin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WriteIT {

  private static RunningStandIn standIn;

  @BeforeAll
  static void start() throws Exception {
    standIn = RunningStandIn.with();
  }

  @AfterAll
  static void stop() {
    standIn.close();
  }

  @Test
  void shouldBeReadableBackWhenAProgrammeWasSaved() throws Exception {
    assertThat(standIn.post(0, "/api/programs/program-003/save", "").status()).isEqualTo(201);
    assertThat(standIn.post(0, "/api/programs/program-003/save", "").status()).isEqualTo(200);
    assertThat(standIn.post(0, "/api/programs/program-001/save", "{}").status()).isEqualTo(201);
    assertThat(standIn.post(0, "/api/programs/nothing/save", "").status()).isEqualTo(404);

    RunningStandIn.Answer saved = standIn.get(0, "/api/programs/saved");
    assertThat(saved.at("/programs").findValuesAsText("programId"))
        .containsExactly("program-001", "program-003");
    assertThat(saved.at("/programs/0/savedAt").asLong()).isPositive();
    assertThat(standIn.get(1, "/api/programs/saved").at("/programs")).isEmpty();
  }

  @Test
  void shouldLoseTheShareOfAcknowledgedSavesWhenToldTo() throws Exception {
    try (RunningStandIn losing = RunningStandIn.with("standin.lose.writes=0.3")) {
      int acknowledged = 0;
      for (int i = 1; i <= 60; i++) {
        int status = losing.post(0, "/api/programs/program-%03d/save".formatted(i), "").status();
        acknowledged += status == 201 ? 1 : 0;
      }
      int stored = losing.get(0, "/api/programs/saved").at("/programs").size();
      int lost = losing.get(-1, "/__standin/stats").at("/lostSaves").asInt();

      assertThat(acknowledged).isEqualTo(60);
      assertThat(stored).isBetween(30, 54).isEqualTo(60 - lost);
    }
  }

  @Test
  void shouldReadTheChangeWhenAProfileWasUpdated() throws Exception {
    standIn.get(0, "/api/organizations/org-01");
    assertThat(standIn.get(0, "/api/organizations/org-01").header("X-Cache-Hit")).isEqualTo("true");
    assertThat(
            standIn
                .post(0, "/api/organizations/org-01", "{\"trl\":7,\"industry\":\"로봇\"}")
                .status())
        .isEqualTo(200);

    RunningStandIn.Answer changed = standIn.get(0, "/api/organizations/org-01");
    assertThat(changed.header("X-Cache-Hit")).isEqualTo("false");
    assertThat(changed.at("/trl").asInt()).isEqualTo(7);
    assertThat(changed.at("/industry").asText()).isEqualTo("로봇");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "a level out of range     | /api/organizations/org-01 | {'trl':10,'industry':'a'} | 400",
        "no industry              | /api/organizations/org-01 | {'trl':5} | 400",
        "an unknown field         | /api/organizations/org-01 | {'trl':5,'industry':'a','x':1}|400",
        "another company          | /api/organizations/org-02 | {'trl':5,'industry':'a'} | 403",
        "an unknown company       | /api/organizations/org-99 | {'trl':5,'industry':'a'} | 404",
        "whole feedback           | /api/ai-feedback | {'serviceType':'QA_CHAT','resourceId':'m',"
            + "'rating':'HELPFUL','comment':'좋아요'} | 201",
        "feedback, no comment     | /api/ai-feedback | {'serviceType':'MATCH_EXPLANATION',"
            + "'resourceId':'m','rating':'NOT_HELPFUL'} | 201",
        "feedback, no rating      | /api/ai-feedback | {'serviceType':'QA_CHAT','resourceId':'m'}"
            + " | 400",
        "feedback, odd service    | /api/ai-feedback | {'serviceType':'X','resourceId':'m',"
            + "'rating':'HELPFUL'} | 400",
        "feedback, odd rating     | /api/ai-feedback | {'serviceType':'QA_CHAT','resourceId':'m',"
            + "'rating':'GOOD'} | 400",
        "feedback, unknown field  | /api/ai-feedback | {'serviceType':'QA_CHAT','resourceId':'m',"
            + "'rating':'HELPFUL','stars':5} | 400",
        "feedback that is no JSON | /api/ai-feedback | stars | 400"
      })
  void shouldAnswerAsSpecifiedWhenSomethingIsWritten(
      String sentence, String path, String body, int status) throws Exception {
    assertThat(standIn.post(0, path, body.replace('\'', '"')).status()).isEqualTo(status);
  }
}
