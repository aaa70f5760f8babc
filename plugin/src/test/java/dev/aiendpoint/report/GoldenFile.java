package dev.aiendpoint.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file that holds what a writer is expected to write. {@code -Dgolden.refresh=true} writes it
 * anew instead of comparing; then read the difference before committing it.
 */
final class GoldenFile {

  private static final Path FOLDER = Path.of("src", "test", "resources", "report");
  private static final boolean REFRESH = Boolean.getBoolean("golden.refresh");

  private GoldenFile() {}

  static void assertMatches(String name, String text) throws IOException {
    Path file = FOLDER.resolve(name);
    // As bytes: half a surrogate pair becomes '?', as in the file that a run writes.
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    if (REFRESH) {
      Files.createDirectories(FOLDER);
      Files.write(file, bytes);
    }
    assertThat(file).as("refresh with -Dgolden.refresh=true").exists();
    assertThat(new String(bytes, StandardCharsets.UTF_8)).isEqualTo(Files.readString(file));
  }
}
