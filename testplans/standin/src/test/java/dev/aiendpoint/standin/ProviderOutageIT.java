package dev.aiendpoint.standin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/**
 * An outage of the AI provider that is made over its control API, and what the application makes of
 * it. At this scale the circuit is open for 1.5 s.
 */
class ProviderOutageIT {

  private static final String SCALE = "duration.scale=0.05";

  private static List<String> transitions(RunningStandIn standIn) throws Exception {
    return standIn.get(-1, "/__standin/events").at("/events").findValuesAsText("to");
  }

  private static void chatUntil(RunningStandIn standIn, String state) throws Exception {
    for (int i = 0; i < 200 && !transitions(standIn).contains(state); i++) {
      standIn.chat(i % 100, "a");
      Thread.sleep(20);
    }
    assertThat(transitions(standIn)).contains(state);
  }

  @Test
  void shouldOpenAfterFiveFailuresInTheProvidersLogAndHealWhenTheFaultIsLifted() throws Exception {
    try (RunningStandIn standIn = RunningStandIn.with(SCALE)) {
      assertThat(standIn.chat(0, "a").at("/cost").asDouble()).isPositive();
      standIn.control("PUT", "/faults", "{\"mode\":\"status\",\"status\":503,\"delayMs\":30}");
      chatUntil(standIn, "OPEN");

      JsonNode opened = standIn.get(-1, "/__standin/events").at("/events/0");
      JsonNode log = standIn.control("GET", "/log", "").json();
      long failures =
          StreamSupport.stream(log.path("entries").spliterator(), false)
              .filter(entry -> entry.path("mode").asText().equals("status"))
              .filter(entry -> entry.path("atMs").asLong() <= opened.path("atEpochMs").asLong())
              .count();
      assertThat(failures).isEqualTo(5);
      assertThat(opened.path("failures").asInt()).isEqualTo(5);

      standIn.control("DELETE", "/faults", "");
      chatUntil(standIn, "CLOSED");
      assertThat(transitions(standIn)).startsWith("OPEN").endsWith("CLOSED");
      assertThat(standIn.streamedChat(0, "a").body()).contains("[DONE]", "\"cost\":1");
    }
  }

  @Test
  void shouldProbeEarlierWhenTheOpenTimeIsShorter() throws Exception {
    List<Long> openFor = new ArrayList<>();
    for (String openTime : new String[] {"30000", "10000"}) {
      try (RunningStandIn standIn = RunningStandIn.with(SCALE, "standin.open.time=" + openTime)) {
        standIn.control("PUT", "/faults", "{\"mode\":\"status\",\"status\":500}");
        chatUntil(standIn, "OPEN");
        standIn.control("DELETE", "/faults", "");
        chatUntil(standIn, "HALF_OPEN");
        JsonNode events = standIn.get(-1, "/__standin/events").at("/events");
        openFor.add(
            events.get(1).path("atEpochMs").asLong() - events.get(0).path("atEpochMs").asLong());
      }
    }
    assertThat(openFor.get(0)).as("30 s, scaled").isGreaterThanOrEqualTo(1_500);
    assertThat(openFor.get(1)).as("10 s, scaled").isBetween(500L, 1_499L);
  }

  @Test
  void shouldNotOpenWhenTheProviderIsOnlySlowOrAnswers529() throws Exception {
    try (RunningStandIn standIn = RunningStandIn.with(SCALE)) {
      for (String fault :
          new String[] {
            "{\"mode\":\"slow-first-token\",\"firstTokenMs\":200}",
            "{\"mode\":\"status\",\"status\":529}"
          }) {
        standIn.control("PUT", "/faults", fault);
        for (int i = 0; i < 7; i++) {
          assertThat(standIn.chat(i, "a").status()).isEqualTo(200);
        }
      }
      assertThat(transitions(standIn)).isEmpty();
    }
  }

  @Test
  void shouldWaitNoLongerThanItsTimeoutWhenTheProviderHangs() throws Exception {
    try (RunningStandIn standIn = RunningStandIn.with(SCALE, "standin.ai.timeout=150")) {
      standIn.control("PUT", "/faults", "{\"mode\":\"hang\"}");

      assertThat(standIn.chat(0, "a").at("/message").asText()).contains("일시적으로 사용 불가");
      chatUntil(standIn, "OPEN");
    }
  }
}
