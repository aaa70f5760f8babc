package dev.aiendpoint.jtl;

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

  private record Entry<T>(byte[] bytes, int length, long hash, T value) {

    boolean isOf(byte[] others, int from, int count) {
      return length == count && Words.equal(bytes, 0, others, from, count);
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
    int length = rows.rawEnd(column) - from;
    long hash = Words.hash(bytes, from, from + length);
    int slot = (int) (hash >>> 32) & (SLOTS - 1);
    for (Entry<T> entry = at(slot); entry != null; entry = at(slot)) {
      if (entry.hash() == hash && entry.isOf(bytes, from, length)) {
        return entry.value();
      }
      slot = (slot + 1) & (SLOTS - 1);
    }
    T value = meaning.apply(CellText.of(rows, column));
    if (size < MAX_ENTRIES && length <= MAX_BYTES) {
      byte[] copy = Arrays.copyOfRange(bytes, from, from + length + Words.PADDING);
      slots[slot] = new Entry<>(copy, length, hash, value);
      size++;
    }
    return value;
  }

  @SuppressWarnings("unchecked")
  private Entry<T> at(int slot) {
    return (Entry<T>) slots[slot];
  }
}
