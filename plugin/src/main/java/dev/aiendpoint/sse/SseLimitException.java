package dev.aiendpoint.sse;

import java.io.IOException;

/**
 * An event of a stream is larger than the reader may hold. An {@link IOException}, since the rest
 * of the stream can not be read.
 */
public final class SseLimitException extends IOException {

  private static final long serialVersionUID = 1L;

  SseLimitException(int maxEventBytes) {
    super(
        "event stream: event size was 'over "
            + maxEventBytes
            + " bytes' but must be at most "
            + maxEventBytes
            + " bytes");
  }
}
