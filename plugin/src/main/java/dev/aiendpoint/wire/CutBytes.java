package dev.aiendpoint.wire;

import java.nio.charset.Charset;
import java.util.Arrays;

/** Bytes that grow up to a limit; what is over is dropped. */
final class CutBytes {

  private final int maxBytes;
  private byte[] bytes = new byte[512];
  private int length;
  private boolean cut;

  CutBytes(int maxBytes) {
    this.maxBytes = maxBytes;
  }

  void append(byte[] part, int offset, int partLength) {
    int taken = Math.min(partLength, maxBytes - length);
    cut |= taken < partLength;
    if (taken <= 0) {
      return;
    }
    if (length + taken > bytes.length) {
      long doubled = Math.min(2L * bytes.length, maxBytes);
      bytes = Arrays.copyOf(bytes, (int) Math.max(doubled, length + taken));
    }
    System.arraycopy(part, offset, bytes, length, taken);
    length += taken;
  }

  /** True when something was dropped. */
  boolean isCut() {
    return cut;
  }

  String toText(Charset charset) {
    return new String(bytes, 0, length, charset);
  }

  byte[] toBytes() {
    return Arrays.copyOf(bytes, length);
  }
}
