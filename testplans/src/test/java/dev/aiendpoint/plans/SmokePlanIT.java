package dev.aiendpoint.plans;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

/**
 * The smoke plan, shortened, against the embedded stand-in: healthy, and red in every known way.
 */
class SmokePlanIT {

  private static final String SCALE = SmokeRuns.SCALE;

  private static CompletableFuture<PlanRun> healthy;
  private static CompletableFuture<PlanRun> withoutAi;
  private static CompletableFuture<PlanRun> databaseDown;
  private static CompletableFuture<PlanRun> sessionsRejected;
  private static CompletableFuture<PlanRun> cacheOff;
  private static CompletableFuture<PlanRun> nobodyListens;
  private static CompletableFuture<PlanRun> foreignHost;
  private static CompletableFuture<PlanRun> brokenBaseline;
  private static CompletableFuture<PlanRun> unknownProfile;
  private static CompletableFuture<PlanRun> brokenSwitch;
  private static CompletableFuture<PlanRun> brokenScale;
  private static CompletableFuture<PlanRun> brokenScript;
  private static CompletableFuture<PlanRun> noSamples;
  private static CompletableFuture<PlanRun> crash;

  @BeforeAll
  static void startAll() throws IOException {
    healthy = SmokeRuns.healthy();
    TrafficRuns.start();
    withoutAi = smoke("without-ai", Map.of("smoke.ai", "off"));
    databaseDown = SmokeRuns.databaseDown();
    sessionsRejected = smoke("sessions-rejected", Map.of("standin.auth", "reject"));
    cacheOff = smoke("cache-off", Map.of("standin.cache", "off"));
    nobodyListens = smoke("nobody-listens", Map.of("base.url", "http://127.0.0.1:1"));
    foreignHost = smoke("foreign-host", Map.of("base.url", "http://load-target.invalid"));
    unknownProfile = smoke("unknown-profile", Map.of("profile", "conect"));
    brokenSwitch = smoke("broken-switch", Map.of("standin.cache", "maybe"));
    brokenScale = smoke("broken-scale", Map.of("duration.scale", "fast"));
    Path typo = Files.createDirectories(Path.of(System.getProperty("it.folder"))).resolve("typo");
    String baseline =
        Files.readString(JMeterProcess.ROOT.resolve("data/baselines/smoke-test.json"));
    Files.writeString(
        typo,
        baseline
            .replace("p95(elapsed) < 500 ms", "p59(elapsd) < 500 ms")
            .replace("id\": \"ai-chat-answers", "idd\": \"x"));
    brokenBaseline = smoke("broken-baseline", Map.of("ai.baseline", typo.toString()));
    brokenScript =
        JMeterProcess.run(
            "broken-script", plan("broken-script", SmokePlanIT::withBrokenScript), Map.of());
    noSamples =
        JMeterProcess.run(
            "no-samples",
            plan("no-samples", SmokePlanIT::withoutSetup),
            withScale(Map.of("smoke.users", "0", "smoke.ai", "off")));
    crash = JMeterProcess.run("crash", plan("crash", SmokePlanIT::withExit), withScale(Map.of()));
  }

  private static CompletableFuture<PlanRun> smoke(String name, Map<String, String> settings) {
    return JMeterProcess.run(name, "smoke-test", withScale(settings));
  }

  private static Map<String, String> withScale(Map<String, String> settings) {
    Map<String, String> all = new HashMap<>();
    all.put("duration.scale", SCALE);
    all.putAll(settings);
    return all;
  }

  @Test
  void shouldPassWhenAllIsWell() throws Exception {
    PlanRun run = healthy.get();
    assertThat(run.exitCode()).as(run.output()).isZero();
    assertThat(run.verdictWord()).isIn("PASS", "WARN");
    JsonNode verdict = run.verdict();
    assertThat(verdict.path("plan").asText()).isEqualTo("smoke-test");
    assertThat(verdict.path("target").asText()).endsWith("(embedded stand-in)");
    assertThat(verdict.path("maxUsers").asInt()).isEqualTo(11);
    assertThat(verdict.path("thresholds")).hasSize(8);
    assertThat(verdict.path("outcomes").path("CACHED").asInt()).isPositive();
    assertThat(verdict.path("outcomes").path("GENERATED").asInt()).isGreaterThanOrEqualTo(3);
    assertThat(verdict.path("cache").path("hits").asInt()).isPositive();
    assertThat(verdict.path("ai").path("ttft").path("n").asInt()).isGreaterThanOrEqualTo(3);
    assertThat(verdict.path("ai").path("cost").asDouble()).isPositive();
    assertThat(verdict.path("ai").path("currency").asText()).isEqualTo("KRW");
    assertThat(verdict.path("phases").path(0).path("name").asText()).isEqualTo("steady");
    assertThat(run.threshold("health-p95").path("samples").asInt()).isBetween(150, 310);
  }

  @Test
  void shouldGetTheSameVerdictFromItsResultFile() throws Exception {
    for (CompletableFuture<PlanRun> run :
        List.of(healthy, withoutAi, databaseDown, sessionsRejected, cacheOff, nobodyListens)) {
      OfflineCheck.assertAgrees(run.get());
    }
  }

  @Test
  void shouldWriteResultsThatOtherToolsRead() throws Exception {
    PlanRun run = healthy.get();
    List<String> lines = Files.readAllLines(run.resultFile());
    assertThat(lines.get(0))
        .startsWith("timeStamp,elapsed,label,responseCode,")
        .endsWith(
            "\"ai_phase\",\"ai_outcome\",\"ai_cache\",\"ai_circuit\",\"ai_ttft_ms\",\"ai_tpot_ms\","
                + "\"ai_icl_max_ms\",\"ai_tokens_in\",\"ai_tokens_out\",\"ai_cost\"");
    TreeSet<String> labels = new TreeSet<>();
    run.rows().forEach(row -> labels.add(row.split(",")[2]));
    assertThat(labels)
        .containsExactly(
            "AI chat", "AI explanation", "CONTROL first contact", "CONTROL matches", "READ health");
    Document junit =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(run.folder().resolve("junit.xml").toFile());
    assertThat(junit.getElementsByTagName("testcase").getLength()).isEqualTo(8);
    assertThat(junit.getElementsByTagName("failure").getLength()).isZero();
    assertThat(run.folder().resolve("latency.hlog")).isNotEmptyFile();
  }

  @Test
  void shouldShowProgressWhileItRuns() throws Exception {
    assertThat(healthy.get().output())
        .containsPattern("00:0\\d steady  users 1[01]/11 .*errors 0/");
  }

  @Test
  void shouldKeepSessionsOutOfAllFiles() throws Exception {
    PlanRun run = healthy.get();
    String session =
        Files.readAllLines(JMeterProcess.ROOT.resolve("data/sessions.csv")).get(1).split(",")[0];
    for (Path file :
        List.of(
            run.resultFile(),
            run.folder().resolve("verdict.json"),
            run.folder().resolve("stand-in.log"),
            run.folder().getParent().resolve("jmeter.log"),
            run.folder().getParent().resolve("output.txt"))) {
      assertThat(Files.readString(file)).as(file.toString()).doesNotContain(session);
    }
  }

  @Test
  void shouldLeaveTheCanariesOutAndSaySo() throws Exception {
    PlanRun run = withoutAi.get();
    assertThat(run.exitCode()).as(run.output()).isZero();
    assertThat(run.hasThreshold("ai-chat-p95")).isFalse();
    assertThat(run.verdict().path("reasons").toString()).contains("left out: ai-explanation-");
    assertThat(run.output()).contains("left out: ai-explanation-");
    assertThat(run.rows()).noneMatch(row -> row.contains(",AI "));
  }

  @Test
  void shouldNameTheUnhealthyCheckAndItsError() throws Exception {
    PlanRun run = databaseDown.get();
    assertThat(run.exitCode()).as(run.output()).isEqualTo(99);
    assertThat(run.verdictWord()).isEqualTo("FAIL");
    assertThat(run.threshold("health-errors").path("verdict").asText()).isEqualTo("FAIL");
    assertThat(run.threshold("health-errors").path("message").asText())
        .contains("health is degraded: database: ");
    assertThat(run.output()).contains("health is degraded: database: ");
  }

  @Test
  void shouldNameTheRejectedSessions() throws Exception {
    PlanRun run = sessionsRejected.get();
    assertThat(run.exitCode()).as(run.output()).isEqualTo(99);
    assertThat(run.threshold("ai-chat-answers").path("verdict").asText()).isEqualTo("FAIL");
    assertThat(run.threshold("ai-chat-p95").path("verdict").asText()).isEqualTo("NO_DATA");
    assertThat(run.threshold("ai-chat-p95").path("message").asText())
        .contains("UNAUTHORIZED (401)")
        .contains("sessions=");
    assertThat(run.threshold("health-p95").path("verdict").asText()).isEqualTo("PASS");
  }

  @Test
  void shouldFailTheCachedExplanationWhenTheCacheIsOff() throws Exception {
    PlanRun run = cacheOff.get();
    assertThat(run.exitCode()).as(run.output()).isEqualTo(99);
    assertThat(run.threshold("ai-explanation-cached").path("verdict").asText())
        .isEqualTo("NO_DATA");
  }

  @Test
  void shouldSayThatNobodyListens() throws Exception {
    PlanRun run = nobodyListens.get();
    assertThat(run.exitCode()).as(run.output()).isEqualTo(99);
    assertThat(run.threshold("health-errors").path("message").asText())
        .contains("CONNECTION_ERROR")
        .contains("http://127.0.0.1:1");
  }

  @Test
  void shouldRefuseAForeignHostBeforeAnyRequest() throws Exception {
    assertRefused(foreignHost.get(), "load-target.invalid", "allow.remote");
  }

  @Test
  void shouldRefuseABaselineWithATypo() throws Exception {
    assertRefused(
        brokenBaseline.get(),
        "typo:9:",
        "p59",
        "elapsd",
        "idd",
        "REFUSED before the first request");
  }

  @Test
  void shouldRefuseAnUnknownProfile() throws Exception {
    assertRefused(
        unknownProfile.get(), "conect", "did you mean 'connect'?", "supported: anthropic, apisix");
  }

  @Test
  void shouldRefuseASwitchThatTheStandInDoesNotKnow() throws Exception {
    assertRefused(brokenSwitch.get(), "standin.cache was 'maybe'");
  }

  @Test
  void shouldRefuseAScaleThatIsNoNumber() throws Exception {
    assertRefused(brokenScale.get(), "duration.scale was 'fast'");
  }

  private static void assertRefused(PlanRun run, String... words) throws IOException {
    assertThat(run.exitCode()).as(run.output()).isEqualTo(104);
    assertThat(run.output()).contains(words);
    assertThat(run.rows()).as("no request was sent").isEmpty();
  }

  @Test
  void shouldGiveNoVerdictWhenAScriptIsBroken() throws Exception {
    assertNoVerdict(brokenScript.get(), "NO VERDICT");
  }

  @Test
  void shouldGiveNoVerdictWhenNothingRan() throws Exception {
    assertNoVerdict(noSamples.get(), "0 samples");
  }

  @Test
  void shouldGiveNoVerdictWhenTheProcessEndsUnderTheTest() throws Exception {
    assertNoVerdict(crash.get(), "Starting standalone test");
  }

  private static void assertNoVerdict(PlanRun run, String... words) {
    assertThat(run.exitCode()).as(run.output()).isEqualTo(97);
    assertThat(run.output()).contains(words);
    assertThat(run.folder().resolve("verdict.json")).doesNotExist();
  }

  /** A copy of the smoke plan with a change, and its baseline under the copy's name. */
  private static Path plan(String name, java.util.function.UnaryOperator<String> change)
      throws IOException {
    Path folder = Files.createDirectories(Path.of(System.getProperty("it.folder"), "plans"));
    Path copy = folder.resolve(name + ".jmx");
    String xml = Files.readString(JMeterProcess.ROOT.resolve("testplans/smoke-test.jmx"));
    Files.writeString(copy, change.apply(xml));
    Path baselines = Files.createDirectories(folder.resolve("data/baselines"));
    Files.copy(
        JMeterProcess.ROOT.resolve("data/baselines/smoke-test.json"),
        baselines.resolve(name + ".json"),
        java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    return copy;
  }

  private static String withoutSetup(String xml) {
    return xml.replace("testname=\"Setup\"", "testname=\"Setup\" enabled=\"false\"");
  }

  private static String withBrokenScript(String xml) {
    return withScript(xml, "this is not groovy (");
  }

  private static String withExit(String xml) {
    return withScript(xml, "System.exit(0)");
  }

  private static String withScript(String xml, String script) {
    String preProcessor =
        """
        <JSR223PreProcessor guiclass="TestBeanGUI" testclass="JSR223PreProcessor" testname="script">
          <stringProp name="scriptLanguage">groovy</stringProp>
          <stringProp name="script">%s</stringProp>
        </JSR223PreProcessor>
        <hashTree/>
        """
            .formatted(script);
    String anchor = "<dev.aiendpoint.jmeter.AiBaselineCheck";
    return xml.replaceFirst(anchor, preProcessor + anchor);
  }
}
