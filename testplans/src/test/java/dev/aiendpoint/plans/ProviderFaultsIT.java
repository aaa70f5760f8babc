package dev.aiendpoint.plans;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Every fault of the provider, in each wire format, whole and streamed, as AI Request sees it: the
 * outcome is the one that the table beside the plan expects, and nothing outlasts its deadline.
 */
class ProviderFaultsIT {

  private static final Path FOLDER = JMeterProcess.ROOT.resolve("testplans/src/test/resources");
  private static final Path TABLE = FOLDER.resolve("provider-faults.csv");

  /** The plan's deadline, and how late it may strike where builds share the machine. */
  private static final long DEADLINE_MILLIS = 3_000 + 1_500;

  /** The client left while the provider waited: it learns that with its next write. */
  private static final String UNNOTICED = "";

  private static ProviderProcess provider;
  private static CompletableFuture<PlanRun> run;

  /** A sample of the result file, by column. */
  private record Row(Map<String, String> columns) {

    String get(String column) {
      return columns.get(column);
    }
  }

  @BeforeAll
  static void start() throws Exception {
    provider = ProviderProcess.start("--standin.ai.latency=60");
    run =
        JMeterProcess.run(
            "provider-faults",
            FOLDER.resolve("provider-faults.jmx"),
            Map.of(
                "faults.port", String.valueOf(provider.baseUrl().getPort()),
                "faults.file", TABLE.toString()));
  }

  @AfterAll
  static void stop() {
    provider.close();
  }

  /** The rows of the table: wire, stream, name, fault, outcome. */
  private static List<String[]> cases() throws Exception {
    return Files.readAllLines(TABLE).stream().skip(1).map(line -> line.split("\\|")).toList();
  }

  private static String label(String[] row) {
    return "AI " + row[0] + " " + row[1] + " " + row[2];
  }

  private static List<Row> samples() throws Exception {
    List<String> lines = Files.readAllLines(run.get().resultFile());
    String[] names = lines.get(0).replace("\"", "").split(",");
    List<Row> rows = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      String[] values = line.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1);
      Map<String, String> columns = new LinkedHashMap<>();
      for (int i = 0; i < names.length; i++) {
        columns.put(names[i], values[i].replaceAll("^\"|\"$", ""));
      }
      rows.add(new Row(columns));
    }
    return rows;
  }

  @Test
  void shouldHaveTheNamedOutcomeForEveryFault() throws Exception {
    List<String> expected = new ArrayList<>();
    for (String[] row : cases()) {
      expected.add(label(row) + ": " + row[4]);
    }
    List<String> seen = new ArrayList<>();
    for (Row row : samples()) {
      if (row.get("label").startsWith("AI ")) {
        seen.add(row.get("label") + ": " + row.get("ai_outcome"));
      } else {
        assertThat(row.get("responseCode")).as("the fault is accepted").isEqualTo("200");
      }
    }

    assertThat(run.get().exitCode()).as(run.get().output()).isZero();
    assertThat(seen).isEqualTo(expected);
  }

  @Test
  void shouldTryEveryModeInEveryFormatWholeAndStreamed() throws Exception {
    List<String> modes = new ArrayList<>();
    for (String[] row : cases()) {
      modes.add(
          row[0] + " " + row[1] + " " + new ObjectMapper().readTree(row[3]).path("mode").asText());
    }
    String documented = Files.readString(JMeterProcess.ROOT.resolve("docs/provider.md"));
    List<String> words =
        Arrays.stream(documented.split("\n"))
            .filter(line -> line.matches("\\| `[a-z-]+` \\|.*"))
            .map(line -> line.split("`")[1])
            .toList();
    assertThat(words).hasSize(13);
    for (String wire : List.of("anthropic", "openai-chat", "openai-responses")) {
      for (String word : words) {
        assertThat(modes).contains(wire + " false " + word, wire + " true " + word);
      }
    }
  }

  @Test
  void shouldEndInTimeWhateverTheProviderDoes() throws Exception {
    for (Row row : samples()) {
      assertThat(Long.parseLong(row.get("elapsed")))
          .as(row.get("label"))
          .isLessThan(DEADLINE_MILLIS);
    }
  }

  @Test
  void shouldTimeTheFirstTokenByItsContentAndNotByTheStreamsBegin() throws Exception {
    for (Row row : samples()) {
      if (row.get("label").endsWith("true slow first token")) {
        assertThat(Double.parseDouble(row.get("ai_ttft_ms")))
            .as(row.get("label"))
            .isBetween(380.0, 2_900.0);
        assertThat(Long.parseLong(row.get("Latency"))).as("its begin").isLessThan(380);
      }
      if (row.get("ai_outcome").equals("GENERATED")) {
        assertThat(Long.parseLong(row.get("ai_tokens_out"))).isBetween(800L, 1_000L);
      }
    }
  }

  @Test
  void shouldAgreeWithTheProvidersOwnLog() throws Exception {
    run.get();
    JsonNode entries = new ObjectMapper().readTree(provider.log()).path("entries");
    List<String[]> cases = cases();

    assertThat(entries).hasSize(cases.size());
    for (int i = 0; i < cases.size(); i++) {
      String[] row = cases.get(i);
      JsonNode fault = new ObjectMapper().readTree(row[3]);
      assertThat(entries.get(i).path("wire").asText()).isEqualTo(row[0]);
      assertThat(entries.get(i).path("stream").asText()).isEqualTo(row[1]);
      assertThat(entries.get(i).path("mode").asText()).isEqualTo(fault.path("mode").asText());
      assertThat(entries.get(i).path("result").asText())
          .as(label(row))
          .isIn(
              row[4].equals("GENERATED")
                  ? List.of("answered")
                  : List.of("failed", "broken", "hung", "reset", "gone", UNNOTICED));
    }
  }
}
