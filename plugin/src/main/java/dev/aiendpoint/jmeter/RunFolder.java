package dev.aiendpoint.jmeter;

import java.nio.file.Path;

/** Where the files of the current run go: {@code <run.dir>/<plan>}. */
final class RunFolder {

  private RunFolder() {}

  static Path current() {
    return ProjectFiles.place(Settings.get("run.dir", "target/runs"))
        .resolve(ProjectFiles.planName());
  }
}
