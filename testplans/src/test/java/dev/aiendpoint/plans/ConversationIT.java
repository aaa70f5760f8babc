package dev.aiendpoint.plans;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiendpoint.plans.ChatRecorder.Turn;
import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Users of both traffic plans keep one identity and one conversation, seen from the server. */
class ConversationIT {

  private static final int USERS = 15;
  private static final Map<String, ChatRecorder> RECORDERS = new HashMap<>();
  private static final Map<String, CompletableFuture<PlanRun>> RUNS = new HashMap<>();

  @BeforeAll
  static void startAll() throws IOException {
    start("ai-load", "0.03");
    start("mixed-traffic", "0.02");
  }

  private static void start(String plan, String scale) throws IOException {
    Map<String, String> settings = new HashMap<>();
    settings.put("duration.scale", scale);
    settings.put("users.scale", "0.1");
    // No breaker: fallback content adds nothing to a conversation.
    Map<String, String> ofStandIn = new HashMap<>(settings);
    ofStandIn.put("standin.ai.latency", "20");
    ofStandIn.put("standin.ai.capacity", "unlimited");
    ChatRecorder recorder = ChatRecorder.start(ofStandIn);
    RECORDERS.put(plan, recorder);
    settings.put("base.url", recorder.url());
    RUNS.put(plan, JMeterProcess.run(plan + "-conversations", plan, settings));
  }

  @AfterAll
  static void endAll() {
    RECORDERS.values().forEach(ChatRecorder::close);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ai-load", "mixed-traffic"})
  void shouldKeepOneIdentityAndOneConversationAUser(String plan) throws Exception {
    PlanRun run = RUNS.get(plan).get();
    Map<String, List<Turn>> byUser =
        RECORDERS.get(plan).turns().stream().collect(Collectors.groupingBy(Turn::session));

    assertThat(byUser).as(run.output()).hasSizeBetween(2, USERS);
    Set<String> conversations = new LinkedHashSet<>();
    byUser.forEach(
        (session, turns) -> {
          assertThat(session).startsWith("next-auth.session-token=");
          String own = turns.get(0).answered();
          assertThat(conversations.add(own)).as("a conversation of two users").isTrue();
          assertThat(turns.get(0).asked()).as("the first turn begins it").isEmpty();
          assertThat(turns).extracting(Turn::answered).containsOnly(own);
          assertThat(turns.stream().skip(1)).extracting(Turn::asked).allMatch(own::equals);
        });
  }

  @ParameterizedTest
  @ValueSource(strings = {"ai-load", "mixed-traffic"})
  void shouldGiveTheModelMoreContextWithEachTurn(String plan) throws Exception {
    RUNS.get(plan).get();
    Map<String, List<Turn>> byUser =
        RECORDERS.get(plan).turns().stream().collect(Collectors.groupingBy(Turn::session));

    byUser.forEach(
        (session, turns) -> {
          for (int n = 0; n < turns.size(); n++) {
            assertThat(turns.get(n).context())
                .as("a question and an answer a turn, the last 10 of them")
                .isEqualTo(Math.min(10, 2 * n));
          }
        });
    assertThat(byUser.values()).as("a real chat").anyMatch(turns -> turns.size() >= 4);
  }
}
