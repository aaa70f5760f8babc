package dev.aiendpoint.plans;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;

/**
 * A finished headless run of a plan.
 *
 * @param exitCode JMeter's
 * @param output what it printed
 * @param folder where its files went
 * @param resultFile its JTL
 */
record PlanRun(int exitCode, String output, Path folder, Path resultFile) {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  JsonNode verdict() {
    try {
      return MAPPER.readTree(folder.resolve("verdict.json").toFile());
    } catch (IOException e) {
      throw new AssertionError("no verdict.json; the run printed:\n" + output, e);
    }
  }

  String verdictWord() {
    return verdict().path("verdict").asText();
  }

  JsonNode threshold(String id) {
    return StreamSupport.stream(verdict().path("thresholds").spliterator(), false)
        .filter(threshold -> threshold.path("id").asText().equals(id))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no threshold " + id + " in " + verdict()));
  }

  boolean hasThreshold(String id) {
    return StreamSupport.stream(verdict().path("thresholds").spliterator(), false)
        .anyMatch(threshold -> threshold.path("id").asText().equals(id));
  }

  /** The plan's AI Cache Tracker, which headless writes to the log, has the verdict's figures. */
  void assertCacheTrackerAgrees() throws IOException {
    String log = Files.readString(resultFile.resolveSibling("jmeter.log"));
    JsonNode byLabel = verdict().path("cache").path("byLabel");
    assertThat(byLabel).isNotEmpty();
    for (JsonNode label : byLabel) {
      assertThat(log)
          .contains(
              "AI Cache Tracker: %s: %d hits, %d misses, %d bypasses, %d unknown"
                  .formatted(
                      label.path("label").asText(),
                      label.path("hits").asLong(),
                      label.path("misses").asLong(),
                      label.path("bypass").asLong(),
                      label.path("unknown").asLong()));
    }
  }

  /** Lines of the JTL without its header; empty when there is none. */
  List<String> rows() throws IOException {
    if (!Files.exists(resultFile)) {
      return List.of();
    }
    List<String> lines = Files.readAllLines(resultFile);
    return lines.subList(Math.min(1, lines.size()), lines.size());
  }
}
