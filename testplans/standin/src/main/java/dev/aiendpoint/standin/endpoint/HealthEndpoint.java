package dev.aiendpoint.standin.endpoint;

import dev.aiendpoint.standin.cache.CacheProbe;
import dev.aiendpoint.standin.data.Database;
import dev.aiendpoint.standin.http.Call;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * {@code GET /api/health}: a query, a cache round trip and a queue round trip, each really made and
 * timed. 503 and {@code degraded} when one fails.
 */
public final class HealthEndpoint {

  /** What a check does; it throws when the thing checked does not work. */
  @FunctionalInterface
  private interface Check {
    void run() throws Exception;
  }

  /** The result of one check; {@code error} is null for a healthy one. */
  private record CheckResult(String status, double latency, String error) {}

  private record Health(String status, double latency, Map<String, CheckResult> checks) {}

  private final Map<String, Check> checks = new LinkedHashMap<>();

  public HealthEndpoint(Database database) {
    CacheProbe cache = new CacheProbe();
    checks.put("database", database::check);
    checks.put("redis_cache", cache::check);
    checks.put("redis_queue", HealthEndpoint::checkQueue);
  }

  private static void checkQueue() throws InterruptedException {
    LinkedBlockingQueue<String> queue = new LinkedBlockingQueue<>(1);
    if (!queue.offer("job") || queue.poll(1, TimeUnit.SECONDS) == null) {
      throw new IllegalStateException("the queue lost a job");
    }
  }

  public void health(Call call) {
    long start = System.nanoTime();
    Map<String, CheckResult> results = new LinkedHashMap<>();
    checks.forEach((name, check) -> results.put(name, run(check)));
    boolean healthy = results.values().stream().allMatch(result -> result.error() == null);
    call.json(
        healthy ? 200 : 503, new Health(healthy ? "ok" : "degraded", millisSince(start), results));
  }

  private static CheckResult run(Check check) {
    long start = System.nanoTime();
    try {
      check.run();
      return new CheckResult("healthy", millisSince(start), null);
    } catch (Exception e) {
      if (e instanceof InterruptedException) {
        Thread.currentThread().interrupt();
      }
      return new CheckResult("unhealthy", millisSince(start), deepestMessage(e));
    }
  }

  /** The pool only says that it has no connection; the reason is what the database said. */
  private static String deepestMessage(Throwable failure) {
    Throwable deepest = failure;
    while (deepest.getCause() != null) {
      deepest = deepest.getCause();
    }
    return deepest.getMessage() == null
        ? deepest.getClass().getSimpleName()
        : deepest.getMessage().lines().findFirst().orElse("");
  }

  /** To 0.01 ms: a cache answers in far less than one. */
  private static double millisSince(long start) {
    return Math.round((System.nanoTime() - start) / 10_000.0) / 100.0;
  }
}
