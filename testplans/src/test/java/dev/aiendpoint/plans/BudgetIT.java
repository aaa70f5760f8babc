package dev.aiendpoint.plans;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The setting {@code budget} on the smoke plan, shortened, against the embedded stand-in. */
class BudgetIT {

  /** An explanation costs about 200 KRW and a chat turn about 150. */
  private static final String SPENT_AT_THE_SECOND_ANSWER = "300";

  private static CompletableFuture<PlanRun> spent;
  private static CompletableFuture<PlanRun> ample;
  private static CompletableFuture<PlanRun> noNumber;
  private static CompletableFuture<PlanRun> noPrices;

  @BeforeAll
  static void startAll() {
    // Long enough that a run which is not stopped could not be taken for one that was.
    spent = smoke("budget-spent", "1", Map.of("budget", SPENT_AT_THE_SECOND_ANSWER));
    ample = smoke("budget-ample", "0.2", Map.of("budget", "1000000", "ai.progress", "off"));
    noNumber = smoke("budget-no-number", "0.2", Map.of("budget", "abc"));
    noPrices = smoke("budget-no-prices", "0.2", Map.of("budget", "300", "profile", "openai"));
  }

  private static CompletableFuture<PlanRun> smoke(
      String name, String scale, Map<String, String> settings) {
    Map<String, String> all = new HashMap<>(settings);
    all.put("duration.scale", scale);
    return JMeterProcess.run(name, "smoke-test", all);
  }

  @Test
  void shouldStopEarlyAndSayAmountTimeAndPhaseWhenTheBudgetIsReached() throws Exception {
    PlanRun run = spent.get();

    assertThat(run.exitCode()).as(run.output()).isEqualTo(99);
    assertThat(run.verdictWord()).isIn("NO_DATA", "FAIL");
    JsonNode verdict = run.verdict();
    assertThat(verdict.path("reasons").path(0).asText())
        .matches(
            "stopped early: the AI cost reached the budget of 300 KRW: 3\\d\\d KRW after .* s,"
                + " in phase steady, at .*Z");
    assertThat(run.output()).contains("stopped early: the AI cost reached the budget");
    JsonNode budget = run.threshold("run-budget");
    assertThat(budget.path("verdict").asText()).isEqualTo("NO_DATA");
    assertThat(budget.path("observed").asDouble()).isBetween(300.0, 600.0);
    assertThat(budget.path("unit").asText()).isEqualTo("KRW");
    assertThat(verdict.path("phases").path(0).path("endMs").asLong()).isLessThan(20_000);
  }

  @Test
  void shouldStillEvaluateEveryThresholdWhenTheBudgetIsReached() throws Exception {
    PlanRun run = spent.get();

    assertThat(run.verdict().path("thresholds")).hasSize(9);
    assertThat(run.threshold("ai-chat-answers").path("verdict").asText()).isEqualTo("NO_DATA");
    assertThat(run.threshold("health-errors").path("observed").asDouble()).isZero();
  }

  @Test
  void shouldSayWhatWasSpentWhenTheBudgetIsKept() throws Exception {
    PlanRun run = ample.get();
    assertThat(run.threshold("run-budget").path("verdict").asText()).isEqualTo("PASS");
    assertThat(run.threshold("run-budget").path("observed").asDouble()).isPositive();
  }

  @Test
  void shouldTellWhatTheCacheSaved() throws Exception {
    JsonNode cache = ample.get().verdict().path("cache");

    assertThat(cache.path("saved").path("ms").asDouble()).isPositive();
    assertThat(cache.path("saved").path("cost").asDouble()).isPositive();
    assertThat(cache.path("byPhase").path(0).path("phase").asText()).isEqualTo("steady");
  }

  @Test
  void shouldRefuseABudgetThatIsNoNumber() throws Exception {
    assertRefused(noNumber.get(), "settings: budget was 'abc' but must be a number above 0");
  }

  @Test
  void shouldRefuseABudgetThatNobodyCanMeasure() throws Exception {
    assertRefused(noPrices.get(), "budget was '300' but must be measurable", "'openai'");
  }

  private static void assertRefused(PlanRun run, String... words) throws Exception {
    assertThat(run.exitCode()).as(run.output()).isEqualTo(104);
    assertThat(run.output()).contains(words);
    assertThat(run.rows()).as("no request was sent").isEmpty();
  }
}
