package dev.aiendpoint.plans;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A screen in memory (Xvfb) for programs with windows, on a free display number. */
final class VirtualScreen implements AutoCloseable {

  private static final String PROGRAM = "Xvfb";
  private static final String SIZE = "1280x900x24";
  private static final List<String> UPDATE = List.of("apt-get", "update");
  private static final List<String> INSTALL =
      List.of("apt-get", "install", "-y", "--no-install-recommends", "xvfb");
  private static final long INSTALL_MINUTES = 5;

  private final Process process;
  private final String display;

  private VirtualScreen(Process process, String display) {
    this.process = process;
    this.display = display;
  }

  /**
   * Starts a screen; installs Xvfb first when it is missing and the user may do so.
   *
   * @throws AssertionError saying what to install when there is none
   */
  static VirtualScreen open() throws IOException, InterruptedException {
    Optional<Path> program = program();
    if (program.isEmpty()) {
      install();
      program = program();
    }
    assertThat(program).as("Xvfb on the PATH; install the package xvfb").isPresent();
    Process process =
        new ProcessBuilder(
                program.get().toString(),
                // Says which number it took, once it is ready.
                "-displayfd",
                "1",
                "-screen",
                "0",
                SIZE,
                "-nolisten",
                "tcp")
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    // Read to the end of the first line only: the stream stays open as long as the screen.
    BufferedReader output = process.inputReader();
    String number = output.readLine();
    assertThat(number).as("display number of Xvfb").isNotNull().matches("\\d+");
    return new VirtualScreen(process, ":" + number);
  }

  private static Optional<Path> program() {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
        .map(folder -> Path.of(folder, PROGRAM))
        .filter(Files::isExecutable)
        .findFirst();
  }

  private static void install() throws IOException, InterruptedException {
    assertThat(System.getProperty("user.name"))
        .as("Xvfb is missing, and only root may install it: apt-get install -y xvfb")
        .isEqualTo("root");
    Path log = Files.createTempFile("apt-get", ".log");
    try {
      // Package lists may be missing, as in most containers.
      boolean installed =
          succeeds(log, INSTALL) || (succeeds(log, UPDATE) && succeeds(log, INSTALL));
      assertThat(installed).as("apt-get install xvfb:%n%s", Files.readString(log)).isTrue();
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

  /** Has a program show its windows here. */
  ProcessBuilder onto(ProcessBuilder program) {
    program.environment().put("DISPLAY", display);
    program.environment().remove("WAYLAND_DISPLAY");
    return program;
  }

  @Override
  public void close() {
    process.destroy();
    try {
      process.inputReader().close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
