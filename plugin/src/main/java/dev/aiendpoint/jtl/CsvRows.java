package dev.aiendpoint.jtl;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Cuts delimited bytes into rows and cells without making an object of any.
 *
 * <pre>
 * file  = row { row }
 * row   = cell { delimiter cell } ( LF | CR LF | CR )
 * cell  = plain | quote { any but quote | quote quote } quote
 * plain = any but delimiter, CR and LF; the first no quote
 *
 * 1790000000000,12,READ match
 * 1790000000000;12;"READ; match"
 * 1790000000000,12,READ match,"a ""quoted"" word
 * and a second line"
 * </pre>
 *
 * <p>Blank rows are passed over. A row is looked at before the next is asked for. Not for several
 * threads.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4180">RFC 4180</a>
 */
final class CsvRows {

  /** No row of a result file is longer: the whole of a row must be in memory. */
  static final int MAX_ROW_BYTES = 8 * 1024 * 1024;

  /** CR, LF and NUL lie below. */
  private static final long LINE_ENDS = Words.all('\r' + 1);

  private static final int FIRST_BUFFER_BYTES = 256 * 1024;
  private static final int MAX_COLUMNS = 1_000;
  private static final int INCOMPLETE = -1;

  private final InputStream in;
  private byte[] bytes = new byte[FIRST_BUFFER_BYTES + Words.PADDING];
  private int limit;
  private boolean atEnd;

  private byte delimiter;
  private long delimiters;
  private int[] ends = new int[MAX_COLUMNS + 1];
  private int columns;
  private int rowStart;
  private int nextRow;
  private long line = 1;
  private long linesInRow;

  CsvRows(InputStream in) {
    this.in = in;
  }

  /** The first line's bytes as text, without its end; does not go past it. */
  String peekLine() throws IOException {
    int end = 0;
    while (end < limit || fill()) {
      if (bytes[end] == '\n' || bytes[end] == '\r') {
        break;
      }
      end++;
    }
    return new String(bytes, 0, end, StandardCharsets.UTF_8);
  }

  void delimitBy(char character) {
    delimiter = (byte) character;
    delimiters = Words.all(delimiter);
  }

  /**
   * Goes to the next row that is not blank; false when no whole row is left.
   *
   * @throws InvalidResultFileException when this is no text, or a quote stands where none may
   */
  boolean next() throws IOException {
    do {
      line += linesInRow;
      linesInRow = 0;
      rowStart = nextRow;
      int end = scan();
      while (end == INCOMPLETE) {
        if (!fill()) {
          return false;
        }
        end = scan();
      }
      nextRow = end;
    } while (columns == 1 && ends[0] == rowStart);
    return true;
  }

  /** Finds the cells of the row; returns where the next row starts. */
  private int scan() throws InvalidResultFileException {
    byte[] all = bytes;
    int stop = limit;
    int cells = 0;
    linesInRow = 0;
    int at = afterCellsQuote(rowStart);
    while (at >= 0 && at < stop) {
      int word = at;
      at += Long.BYTES;
      for (long marks = Words.marks(all, word, delimiters, LINE_ENDS);
          marks != 0;
          marks = Words.withoutLowest(marks)) {
        int end = word + Words.lowest(marks);
        if (end >= stop) {
          return INCOMPLETE;
        }
        byte value = all[end];
        if (value == delimiter) {
          ends[cells++] = end;
          if (cells > MAX_COLUMNS) {
            throw InvalidResultFileException.atLine(line, "more than " + MAX_COLUMNS + " cells");
          }
          if (all[end + 1] == '"') {
            at = afterCellsQuote(end + 1);
            break;
          }
        } else if (value == '\n' || value == '\r') {
          ends[cells++] = end;
          columns = cells;
          linesInRow++;
          return value == '\n' ? end + 1 : afterReturn(end + 1);
        } else if (value == 0) {
          throw InvalidResultFileException.atLine(
              line, "holds a NUL byte: no text, or a file that a crash has damaged");
        }
      }
    }
    return INCOMPLETE;
  }

  /** Where a cell goes on to be looked at: behind its closing quote if it begins with one. */
  private int afterCellsQuote(int start) throws InvalidResultFileException {
    return start < limit && bytes[start] == '"' ? afterQuote(start + 1) : start;
  }

  private int afterReturn(int at) {
    if (at < limit) {
      return bytes[at] == '\n' ? at + 1 : at;
    }
    return atEnd ? at : INCOMPLETE;
  }

  /** Where the cell goes on after the quote that closes it. */
  private int afterQuote(int from) throws InvalidResultFileException {
    for (int at = from; at < limit; at++) {
      byte value = bytes[at];
      if (value == '\n') {
        linesInRow++;
      } else if (value == '"') {
        if (at + 1 == limit) {
          return INCOMPLETE;
        }
        byte next = bytes[at + 1];
        if (next != '"') {
          if (next != delimiter && next != '\n' && next != '\r') {
            throw InvalidResultFileException.atLine(
                line + linesInRow, "a cell goes on after the quote that ends it");
          }
          return at + 1;
        }
        at++;
      }
    }
    return INCOMPLETE;
  }

  /** Reads more behind what is not yet cut into rows; false at the end of the file. */
  private boolean fill() throws IOException {
    if (atEnd) {
      return false;
    }
    int kept = limit - rowStart;
    if (rowStart > 0) {
      System.arraycopy(bytes, rowStart, bytes, 0, kept);
      nextRow -= rowStart;
      rowStart = 0;
      limit = kept;
    } else if (limit == bytes.length - Words.PADDING) {
      if (limit >= MAX_ROW_BYTES) {
        throw InvalidResultFileException.atLine(
            line,
            "the row is longer than "
                + MAX_ROW_BYTES / 1024 / 1024
                + " MiB: a quote that is never closed, or no result file");
      }
      bytes = Arrays.copyOf(bytes, 2 * limit + Words.PADDING);
    }
    int read = in.read(bytes, limit, bytes.length - Words.PADDING - limit);
    if (read < 0) {
      atEnd = true;
      // A carriage return as the very last byte may now be taken as a row's end.
      return limit > 0 && bytes[limit - 1] == '\r';
    }
    limit += read;
    return true;
  }

  /** Cells of the row. */
  int columns() {
    return columns;
  }

  byte[] bytes() {
    return bytes;
  }

  /** Where the cell begins, without its quote. */
  int start(int column) {
    int start = rawStart(column);
    return isQuoted(column) ? start + 1 : start;
  }

  /** Where it ends, without its quote; a quote within is still doubled. */
  int end(int column) {
    return isQuoted(column) ? ends[column] - 1 : ends[column];
  }

  boolean isQuoted(int column) {
    return bytes[rawStart(column)] == '"' && ends[column] > rawStart(column);
  }

  /** Where the cell begins, with its quote if it has one. */
  int rawStart(int column) {
    return column == 0 ? rowStart : ends[column - 1] + 1;
  }

  int rawEnd(int column) {
    return ends[column];
  }

  /** Line in which the row begins, from 1. */
  long line() {
    return line;
  }

  /** After the last row: the bytes that are no whole row. */
  int restBytes() {
    return limit - rowStart;
  }

  /** After the last row: whether further rows with that many cells lie in what is left. */
  boolean restHoldsRows(int cells) {
    int found = 0;
    boolean firstLine = true;
    for (int i = rowStart; i < limit; i++) {
      if (bytes[i] == '\n') {
        if (!firstLine && found >= cells - 1) {
          return true;
        }
        firstLine = false;
        found = 0;
      } else if (bytes[i] == delimiter) {
        found++;
      }
    }
    return false;
  }
}
