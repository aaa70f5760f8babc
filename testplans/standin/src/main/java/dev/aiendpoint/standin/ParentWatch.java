package dev.aiendpoint.standin;

import java.io.IOException;
import java.io.InputStream;

/**
 * Ends this process when the one that started it ends, however that ends: its end of standard input
 * closes, or it is no longer there.
 */
final class ParentWatch {

  private ParentWatch() {}

  static void start(InputStream standardInput) {
    ProcessHandle.current()
        .parent()
        .ifPresentOrElse(parent -> parent.onExit().thenRun(ParentWatch::end), ParentWatch::end);
    Thread reader =
        new Thread(
            () -> {
              byte[] ignored = new byte[256];
              try {
                while (standardInput.read(ignored) >= 0) {
                  // What the parent writes means nothing; that it can is enough.
                }
              } catch (IOException e) {
                // As good as its end.
              }
              end();
            },
            "parent-watch");
    reader.setDaemon(true);
    reader.start();
  }

  /** Nothing is worth keeping, and an orderly end could wait for a request. */
  private static void end() {
    Runtime.getRuntime().halt(0);
  }
}
