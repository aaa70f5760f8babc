package dev.aiendpoint.plans;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A shell command of the pipeline, run as Jenkins runs it, with the Maven of this build. */
final class PlanCommand {

  private PlanCommand() {}

  /**
   * Runs a command in the project's root, shortened.
   *
   * @param folder an empty folder for what it needs
   * @param parameters parameters of the build, which Jenkins puts into the environment
   * @param printed takes what it prints
   * @return its exit code
   */
  static int run(Path folder, String command, Map<String, String> parameters, StringBuilder printed)
      throws IOException, InterruptedException {
    Path maven = folder.resolve("mvn");
    // Limits that a slow machine meets as well: this is about files and codes.
    Path baseline =
        Files.writeString(
            folder.resolve("baseline.json"),
            "{ \"plan\": \"smoke-test\", \"thresholds\": [ { \"id\": \"errors\","
                + " \"check\": \"rate(errors) < 50 %\", \"minSamples\": 1 } ] }");
    Files.writeString(
        maven,
        "#!/bin/sh\nexec '"
            + System.getProperty("maven.command")
            + "' '-Dmaven.repo.local="
            + System.getProperty("maven.repo.local")
            + "' -Dduration.scale=0.2 '-Dai.baseline="
            + baseline
            + "' \"$@\"\n");
    return run(folder, maven, command, parameters, printed);
  }

  /** The same with a program in place of Maven. */
  static int run(
      Path folder,
      Path maven,
      String command,
      Map<String, String> parameters,
      StringBuilder printed)
      throws IOException, InterruptedException {
    if (!maven.toFile().setExecutable(true)) {
      throw new IOException(maven + " cannot be made executable");
    }
    Path output = Files.createTempFile(folder, "command", ".log");
    ProcessBuilder builder =
        new ProcessBuilder("sh", "-e", "-c", command)
            .directory(JMeterProcess.ROOT.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    Map<String, String> environment = builder.environment();
    environment.putAll(
        new HashMap<>(Map.of("BASE_URL", "", "ALLOW_REMOTE", "false", "PROVIDER_CONTROL_URL", "")));
    environment.putAll(parameters);
    environment.put("PATH", maven.getParent() + ":" + environment.get("PATH"));
    environment.put("JAVA_HOME", System.getProperty("java.home"));
    environment.remove("MAVEN_CMD_LINE_ARGS");
    Process process = builder.start();
    if (!process.waitFor(180, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new AssertionError(command + " hangs:\n" + Files.readString(output));
    }
    printed.append(Files.readString(output));
    return process.exitValue();
  }
}
