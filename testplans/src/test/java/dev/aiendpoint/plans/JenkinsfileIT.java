package dev.aiendpoint.plans;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import groovy.lang.Binding;
import groovy.lang.GroovyShell;
import groovy.lang.MissingMethodException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.codehaus.groovy.control.CompilerConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Evaluates the {@code Jenkinsfile} with steps that record, and with one that really runs. */
class JenkinsfileIT {

  private static final Path FILE = JMeterProcess.ROOT.resolve("Jenkinsfile");
  private static final List<String> PLANS =
      List.of("smoke-test", "ai-load", "mixed-traffic", "circuit-breaker");

  private static PipelineScript.Build evaluate(PipelineScript.Build build, String branch)
      throws IOException {
    return evaluate(Files.readString(FILE), build, branch);
  }

  private static PipelineScript.Build evaluate(
      String text, PipelineScript.Build build, String branch) {
    CompilerConfiguration configuration = new CompilerConfiguration();
    configuration.setScriptBaseClass(PipelineScript.class.getName());
    Map<String, Object> environment = new TreeMap<>();
    if (branch != null) {
      environment.put("BRANCH_NAME", branch);
    }
    Binding binding = new Binding();
    binding.setVariable("build", build);
    binding.setVariable("env", environment);
    new GroovyShell(PipelineScript.class.getClassLoader(), binding, configuration)
        .evaluate(text, "Jenkinsfile");
    return build;
  }

  private static PipelineScript.Build chosen(String plan) throws IOException {
    PipelineScript.Build build = new PipelineScript.Build();
    build.given.put("PLAN", plan);
    return evaluate(build, null);
  }

  /** A manual build of ai-load in which that plan ends with a code. */
  private static PipelineScript.Build ended(int code, String onBreach) throws IOException {
    PipelineScript.Build build = new PipelineScript.Build();
    build.given.put("PLAN", "all");
    build.given.put("ON_BREACH", onBreach);
    build.shell = PipelineScript.failing("plan ai-load", () -> code);
    return evaluate(build, null);
  }

  private static String command(String plan) {
    return ".ci/plan "
        + plan
        + " -Dbase.url=\"$BASE_URL\" -Dallow.remote=\"$ALLOW_REMOTE\""
        + " -Dprovider.control.url=\"$PROVIDER_CONTROL_URL\"";
  }

  private static List<String> runs(PipelineScript.Build build) {
    return build.commands.stream().filter(command -> command.startsWith(".ci/plan ")).toList();
  }

  @Test
  void shouldRunTheSmokeTestAloneOnEachChange() throws IOException {
    PipelineScript.Build build = evaluate(new PipelineScript.Build(), "a-branch");
    assertThat(build.commands).containsExactly("mvn -B clean package", command("smoke-test"));
    assertThat(build.skipped).containsExactly("ai-load", "mixed-traffic", "circuit-breaker");
    assertThat(build.result).isEqualTo("SUCCESS");
  }

  @ParameterizedTest
  @ValueSource(strings = {"smoke-test", "ai-load", "mixed-traffic", "circuit-breaker"})
  void shouldRunTheChosenPlanAfterTheSmokeTest(String plan) throws IOException {
    PipelineScript.Build build = chosen(plan);
    assertThat(runs(build))
        .containsExactlyElementsOf(
            Stream.of("smoke-test", plan).distinct().map(JenkinsfileIT::command).toList());
    assertPublished(build, runs(build).size() == 1 ? List.of(plan) : List.of("smoke-test", plan));
  }

  @Test
  void shouldRunAllPlansWhenAllAreChosenAndNightly() throws IOException {
    PipelineScript.Build nightly = new PipelineScript.Build();
    nightly.nightly = true;
    for (PipelineScript.Build build : List.of(chosen("all"), evaluate(nightly, "main"))) {
      assertThat(runs(build))
          .containsExactlyElementsOf(PLANS.stream().map(JenkinsfileIT::command).toList());
      assertPublished(build, PLANS);
    }
  }

  @Test
  void shouldKnowEveryBundledPlan() throws IOException {
    try (Stream<Path> files = Files.list(JMeterProcess.ROOT.resolve("testplans"))) {
      assertThat(PLANS)
          .containsAll(
              files
                  .map(file -> file.getFileName().toString())
                  .filter(name -> name.endsWith(".jmx"))
                  .map(name -> name.replace(".jmx", ""))
                  .toList());
    }
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "none",
      value = {"none,H 2 * * *", "main,H 2 * * *", "master,H 2 * * *", "a-branch,''"})
  void shouldRunNightlyOnTheMainBranchOnly(String branch, String schedule) throws IOException {
    assertThat(evaluate(new PipelineScript.Build(), branch).cron).containsExactly(schedule);
  }

  @ParameterizedTest(name = "exit code {0} with ON_BREACH={1}: {2}, and the rest runs: {3}")
  @CsvSource({
    "0,   UNSTABLE, SUCCESS,  true",
    "0,   FAILED,   SUCCESS,  true",
    "99,  UNSTABLE, UNSTABLE, true",
    "99,  FAILED,   FAILURE,  true",
    "104, UNSTABLE, FAILURE,  false",
    "104, FAILED,   FAILURE,  false",
    "97,  UNSTABLE, FAILURE,  false",
    "97,  FAILED,   FAILURE,  false",
    "1,   UNSTABLE, FAILURE,  false",
    "143, UNSTABLE, FAILURE,  false",
  })
  void shouldMakeOfAnExitCodeWhatWasChosen(
      int code, String onBreach, String result, boolean restRuns) throws IOException {
    PipelineScript.Build build = ended(code, onBreach);
    assertThat(build.result).isEqualTo(result);
    assertThat(build.stages)
        .containsEntry("ai-load", result)
        .containsEntry("smoke-test", "SUCCESS");
    assertThat(build.ran.contains("mixed-traffic")).isEqualTo(restRuns);
    assertThat(build.skipped.contains("mixed-traffic")).isEqualTo(!restRuns);
    assertPublished(build, restRuns ? PLANS : List.of("smoke-test"));
    assertThat(build.errors)
        .allMatch(error -> error.contains("ai-load: no verdict, exit code " + code));
  }

  @Test
  void shouldPublishOnlyLogsWhenTheBuildBreaks() throws IOException {
    PipelineScript.Build build = new PipelineScript.Build();
    build.shell = PipelineScript.failing("clean package", () -> 1);
    evaluate(build, null);
    assertThat(build.result).isEqualTo("FAILURE");
    assertThat(build.ran).containsExactly("build");
    assertPublished(build, List.of());
    assertThat(build.archived)
        .extracting(step -> step.get("artifacts"))
        .containsExactly("target/testplans/jmeter/logs/*.log");
  }

  @Test
  void shouldPutNoParameterIntoTheTextOfACommand() throws IOException {
    PipelineScript.Build build = new PipelineScript.Build();
    build.given.put("BASE_URL", "\"; rm -rf / #");
    build.given.put("PROVIDER_CONTROL_URL", "$(reboot)");
    evaluate(build, null);
    assertThat(build.commands).noneMatch(c -> c.contains("rm -rf") || c.contains("reboot"));
  }

  static Stream<String> misspelt() {
    return Stream.of("perfReport(", "junit(", "publishHTML(", "catchError(", "triggeredBy ");
  }

  /** That the recorder would not pass over a step that Jenkins does not have. */
  @ParameterizedTest
  @MethodSource("misspelt")
  void shouldNotAcceptAStepThatJenkinsLacks(String step) throws IOException {
    String text = Files.readString(FILE);
    assertThat(text).contains(step);
    PipelineScript.Build build = new PipelineScript.Build();
    build.shell = PipelineScript.failing(".ci/plan", () -> 99);
    assertThatThrownBy(() -> evaluate(text.replace(step, "x" + step), build, null))
        .isInstanceOf(MissingMethodException.class);
  }

  /** Files and steps of the plans, which are those of the contract, each by name. */
  private static void assertPublished(PipelineScript.Build build, List<String> plans) {
    assertThat(build.results)
        .extracting(step -> step.get("testResults"))
        .containsExactlyElementsOf(
            plans.stream().map(p -> "target/runs/" + p + "/junit.xml").toList());
    assertThat(build.results)
        .allMatch(step -> step.get("allowEmptyResults").equals(false))
        .allMatch(step -> step.get("skipMarkingBuildUnstable").equals(true));
    assertThat(build.pages)
        .extracting(page -> page.get("reportDir") + "/" + page.get("reportFiles"))
        .containsExactlyElementsOf(
            plans.stream().map(p -> "target/runs/" + p + "/report.html").toList());
    assertThat(build.pages).extracting(page -> page.get("reportName")).isEqualTo(plans);
    assertThat(build.pages).allMatch(page -> page.get("allowMissing").equals(false));
    assertThat(resultFiles(build))
        .containsExactlyElementsOf(plans.stream().map(JenkinsfileIT::resultFile).toList());
    assertThat(resultFiles(build)).noneMatch(file -> file.matches(".*[*?,:].*"));
  }

  private static String resultFile(String plan) {
    return "target/testplans/jmeter/results/" + plan + ".csv";
  }

  private static List<String> resultFiles(PipelineScript.Build build) {
    assertThat(build.reports).hasSizeLessThanOrEqualTo(1);
    List<String> files = new ArrayList<>();
    for (Map<String, Object> step : build.reports) {
      files.addAll(Arrays.asList(((String) step.get("sourceDataFiles")).split(";")));
      assertThat(step)
          .as("the verdict alone sets a result")
          .containsEntry("errorUnstableThreshold", -1)
          .containsEntry("errorFailedThreshold", -1);
    }
    return files;
  }

  /** The whole way: the file's own command, a real run, and every file that it wants to publish. */
  @ParameterizedTest
  @CsvSource({"'',SUCCESS", "http://127.0.0.1:1,UNSTABLE", "http://load-target.invalid,FAILURE"})
  void shouldFindEveryFileWhereARealRunPutsIt(String target, String result, @TempDir Path folder)
      throws Exception {
    PipelineScript.Build build = new PipelineScript.Build();
    build.given.put("BASE_URL", target);
    StringBuilder printed = new StringBuilder();
    build.shell =
        command ->
            command.startsWith(".ci/plan ")
                ? PlanCommand.run(folder, command, Map.of("BASE_URL", target), printed)
                : 0;
    evaluate(build, null);
    assertThat(build.result).as(printed.toString()).isEqualTo(result);
    assertPublished(build, result.equals("FAILURE") ? List.of() : List.of("smoke-test"));
    for (String file : resultFiles(build)) {
      assertThat(JMeterProcess.ROOT.resolve(file)).isNotEmptyFile();
    }
    for (Map<String, Object> step : build.results) {
      assertThat(JMeterProcess.ROOT.resolve((String) step.get("testResults"))).isNotEmptyFile();
    }
    for (Map<String, Object> page : build.pages) {
      Path run = JMeterProcess.ROOT.resolve((String) page.get("reportDir"));
      assertThat(run.resolve((String) page.get("reportFiles"))).isNotEmptyFile();
      for (String part : ((String) page.get("includes")).split(",")) {
        assertThat(run.resolve(part.replace("/**", ""))).exists();
      }
    }
  }
}
