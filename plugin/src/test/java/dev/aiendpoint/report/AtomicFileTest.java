package dev.aiendpoint.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {

  @TempDir Path folder;

  @Test
  void shouldMakeFoldersAndLeaveNothingElse() throws IOException {
    Path file = folder.resolve("a/b/verdict.json");
    AtomicFile.write(file, "{\"plan\":\"계획\"}");

    assertThat(file).hasContent("{\"plan\":\"계획\"}");
    assertThat(file.getParent()).isDirectoryNotContaining(f -> !f.equals(file));
  }

  @Test
  void shouldReplaceWhatStoodThere() throws IOException {
    Path file = folder.resolve("verdict.json");
    AtomicFile.write(file, "a longer text than the next");
    AtomicFile.write(file, "short");

    assertThat(file).hasContent("short");
  }

  @Test
  void shouldWriteTextThatUtf8CannotCarry() throws IOException {
    Path file = folder.resolve("verdict.json");
    AtomicFile.write(file, "half \uD83D pair");

    assertThat(file).hasContent("half ? pair");
  }

  @Test
  void shouldBeAsReadableAsAnyOtherFile() throws IOException {
    Path ordinary = Files.writeString(folder.resolve("ordinary"), "x");
    Path file = folder.resolve("verdict.json");
    AtomicFile.write(file, "x");

    assertThat(Files.getPosixFilePermissions(file))
        .isEqualTo(Files.getPosixFilePermissions(ordinary));
  }

  @Test
  void shouldLeaveNoDraftWhenTheMoveFails() throws IOException {
    Path occupied = Files.createDirectories(folder.resolve("verdict.json/inside"));

    assertThatThrownBy(() -> AtomicFile.write(folder.resolve("verdict.json"), "x"))
        .isInstanceOf(IOException.class);
    assertThat(folder).isDirectoryNotContaining(f -> f.getFileName().toString().startsWith("."));
    assertThat(occupied).exists();
  }
}
