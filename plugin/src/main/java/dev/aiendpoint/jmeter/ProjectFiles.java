package dev.aiendpoint.jmeter;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.jmeter.services.FileServer;

/**
 * Finds the files that a plan names. A relative name is looked up, in this order, in the project's
 * root (setting {@code project.root}), in the plan's folder, in the folder above it, and in the
 * working directory: the Maven plugin runs plans from a copy, JMeter from where they are.
 */
final class ProjectFiles {

  private ProjectFiles() {}

  /** Folders to look in, each once, best first. */
  static List<Path> folders() {
    Set<Path> folders = new LinkedHashSet<>();
    Settings.find("project.root").map(Path::of).ifPresent(folders::add);
    String planFolder = FileServer.getFileServer().getBaseDir();
    if (planFolder != null) {
      Path plan = Path.of(planFolder).toAbsolutePath().normalize();
      folders.add(plan);
      Optional.ofNullable(plan.getParent()).ifPresent(folders::add);
    }
    folders.add(Path.of("").toAbsolutePath());
    return new ArrayList<>(folders);
  }

  /** The file, or empty when it is in none of the folders. */
  static Optional<Path> find(String name) {
    Path path = Path.of(name);
    if (path.isAbsolute()) {
      return Files.isRegularFile(path) ? Optional.of(path) : Optional.empty();
    }
    return folders().stream()
        .map(folder -> folder.resolve(path).normalize())
        .filter(Files::isRegularFile)
        .findFirst();
  }

  /** Where a file that need not exist yet belongs: below the first folder. */
  static Path place(String name) {
    return folders().get(0).resolve(name).normalize();
  }

  /** Name of the running plan without its ending; {@code plan} when JMeter knows none. */
  static String planName() {
    String script = FileServer.getFileServer().getScriptName();
    return script == null || script.isBlank()
        ? "plan"
        : script.replaceFirst("\\.[jJ][mM][xX]$", "");
  }

  /** What to say about a file that is in none of the folders. */
  static String notFound(String what, String name) {
    return what
        + " was '"
        + name
        + "' but must be an existing file; looked in "
        + String.join(", ", folders().stream().map(Path::toString).toList());
  }
}
