package dev.aiendpoint.plans;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * The shortened runs of the smoke plan that several tests look at, each started once in a build.
 */
final class SmokeRuns {

  static final String SCALE = "0.25";

  private static final Map<String, CompletableFuture<PlanRun>> RUNS = new HashMap<>();

  private SmokeRuns() {}

  static CompletableFuture<PlanRun> healthy() {
    return once("healthy", Map.of());
  }

  static CompletableFuture<PlanRun> databaseDown() {
    return once("database-down", Map.of("standin.database", "down"));
  }

  private static synchronized CompletableFuture<PlanRun> once(
      String name, Map<String, String> settings) {
    Map<String, String> all = new HashMap<>(settings);
    all.put("duration.scale", SCALE);
    return RUNS.computeIfAbsent(name, key -> JMeterProcess.run(key, "smoke-test", all));
  }
}
