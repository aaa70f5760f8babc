package dev.aiendpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.aiendpoint.baseline.BaselineReader;
import dev.aiendpoint.phase.PhaseRow;
import dev.aiendpoint.phase.PhaseTableParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * Reads what the documents show with the code that reads the real thing. The second word behind a
 * fence says what a block is: {@code json threshold}, {@code json baseline}, {@code text phases},
 * {@code yaml workflow}; a code span that begins like a threshold is one.
 */
class SnippetsTest {

  private static final Path ROOT =
      Path.of(System.getProperty("basedir", "")).toAbsolutePath().resolve("..").normalize();

  private static final Pattern FENCE = Pattern.compile("(?ms)^ *```(\\w+ \\w+)\n(.*?)^ *```");
  private static final Pattern THRESHOLD =
      Pattern.compile("`(\\{ \"id\": \"[^`]*\"check\":[^`]*)`");
  private static final Pattern SETTING = Pattern.compile("[ `]-D([A-Za-z][\\w.]*)");
  private static final Pattern DOCUMENTED = Pattern.compile("(?m)^\\| `([\\w.]+)` \\|");

  /** Given to Maven, to its plugins, to the JDK or to our own tests. */
  private static final Set<String> NOT_OURS =
      Set.of("golden.refresh", "test", "it.test", "name", "javax.net.debug", "skipTests");

  private record Snippet(Path document, String kind, String text) {}

  private static List<Snippet> snippets() throws IOException {
    List<Snippet> snippets = new ArrayList<>();
    for (Path document : documents()) {
      String text = Files.readString(document);
      FENCE
          .matcher(text)
          .results()
          .forEach(found -> snippets.add(new Snippet(document, found.group(1), found.group(2))));
      THRESHOLD
          .matcher(text)
          .results()
          .forEach(found -> snippets.add(new Snippet(document, "json threshold", found.group(1))));
    }
    return snippets;
  }

  private static List<Path> documents() throws IOException {
    try (Stream<Path> files = Files.walk(ROOT.resolve("docs"))) {
      return Stream.concat(
              files.filter(file -> file.toString().endsWith(".md")),
              Stream.of(ROOT.resolve("README.md"), ROOT.resolve("CONTRIBUTING.md")))
          .sorted()
          .toList();
    }
  }

  @TestFactory
  Stream<DynamicTest> shouldShowOnlyWhatCanBeRead() throws IOException {
    return snippets().stream()
        .map(
            snippet ->
                DynamicTest.dynamicTest(
                    ROOT.relativize(snippet.document()) + ": " + snippet.text().strip(),
                    () -> assertReadable(snippet)));
  }

  @Test
  void shouldFindEveryKindOfSnippet() throws IOException {
    Map<String, Long> kinds =
        snippets().stream()
            .collect(Collectors.groupingBy(Snippet::kind, TreeMap::new, Collectors.counting()));
    assertThat(kinds.keySet())
        .containsExactlyInAnyOrder(
            "json baseline", "json threshold", "text phases", "yaml workflow");
    assertThat(kinds.get("json threshold")).isGreaterThan(14);
    assertThat(kinds.get("text phases")).isGreaterThan(1);
  }

  private static void assertReadable(Snippet snippet) throws Exception {
    switch (snippet.kind()) {
      case "json baseline" -> BaselineReader.read("snippet", snippet.text());
      case "json threshold" ->
          BaselineReader.read(
              "snippet", "{ \"plan\": \"p\", \"thresholds\": [" + snippet.text() + "] }");
      case "text phases" ->
          assertThat(PhaseTableParser.parse(rows(snippet.text())).problems()).isEmpty();
      case "yaml workflow" -> assertThat(yaml(snippet.text())).isNotEmpty();
      default -> throw new AssertionError("no reader for a block of kind " + snippet.kind());
    }
  }

  private static List<PhaseRow> rows(String text) {
    return text.lines()
        .map(line -> line.strip().split(" {2,}"))
        .peek(cells -> assertThat(cells).as(Arrays.toString(cells)).hasSize(4))
        .map(cells -> new PhaseRow(cells[0], cells[1], cells[2], cells[3]))
        .toList();
  }

  private static Map<?, ?> yaml(String text) {
    return (Map<?, ?>) new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
  }

  /** GitHub's words for a workflow, and our commands and files in it. */
  @Test
  void shouldShowAWorkflowThatRunsAndKeepsEveryPlan() throws IOException {
    Snippet snippet =
        snippets().stream().filter(one -> one.kind().equals("yaml workflow")).findFirst().get();
    Map<?, ?> workflow = yaml(snippet.text());
    // YAML 1.1 reads the key "on" as a boolean; GitHub does not.
    assertThat(workflow.keySet().stream().map(String::valueOf).toList())
        .containsExactly("name", "true", "permissions", "jobs");
    Map<?, ?> on = (Map<?, ?>) workflow.get(true);
    assertThat(on.keySet().stream().map(String::valueOf))
        .containsExactly("push", "pull_request", "schedule", "workflow_dispatch");
    Map<?, ?> jobs = (Map<?, ?>) workflow.get("jobs");
    assertThat(jobs.values()).hasSize(2);
    for (Object job : jobs.values()) {
      List<?> steps = (List<?>) ((Map<?, ?>) job).get("steps");
      List<String> commands = new ArrayList<>();
      List<String> actions = new ArrayList<>();
      for (Object step : steps) {
        Map<?, ?> one = (Map<?, ?>) step;
        assertThat(one.containsKey("run") ^ one.containsKey("uses")).as(one.toString()).isTrue();
        if (one.get("run") instanceof String run) {
          commands.add(run);
        } else {
          actions.add((String) one.get("uses"));
        }
        if (String.valueOf(one.get("uses")).matches("actions/upload-artifact@.*|mikepenz/.*")) {
          assertThat(one.get("if")).as(one.toString()).isEqualTo("always()");
        }
      }
      assertThat(commands)
          .singleElement()
          .asString()
          .startsWith("mvn -B package jmeter:jmeter -Dplan=");
      assertThat(actions).hasSize(4).allMatch(action -> action.matches("[\\w-]+/[\\w-]+@v\\d+"));
    }
    assertThat(snippet.text())
        .contains("report_paths: target/runs/*/junit.xml")
        .contains("target/testplans/jmeter/results/");
    try (Stream<Path> plans = Files.list(ROOT.resolve("testplans"))) {
      for (Path plan : plans.filter(file -> file.toString().endsWith(".jmx")).toList()) {
        assertThat(snippet.text()).contains(plan.getFileName().toString().replace(".jmx", ""));
      }
    }
  }

  @Test
  void shouldUseNoSettingThatIsNotDocumented() throws IOException {
    Set<String> documented = new TreeSet<>(NOT_OURS);
    DOCUMENTED
        .matcher(Files.readString(ROOT.resolve("docs/properties.md")))
        .results()
        .forEach(found -> documented.add(found.group(1)));
    List<String> unknown = new ArrayList<>();
    int found = 0;
    for (Path document : documents()) {
      for (String name :
          SETTING
              .matcher(Files.readString(document))
              .results()
              .map(result -> result.group(1))
              .toList()) {
        found++;
        if (!documented.contains(name)) {
          unknown.add(ROOT.relativize(document) + ": -D" + name);
        }
      }
    }
    assertThat(found).isGreaterThan(30);
    assertThat(unknown).isEmpty();
  }

  @Test
  void shouldHaveAnExampleThatIsValid() throws IOException {
    Path example = ROOT.resolve("docs/example/my-plan.json");
    String text = Files.readString(example);
    assertThatCode(() -> BaselineReader.read(example.toString(), text)).doesNotThrowAnyException();
  }
}
