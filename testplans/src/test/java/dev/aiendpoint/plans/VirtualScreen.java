package dev.aiendpoint.plans;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/** A screen in memory (Xvfb) for programs with windows, on a free display number. */
final class VirtualScreen implements AutoCloseable {

  private static final String SIZE = "1280x900x24";

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
    Path program = new SystemPackage("xvfb", List.of("Xvfb")).program();
    Process process =
        new ProcessBuilder(
                program.toString(),
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
