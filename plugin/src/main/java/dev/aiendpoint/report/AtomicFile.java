package dev.aiendpoint.report;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/**
 * Writes a file so that a reader sees the old content or the new, never a half: the text goes to a
 * new file in the same folder, which is then moved into place. Folders are made as needed. Safe to
 * call from any thread; of two writers at once the later move wins.
 */
public final class AtomicFile {

  private AtomicFile() {}

  /**
   * Writes {@code text} in UTF-8; a character that UTF-8 cannot carry (half a surrogate pair)
   * becomes {@code ?}.
   *
   * @throws IOException the file could not be written; what stood there before still does
   */
  public static void write(Path file, String text) throws IOException {
    Path target = file.toAbsolutePath();
    Files.createDirectories(target.getParent());
    // Not Files.createTempFile: its files are private to the user, and a CI server has to read
    // ours.
    Path draft = target.resolveSibling("." + target.getFileName() + "." + UUID.randomUUID());
    try {
      writeThrough(draft, text.getBytes(StandardCharsets.UTF_8));
      move(draft, target);
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  private static void writeThrough(Path draft, byte[] bytes) throws IOException {
    try (FileChannel channel =
        FileChannel.open(draft, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      ByteBuffer buffer = ByteBuffer.wrap(bytes);
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
      channel.force(true);
    }
  }

  private static void move(Path draft, Path target) throws IOException {
    try {
      Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(draft, target, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
