package dev.aiendpoint.jtl;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.function.Function;

/**
 * Remembers what the texts of a column mean, by their bytes: a label or an outcome is decoded once
 * and not a million times. Past {@value #MAX_ENTRIES} texts, further ones are decoded each time, so
 * that memory stays bounded. Not for several threads.
 *
 * @param <T> what a text means
 */
final class CellCache<T> {

  private static final int MAX_ENTRIES = 4_096;
  private static final int MAX_BYTES = 1_024;
  private static final int SLOTS = 4 * MAX_ENTRIES;
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private static final class Entry<T> {
    private final byte[] bytes;
    private final long hash;
    private final T value;

    private Entry(byte[] bytes, long hash, T value) {
      this.bytes = bytes;
      this.hash = hash;
      this.value = value;
    }
  }

  private final Function<String, T> meaning;
  private final Entry<?>[] slots = new Entry<?>[SLOTS];
  private int size;

  CellCache(Function<String, T> meaning) {
    this.meaning = meaning;
  }

  T get(CsvRows rows, int column) {
    byte[] bytes = rows.bytes();
    // With its quotes, if it has any: they decide what a quote within means.
    int from = rows.rawStart(column);
    int to = rows.rawEnd(column);
    long hash = hash(bytes, from, to);
    int slot = (int) (hash >>> 32) & (SLOTS - 1);
    for (Entry<T> entry = at(slot); entry != null; entry = at(slot)) {
      if (entry.hash == hash
          && Arrays.equals(entry.bytes, 0, entry.bytes.length, bytes, from, to)) {
        return entry.value;
      }
      slot = (slot + 1) & (SLOTS - 1);
    }
    T value = meaning.apply(CellText.of(rows, column));
    if (size < MAX_ENTRIES && to - from <= MAX_BYTES) {
      slots[slot] = new Entry<>(Arrays.copyOfRange(bytes, from, to), hash, value);
      size++;
    }
    return value;
  }

  @SuppressWarnings("unchecked")
  private Entry<T> at(int slot) {
    return (Entry<T>) slots[slot];
  }

  /** Of any bytes that are followed by {@link CsvRows#PADDING} others. */
  static long hash(byte[] bytes, int from, int to) {
    long hash = to - from;
    int at = from;
    for (; at + Long.BYTES <= to; at += Long.BYTES) {
      hash = mixed(hash, (long) LONGS.get(bytes, at));
    }
    int rest = to - at;
    if (rest > 0) {
      long mask = (1L << (Byte.SIZE * rest)) - 1;
      hash = mixed(hash, (long) LONGS.get(bytes, at) & mask);
    }
    return hash;
  }

  private static long mixed(long hash, long word) {
    long product = (hash ^ word) * 0x9E3779B97F4A7C15L;
    return product ^ (product >>> 29);
  }
}
