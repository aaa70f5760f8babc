package dev.aiendpoint.wire;

import dev.aiendpoint.sse.SseReader;

/**
 * How much of an answer may be held, in bytes.
 *
 * @param maxEventBytes largest event of a stream; a larger one ends the reading
 * @param maxBodyBytes most bytes of a body or stream that are kept to be shown, and most characters
 *     of its text; what is over is read and dropped
 */
public record ReadLimits(int maxEventBytes, int maxBodyBytes) {

  /** 1 MiB each. */
  public static final ReadLimits DEFAULT =
      new ReadLimits(SseReader.DEFAULT_MAX_EVENT_BYTES, 1 << 20);

  public ReadLimits {
    if (maxEventBytes < 1) {
      throw new IllegalArgumentException(
          "read limits: maxEventBytes was '" + maxEventBytes + "' but must be at least 1");
    }
    if (maxBodyBytes < 0) {
      throw new IllegalArgumentException(
          "read limits: maxBodyBytes was '" + maxBodyBytes + "' but must be at least 0");
    }
  }
}
