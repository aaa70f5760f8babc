package dev.aiendpoint.jmeter;

import java.nio.file.Path;

/** Where the files of the current run go: {@code <run.dir>/<plan>}. */
final class RunFolder {

  private static final String DEFAULT = "target/runs";

  private RunFolder() {}

  static Path current() {
    return of(Settings.get("run.dir", DEFAULT));
  }

  static Path of(String runDir) {
    return ProjectFiles.place(runDir.isEmpty() ? DEFAULT : runDir).resolve(ProjectFiles.planName());
  }
}
