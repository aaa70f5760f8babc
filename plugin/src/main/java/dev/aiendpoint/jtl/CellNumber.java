package dev.aiendpoint.jtl;

import dev.aiendpoint.sample.ColumnTexts;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * Numbers read from bytes as {@link ColumnTexts} reads them from text: the plain forms that this
 * plugin writes are read here, every other form there.
 */
final class CellNumber {

  /** Below that many digits each step is exact in a double, so one division rounds correctly. */
  private static final int MAX_DIGITS = 15;

  private static final double[] POWERS = new double[MAX_DIGITS + 1];

  static {
    double power = 1;
    for (int i = 0; i <= MAX_DIGITS; i++, power *= 10) {
      POWERS[i] = power;
    }
  }

  private CellNumber() {}

  /** True for 1 to 18 digits and nothing else. */
  static boolean isDigits(byte[] bytes, int from, int to) {
    if (to - from < 1 || to - from > 18) {
      return false;
    }
    for (int i = from; i < to; i++) {
      if (bytes[i] < '0' || bytes[i] > '9') {
        return false;
      }
    }
    return true;
  }

  /** Of 1 to 18 digits. */
  static long ofDigits(byte[] bytes, int from, int to) {
    long value = 0;
    for (int i = from; i < to; i++) {
      value = 10 * value + (bytes[i] - '0');
    }
    return value;
  }

  static OptionalLong whole(CsvRows rows, int column) {
    int from = rows.start(column);
    int to = rows.end(column);
    if (from == to) {
      return OptionalLong.empty();
    }
    return isDigits(rows.bytes(), from, to)
        ? OptionalLong.of(ofDigits(rows.bytes(), from, to))
        : ColumnTexts.whole(CellText.of(rows, column));
  }

  static OptionalDouble decimal(CsvRows rows, int column) {
    int from = rows.start(column);
    int to = rows.end(column);
    if (from == to) {
      return OptionalDouble.empty();
    }
    byte[] bytes = rows.bytes();
    long digits = 0;
    int point = to;
    for (int i = from; i < to; i++) {
      byte value = bytes[i];
      if (value == '.' && point == to) {
        point = i;
      } else if (value >= '0' && value <= '9') {
        digits = 10 * digits + (value - '0');
      } else {
        return ColumnTexts.decimal(CellText.of(rows, column));
      }
    }
    boolean isPlain = to - from <= MAX_DIGITS && to - from > (point == to ? 0 : 1);
    return isPlain
        ? OptionalDouble.of(point == to ? digits : digits / POWERS[to - point - 1])
        : ColumnTexts.decimal(CellText.of(rows, column));
  }
}
