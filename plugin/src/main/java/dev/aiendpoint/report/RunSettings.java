package dev.aiendpoint.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a run tells in its {@code verdict.json} of how it came about: its settings, as far as they
 * differ from their defaults, and its kind of load. Of a secret only a mask is there, which tells
 * that it was given.
 *
 * @param plan the run's plan
 * @param startedAt start of the run
 * @param endedAt end of the run
 * @param settings values by name
 * @param hasArrivals whether the run had arrivals
 */
public record RunSettings(
    String plan,
    Instant startedAt,
    Instant endedAt,
    Map<String, String> settings,
    boolean hasArrivals) {

  /** Clocks are read apart, and samples end after the test does. */
  private static final Duration MARGIN = Duration.ofMinutes(1);

  public RunSettings {
    settings = Map.copyOf(settings);
  }

  /** Reads the file; empty when it is not there or is no verdict of this plugin's. */
  public static Optional<RunSettings> read(Path verdictJson) {
    if (!Files.isRegularFile(verdictJson)) {
      return Optional.empty();
    }
    try {
      JsonNode root = new ObjectMapper().readTree(verdictJson.toFile());
      Map<String, String> settings = new LinkedHashMap<>();
      root.path("settings")
          .fields()
          .forEachRemaining(entry -> settings.put(entry.getKey(), entry.getValue().asText()));
      return Optional.of(
          new RunSettings(
              root.path("plan").asText(),
              Instant.parse(root.path("startedAt").asText()),
              Instant.parse(root.path("endedAt").asText()),
              settings,
              root.path("arrivals").path("planned").asLong() > 0));
    } catch (IOException | DateTimeException e) {
      return Optional.empty();
    }
  }

  /** True when samples of that time are of this very run of this plan. */
  public boolean isOf(String otherPlan, Instant first, Instant last) {
    return plan.equals(otherPlan)
        && !first.isBefore(startedAt.minus(MARGIN))
        && !last.isAfter(endedAt.plus(MARGIN));
  }
}
