package dev.aiendpoint.plans;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A program that a test needs, and the Debian package that brings it. */
record SystemPackage(String name, List<String> programs) {

  private static final long INSTALL_MINUTES = 8;

  /**
   * The program; installs its package first when it is missing and the user may do so.
   *
   * @throws AssertionError saying what to install when there is none
   */
  Path program() throws IOException, InterruptedException {
    Optional<Path> found = find();
    if (found.isEmpty()) {
      install();
      found = find();
    }
    assertThat(found).as("%s on the PATH; install the package %s", programs, name).isPresent();
    return found.get();
  }

  private Optional<Path> find() {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
        .flatMap(folder -> programs.stream().map(program -> Path.of(folder, program)))
        .filter(Files::isExecutable)
        .findFirst();
  }

  private void install() throws IOException, InterruptedException {
    assertThat(System.getProperty("user.name"))
        .as("%s is missing, and only root may install it: apt-get install -y %s", programs, name)
        .isEqualTo("root");
    List<String> install = List.of("apt-get", "install", "-y", "--no-install-recommends", name);
    Path log = Files.createTempFile("apt-get", ".log");
    try {
      // Package lists may be missing, as in most containers.
      boolean installed =
          succeeds(log, install)
              || (succeeds(log, List.of("apt-get", "update")) && succeeds(log, install));
      assertThat(installed).as("apt-get install %s:%n%s", name, Files.readString(log)).isTrue();
    } finally {
      Files.delete(log);
    }
  }

  private static boolean succeeds(Path log, List<String> command)
      throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
            .start();
    if (!process.waitFor(INSTALL_MINUTES, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      return false;
    }
    return process.exitValue() == 0;
  }
}
