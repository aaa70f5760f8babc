package dev.aiendpoint.plans;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * Starts the JMeter that this build has configured, once for each run, in a process and a folder of
 * its own, so that runs can go side by side.
 */
final class JMeterProcess {

  static final Path ROOT = Path.of(System.getProperty("project.root")).toAbsolutePath();

  static final String JAVA = Path.of(System.getProperty("java.home"), "bin", "java").toString();

  private static final Path RUNS = Path.of(System.getProperty("it.folder")).toAbsolutePath();
  private static final long LIMIT_SECONDS = 180;
  private static final String RESULTS = "results.csv";
  private static final String OUTPUT = "output.txt";

  /** Four at a time: a run waits more than it works, and the machines have two cores. */
  private static final ExecutorService STARTER =
      Executors.newFixedThreadPool(
          4,
          task -> {
            Thread thread = new Thread(task, "plan run");
            thread.setDaemon(true);
            return thread;
          });

  private JMeterProcess() {}

  /** Runs a bundled plan. */
  static CompletableFuture<PlanRun> run(String name, String plan, Map<String, String> settings) {
    return run(name, ROOT.resolve("testplans").resolve(plan + ".jmx"), settings);
  }

  /**
   * Runs a plan.
   *
   * @param name name of this run, unique in the build
   * @param settings settings by their contract names, given as {@code -J}
   */
  static CompletableFuture<PlanRun> run(String name, Path plan, Map<String, String> settings) {
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            return runNow(name, plan, settings);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
          }
        },
        STARTER);
  }

  private static PlanRun runNow(String name, Path plan, Map<String, String> settings)
      throws IOException, InterruptedException {
    Process process = start(name, plan, settings);
    Path folder = RUNS.resolve(name);
    Path output = folder.resolve(OUTPUT);
    if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new AssertionError(name + " hangs; it printed:\n" + Files.readString(output));
    }
    String planName = plan.getFileName().toString().replaceFirst("\\.jmx$", "");
    return new PlanRun(
        process.exitValue(),
        Files.readString(output),
        folder.resolve(planName),
        folder.resolve(RESULTS));
  }

  /** Starts JMeter and does not wait for its end. */
  static Process start(String name, Path plan, Map<String, String> settings) throws IOException {
    Path folder = folder(name);
    Path resultFile = folder.resolve(RESULTS);
    Files.deleteIfExists(resultFile);
    List<String> options = new ArrayList<>();
    options.addAll(List.of("-n", "-l", resultFile.toString()));
    // A free port for each run's command listener.
    options.add("-Jjmeterengine.nongui.port=0");
    return builder(folder, plan, settings, List.of(), options)
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve(OUTPUT).toFile())
        .start();
  }

  /** A folder for the files of one run; what an earlier build left there stays. */
  static Path folder(String name) throws IOException {
    return Files.createDirectories(RUNS.resolve(name));
  }

  /** JMeter with its windows and a plan opened, not yet started; the log goes into the folder. */
  static ProcessBuilder gui(Path folder, Path plan, Map<String, String> settings)
      throws IOException {
    // Or JMeter would keep the plan among the recent files of whoever builds.
    String preferences = "-Djava.util.prefs.userRoot=" + folder.resolve("preferences");
    // The log then names every form that an element is taken through.
    String forms = "-Lorg.apache.jmeter.gui.GuiPackage=DEBUG";
    return builder(folder, plan, settings, List.of(preferences), List.of(forms))
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("output.txt").toFile());
  }

  private static ProcessBuilder builder(
      Path folder,
      Path plan,
      Map<String, String> settings,
      List<String> javaOptions,
      List<String> options)
      throws IOException {
    Path bin = Path.of(configuration().path("jmeterWorkingDirectoryPath").asText());
    List<String> command = new ArrayList<>();
    command.add(JAVA);
    command.add("-Xmx512m");
    command.addAll(javaOptions);
    command.add("-jar");
    command.add(configuration().path("runtimeJarName").asText());
    command.addAll(options);
    command.addAll(List.of("-t", plan.toString()));
    command.addAll(List.of("-j", folder.resolve("jmeter.log").toString()));
    command.addAll(List.of("-d", bin.getParent().toString()));
    command.add("-Jrun.dir=" + folder);
    command.add("-Jproject.root=" + ROOT);
    command.add("-Jstandin.jar=" + System.getProperty("standin.jar"));
    settings.forEach((key, value) -> command.add("-J" + key + "=" + value));
    ProcessBuilder builder = new ProcessBuilder(command).directory(bin.toFile());
    // These runs are over before the optimising compiler pays for itself; for JMeter and its child.
    builder.environment().put("JDK_JAVA_OPTIONS", "-XX:TieredStopAtLevel=1");
    return builder;
  }

  private static JsonNode configuration() throws IOException {
    return new ObjectMapper()
        .readTree(Path.of(System.getProperty("jmeter.config")).toFile())
        .path("configurations")
        .path(0);
  }
}
