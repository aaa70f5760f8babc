package dev.aiendpoint.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The commit of the Git repository that holds a folder, as the program {@code git} tells it. */
final class GitCommit {

  private static final long LIMIT_SECONDS = 10;

  private GitCommit() {}

  /** Empty where there is no repository, no commit, or no Git. */
  static Optional<String> of(Path folder) {
    try {
      Process git =
          new ProcessBuilder("git", "rev-parse", "HEAD")
              .directory(folder.toFile())
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      git.getOutputStream().close();
      String printed =
          new String(git.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip();
      if (!git.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
        git.destroyForcibly();
        return Optional.empty();
      }
      return git.exitValue() == 0 && printed.matches("[0-9a-f]{40,64}")
          ? Optional.of(printed)
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }
}
