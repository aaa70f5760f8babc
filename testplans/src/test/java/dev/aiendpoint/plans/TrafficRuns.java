package dev.aiendpoint.plans;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/**
 * The shortened runs of the two traffic plans. They are started together, the longest first, so
 * that all of them take little longer than their sum divided by the number that run side by side.
 */
final class TrafficRuns {

  static final String USERS = "0.2";

  /** Of the two runs that are compared: their load must be the same. */
  static final String MIXED_DURATION = "0.05";

  /** More users, since each gets few answers at that pace, and a provider that takes them all. */
  private static final Map<String, String> SLOW_AI =
      Map.of(
          "standin.ai.latency", "8000",
          "standin.ai.capacity", "unlimited",
          "users.scale", "0.6");

  /** Other people, who save more; nothing is cached, and a user may chat once a minute. */
  private static final Map<String, String> ANOTHER_MIX =
      Map.of(
          "traffic.visitor", "30",
          "traffic.registered", "40",
          "traffic.active", "10",
          "traffic.power", "20",
          "traffic.registered.save", "100",
          "standin.cache", "off",
          "standin.chat.limit", "1");

  private static final Map<String, CompletableFuture<PlanRun>> RUNS = new LinkedHashMap<>();

  private TrafficRuns() {}

  /** Starts them, once in a build. */
  static synchronized void start() {
    if (!RUNS.isEmpty()) {
      return;
    }
    mixed("healthy", MIXED_DURATION, Map.of());
    mixed("slow-ai", MIXED_DURATION, Map.of("standin.ai.latency", "8000"));
    aiLoad("healthy", "0.06", Map.of());
    mixed("lost-writes", "0.04", Map.of("standin.lose.writes", "0.05"));
    aiLoad("slow-ai", "0.06", SLOW_AI);
    mixed("another-mix", "0.04", ANOTHER_MIX);
    mixed("saved-elsewhere", "0.03", Map.of("traffic.saved.path", "/api/programs/nowhere"));
    aiLoad("cache-off", "0.04", Map.of("standin.cache", "off"));
    aiLoad("breaker-off", "0.05", Map.of("standin.breaker", "off"));
    aiLoad("capacity-unlimited", "0.05", Map.of("standin.ai.capacity", "unlimited"));
    mixed("stopped", "0.05", Map.of("budget", "15000"));
    mixed("sessions-rejected", "0.05", Map.of("standin.auth", "reject"));
    aiLoad("sessions-rejected", "0.06", Map.of("standin.auth", "reject"));
    aiLoad(
        "broken-phase",
        "0.06",
        Map.of("load.peak.users", "-100", "load.stress.length", "2 minits"));
    aiLoad("broken-shares", "0.06", Map.of("load.chat", "45"));
  }

  private static void mixed(String name, String scale, Map<String, String> settings) {
    add("mixed-" + name, "mixed-traffic", scale, settings);
  }

  private static void aiLoad(String name, String scale, Map<String, String> settings) {
    add("ai-load-" + name, "ai-load", scale, settings);
  }

  private static void add(String name, String plan, String scale, Map<String, String> settings) {
    Map<String, String> all = new HashMap<>(settings);
    all.put("duration.scale", scale);
    all.putIfAbsent("users.scale", USERS);
    RUNS.put(name, JMeterProcess.run(name, plan, all));
  }

  static List<String> names() {
    return List.copyOf(RUNS.keySet());
  }

  static PlanRun get(String name) throws ExecutionException, InterruptedException {
    return RUNS.get(name).get();
  }
}
