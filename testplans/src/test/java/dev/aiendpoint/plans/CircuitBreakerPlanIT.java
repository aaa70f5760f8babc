package dev.aiendpoint.plans;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The circuit breaker plan, shortened: healthy with both ways in which a circuit shows, and red in
 * every known way. The stand-ins of the healthy runs, and of those that are broken off, are
 * processes of their own, which are asked afterwards.
 */
class CircuitBreakerPlanIT {

  /** An open time of 6 s: long beside the pauses of a busy machine. */
  private static final String SCALE = "0.2";

  /** The runs whose failures before opening are counted. */
  private static final List<String> COUNTED = List.of("opaque", "explicit");

  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private static final Map<String, OwnStandIn> STAND_INS = new LinkedHashMap<>();
  private static final Map<String, CompletableFuture<PlanRun>> RUNS = new LinkedHashMap<>();

  /** The runs whose times are compared to the millisecond have the machine to themselves first. */
  private static CompletableFuture<?> first = CompletableFuture.completedFuture(null);

  @BeforeAll
  static synchronized void startAll() throws IOException {
    if (!RUNS.isEmpty()) {
      return;
    }
    against("opaque", Map.of());
    against("explicit", Map.of("standin.visibility", "explicit"));
    first = CompletableFuture.allOf(RUNS.values().toArray(CompletableFuture[]::new));
    run("stuck", stuck("explicit"));
    run("stuck-opaque", stuck("opaque"));
    run("breaker-off", Map.of("standin.breaker", "off"));
    run("breaker-off-explicit", Map.of("standin.breaker", "off", "standin.visibility", "explicit"));
    // Said to open after more failures than it does.
    run("open-10-s", Map.of("standin.open.time", "10000", "circuit.threshold", "100"));
    run("merely-slow", Map.of("circuit.fault", slow(), "circuit.fault.delay", "none"));
    run("unreachable", Map.of("provider.control.url", "http://127.0.0.1:1/__control"));
    against("aborted", Map.of("ai.baseline", stoppingBaseline().toString()));
    // Of another provider: the fault is switched on, and nobody meets it.
    STAND_INS.put("bystander", OwnStandIn.start("circuit-elsewhere", Map.of()));
    run("elsewhere", Map.of("provider.control.url", STAND_INS.get("bystander").controlUrl()));
    withHooks();
  }

  /** Faults by hooks: by one that breaks what is tested, and by one that does nothing. */
  private static void withHooks() throws IOException {
    OwnStandIn hooked = ownStandIn("hook", Map.of());
    String faults = hooked.controlUrl() + "/faults";
    run(
        "hook",
        Map.of(
            "base.url",
            hooked.url(),
            "circuit.hook.on",
            faults,
            "circuit.hook.on.method",
            "PUT",
            "circuit.hook.on.body",
            "{\"mode\":\"status\",\"status\":503,\"delayMs\":1000}",
            "circuit.hook.off",
            faults,
            "circuit.hook.off.method",
            "DELETE"));
    String nothing = STAND_INS.get("bystander").url() + "/api/health";
    run(
        "idle-hook",
        Map.of(
            "circuit.hook.on",
            nothing,
            "circuit.hook.on.method",
            "GET",
            "circuit.hook.off",
            nothing,
            "circuit.hook.off.method",
            "GET"));
  }

  /** The fault lasts longer: a probe must meet it, also where many runs share the machine. */
  private static Map<String, String> stuck(String visibility) {
    return Map.of(
        "standin.breaker",
        "stuck-half-open",
        "standin.visibility",
        visibility,
        "circuit.induce.length",
        "1 min");
  }

  private static String slow() {
    return "{\"mode\":\"slow-first-token\",\"firstTokenMs\":2500}";
  }

  /** The plan's baseline with one more threshold, which stops the test while the fault is on. */
  private static Path stoppingBaseline() throws IOException {
    String baseline =
        Files.readString(JMeterProcess.ROOT.resolve("data/baselines/circuit-breaker.json"));
    Path stopping = JMeterProcess.folder("circuit-aborted").resolve("stopping.json");
    return Files.writeString(
        stopping,
        baseline.replaceFirst(
            "\"thresholds\": \\[",
            "\"thresholds\": [{ \"id\": \"no-fallback\", \"check\": \"count(outcome=FALLBACK) <= 3\","
                + " \"abort\": true },"));
  }

  /** Where nobody counts failures, none is held back: so many runs at once are slow enough. */
  private static void run(String name, Map<String, String> settings) {
    Map<String, String> all = new HashMap<>(settings);
    all.put("duration.scale", SCALE);
    if (!COUNTED.contains(name)) {
      all.putIfAbsent("circuit.fault", "{\"mode\":\"status\",\"status\":503}");
    }
    RUNS.put(
        name,
        first
            .handle((done, failed) -> done)
            .thenCompose(done -> JMeterProcess.run("circuit-" + name, "circuit-breaker", all)));
  }

  private static void against(String name, Map<String, String> settings) throws IOException {
    OwnStandIn standIn = ownStandIn(name, settings);
    Map<String, String> all = new HashMap<>(settings);
    all.put("base.url", standIn.url());
    all.put("provider.control.url", standIn.controlUrl());
    run(name, all);
  }

  private static OwnStandIn ownStandIn(String name, Map<String, String> settings)
      throws IOException {
    Map<String, String> own = new HashMap<>(settings);
    own.keySet().removeIf(key -> !key.startsWith("standin."));
    own.put("duration.scale", SCALE);
    OwnStandIn standIn = OwnStandIn.start("circuit-" + name, own);
    STAND_INS.put(name, standIn);
    return standIn;
  }

  @AfterAll
  static void stopStandIns() {
    STAND_INS.values().forEach(OwnStandIn::close);
  }

  static PlanRun get(String name) throws Exception {
    return RUNS.get(name).get();
  }

  private static void assertFails(PlanRun run, String threshold, String message) {
    assertThat(run.exitCode()).as(run.output()).isEqualTo(99);
    assertThat(run.verdictWord()).as(run.output()).isEqualTo("FAIL");
    assertThat(run.threshold(threshold).path("verdict").asText())
        .as(threshold + "\n" + run.output())
        .isEqualTo("FAIL");
    assertThat(run.threshold(threshold).path("message").asText()).contains(message);
  }

  @ParameterizedTest
  @ValueSource(strings = {"opaque", "explicit"})
  void shouldPassWhenTheBreakerWorks(String visibility) throws Exception {
    PlanRun run = get(visibility);

    assertThat(run.exitCode()).as(run.output()).isZero();
    assertThat(run.verdictWord()).isIn("PASS", "WARN");
    JsonNode circuit = run.verdict().path("circuit");
    assertThat(circuit.path("opened").asInt()).isEqualTo(1);
    assertThat(circuit.path("state").asText()).isEqualTo("CLOSED");
    assertThat(run.threshold("fault-induced").path("samples").asInt()).isEqualTo(2);
    assertThat(run.hasThreshold("fallback-served")).isEqualTo(visibility.equals("opaque"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"opaque", "explicit"})
  void shouldReconstructWhatTheBreakerItselfLogged(String visibility) throws Exception {
    JsonNode verdict = get(visibility).verdict();
    List<OwnStandIn.Transition> logged = STAND_INS.get(visibility).transitions();
    long start = Instant.parse(verdict.path("startedAt").asText()).toEpochMilli();
    List<OwnStandIn.Transition> seen = new ArrayList<>();
    for (JsonNode one : verdict.path("circuit").path("transitions")) {
      seen.add(
          new OwnStandIn.Transition(
              start + one.path("atMs").asLong(),
              one.path("from").asText(),
              one.path("to").asText(),
              0));
    }
    long interval =
        Duration.parse("PT" + 210 * Double.parseDouble(SCALE) + "S").toMillis()
            / verdict.path("circuit").path("n").asLong();

    String both = "logged " + logged + "\nseen   " + seen;
    assertThat(seen.stream().map(OwnStandIn.Transition::states))
        .as(both)
        .containsExactlyElementsOf(logged.stream().map(OwnStandIn.Transition::states).toList());
    for (int i = 0; i < seen.size(); i++) {
      assertThat(Math.abs(seen.get(i).atMillis() - logged.get(i).atMillis()))
          .as("transition " + i + "\n" + both)
          .isLessThanOrEqualTo(Math.max(500, 2 * interval));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"opaque", "explicit"})
  void shouldCompareWhatIsDeclaredWithWhatWasSeen(String visibility) throws Exception {
    PlanRun run = get(visibility);

    assertThat(findings(run))
        .as(run.output())
        .containsEntry("failures before opening", "match")
        .containsEntry("window", "not observed")
        .containsEntry("open time", "match")
        .containsEntry("probes", "match");
  }

  /**
   * The number that the breaker's own log has. A machine that was busier than the failures are
   * apart leaves a choice, and then it is a range.
   */
  @ParameterizedTest
  @ValueSource(strings = {"opaque", "explicit"})
  void shouldCountTheFailuresBeforeOpeningByTheProvidersLog(String visibility) throws Exception {
    PlanRun run = get(visibility);
    JsonNode circuit = run.verdict().path("circuit");
    int counted = STAND_INS.get(visibility).transitions().get(0).failures();

    assertThat(counted).isEqualTo(5);
    assertThat(circuit.path("failuresBeforeOpenSource").asText()).isEqualTo("provider log");
    int least = circuit.path("failuresBeforeOpenLeast").asInt();
    int most = circuit.path("failuresBeforeOpenMost").asInt();
    assertThat(counted).as(run.output()).isBetween(least, most);
    assertThat(circuit.has("failuresBeforeOpen")).as(run.output()).isEqualTo(least == most);
    assertThat(most - least).as("bounds anything\n" + run.output()).isLessThanOrEqualTo(2);
  }

  @Test
  void shouldSeeThatABreakerOpensAfterFewerFailuresThanDeclared() throws Exception {
    PlanRun run = get("open-10-s");

    assertThat(findings(run)).as(run.output()).containsEntry("failures before opening", "mismatch");
  }

  private static Map<String, String> findings(PlanRun run) {
    Map<String, String> findings = new HashMap<>();
    JsonNode monitor = run.verdict().path("circuit").path("monitors").path(0);
    for (JsonNode point : monitor.path("declared")) {
      findings.put(point.path("name").asText(), point.path("finding").asText());
    }
    return findings;
  }

  @ParameterizedTest
  @ValueSource(strings = {"breaker-off", "breaker-off-explicit"})
  void shouldFailWhenThereIsNoBreaker(String how) throws Exception {
    PlanRun run = get(how);

    assertFails(run, "opens", "never opened, ");
    assertThat(run.threshold("opens").path("message").asText())
        .containsPattern("never opened, [1-9]\\d* real failures seen");
    assertThat(run.verdict().path("circuit").path("transitions")).isEmpty();
  }

  @Test
  void shouldNameABreakerThatIsStuckHalfOpen() throws Exception {
    assertFails(get("stuck"), "ends-closed", "stuck in HALF_OPEN");
    assertFails(get("stuck-opaque"), "ends-closed", "stuck in HALF_OPEN");
  }

  @Test
  void shouldFailWhenTheBreakerOpensForTooShortATime() throws Exception {
    PlanRun run = get("open-10-s");

    assertFails(run, "open-time", "limit >= 6 s");
    assertThat(run.threshold("open-time").path("observed").asDouble()).isLessThan(5_000.0);
  }

  @Test
  void shouldSeeNoTransitionWhenTheServiceIsMerelySlow() throws Exception {
    PlanRun run = get("merely-slow");

    assertFails(run, "opens", "never opened, 0 real failures seen");
    assertThat(run.verdict().path("circuit").path("transitions")).as(run.output()).isEmpty();
    assertThat(run.verdict().path("circuit").path("state").asText()).isEqualTo("CLOSED");
  }

  @ParameterizedTest
  @ValueSource(strings = {"unreachable", "elsewhere"})
  void shouldHaveNoDataWhenNoFaultWasInduced(String how) throws Exception {
    PlanRun run = get(how);

    assertThat(run.exitCode()).as(run.output()).isEqualTo(99);
    assertThat(run.verdictWord()).as(run.output()).isEqualTo("NO_DATA");
    assertThat(run.threshold("fault-induced").path("message").asText())
        .contains(how.equals("unreachable") ? "no fault could be induced" : "no request met it");
    assertThat(run.threshold("opens").path("message").asText())
        .contains("not measured, since fault-induced does not hold");
  }

  @Test
  void shouldSwitchAFaultByHooks() throws Exception {
    PlanRun run = get("hook");

    assertThat(run.threshold("fault-induced").path("verdict").asText())
        .as(run.output())
        .isEqualTo("PASS");
    assertThat(run.threshold("fault-seen").path("verdict").asText()).isEqualTo("PASS");
    assertThat(run.verdict().path("circuit").path("opened").asInt()).isPositive();
    assertThat(STAND_INS.get("hook").fault()).isEqualTo("healthy");
  }

  @Test
  void shouldHaveNoDataWhenAHookBreaksNothing() throws Exception {
    PlanRun run = get("idle-hook");

    assertThat(run.exitCode()).as(run.output()).isEqualTo(99);
    assertThat(run.verdictWord()).as(run.output()).isEqualTo("NO_DATA");
    assertThat(run.threshold("fault-seen").path("message").asText())
        .contains("no fault could be seen");
    assertThat(run.threshold("opens").path("message").asText())
        .contains("not measured, since fault-seen does not hold");
  }

  @ParameterizedTest
  @ValueSource(strings = {"opaque", "explicit", "breaker-off", "unreachable"})
  void shouldBeDecidedFromTheResultFileAsItWasLive(String how) throws Exception {
    OfflineCheck.assertDecidesAll(get(how));
  }

  @Test
  void shouldLeaveAResultFileThatJenkinsReads() throws Exception {
    PerformancePluginIT.shouldBeReadWhole(get("opaque"));
  }

  @Test
  void shouldLiftTheFaultWhenTheTestIsAborted() throws Exception {
    PlanRun run = get("aborted");

    assertThat(run.exitCode()).as(run.output()).isEqualTo(99);
    assertThat(run.output()).contains("stopped early: no-fallback");
    assertThat(run.rows()).anyMatch(row -> row.contains("CONTROL fault on"));
    assertThat(STAND_INS.get("aborted").fault()).isEqualTo("healthy");
  }

  @Test
  void shouldLiftTheFaultOnSigterm() throws Exception {
    OwnStandIn standIn = ownStandIn("terminated", Map.of());
    Map<String, String> settings = new HashMap<>();
    settings.put("duration.scale", SCALE);
    settings.put("base.url", standIn.url());
    settings.put("provider.control.url", standIn.controlUrl());
    Process jmeter =
        JMeterProcess.start(
            "circuit-terminated",
            JMeterProcess.ROOT.resolve("testplans/circuit-breaker.jmx"),
            settings);
    try {
      Instant end = Instant.now().plus(PATIENCE);
      while (standIn.fault().equals("healthy") && Instant.now().isBefore(end)) {
        Thread.sleep(200);
      }
      assertThat(standIn.fault()).isEqualTo("status");

      jmeter.destroy();

      assertThat(jmeter.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
      assertThat(jmeter.exitValue()).isEqualTo(97);
      assertThat(standIn.fault()).isEqualTo("healthy");
    } finally {
      jmeter.destroyForcibly();
    }
  }
}
