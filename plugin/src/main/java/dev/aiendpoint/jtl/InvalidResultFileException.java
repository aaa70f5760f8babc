package dev.aiendpoint.jtl;

import java.io.IOException;

/** A file that is no result file, or a damaged one. The message says where, and what to do. */
public final class InvalidResultFileException extends IOException {

  private static final long serialVersionUID = 1L;

  InvalidResultFileException(String message) {
    super(message);
  }

  static InvalidResultFileException atLine(long line, String message) {
    return new InvalidResultFileException("line " + line + ": " + message);
  }
}
