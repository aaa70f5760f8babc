package dev.aiendpoint.jtl;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Looks at eight bytes at a time. Each method reads up to {@value #PADDING} bytes past the last one
 * that it is about, so these must be there.
 */
final class Words {

  static final int PADDING = Long.BYTES;

  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  /** A one in each byte, and the highest bit of each. */
  private static final long ONES = 0x0101010101010101L;

  private static final long HIGH_BITS = 0x8080808080808080L;

  private Words() {}

  /** That byte eight times. */
  static long all(int value) {
    return (value & 0xFFL) * ONES;
  }

  /**
   * Marks each of the eight bytes from {@code at} on that is the wanted one or below a bound. The
   * lowest mark is always right; a mark above another one may be wrong, so look at the byte.
   *
   * @param wanted {@link #all} of a byte
   * @param bound {@link #all} of a byte below 128
   * @return a mark is the highest bit of its byte
   * @see <a href="https://graphics.stanford.edu/~seander/bithacks.html#ZeroInWord">Bit Twiddling
   *     Hacks, by Sean Eron Anderson: a byte that is zero, or less than n</a>
   */
  static long marks(byte[] bytes, int at, long wanted, long bound) {
    long word = (long) LONGS.get(bytes, at);
    long other = word ^ wanted;
    return (((other - ONES) & ~other) | ((word - bound) & ~word)) & HIGH_BITS;
  }

  /** Which of the eight bytes has the lowest mark. */
  static int lowest(long marks) {
    return Long.numberOfTrailingZeros(marks) >>> 3;
  }

  static long withoutLowest(long marks) {
    return marks & (marks - 1);
  }

  static long hash(byte[] bytes, int from, int to) {
    long hash = to - from;
    int at = from;
    for (; at + Long.BYTES <= to; at += Long.BYTES) {
      hash = mixed(hash, (long) LONGS.get(bytes, at));
    }
    return at == to ? hash : mixed(hash, (long) LONGS.get(bytes, at) & firstBytes(to - at));
  }

  /** True when {@code length} bytes are the same. */
  static boolean equal(byte[] one, int from, byte[] other, int otherFrom, int length) {
    int i = 0;
    for (; i + Long.BYTES <= length; i += Long.BYTES) {
      if ((long) LONGS.get(one, from + i) != (long) LONGS.get(other, otherFrom + i)) {
        return false;
      }
    }
    long differing = (long) LONGS.get(one, from + i) ^ (long) LONGS.get(other, otherFrom + i);
    return i == length || (differing & firstBytes(length - i)) == 0;
  }

  /** Selects the first 1 to 7 bytes of a word. */
  private static long firstBytes(int count) {
    return (1L << (Byte.SIZE * count)) - 1;
  }

  private static long mixed(long hash, long word) {
    long product = (hash ^ word) * 0x9E3779B97F4A7C15L;
    return product ^ (product >>> 29);
  }
}
