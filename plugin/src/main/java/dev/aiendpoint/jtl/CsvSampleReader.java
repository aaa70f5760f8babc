package dev.aiendpoint.jtl;

import dev.aiendpoint.sample.Sample;
import dev.aiendpoint.sample.SampleRow;
import dev.aiendpoint.sample.TransactionRule;
import java.io.IOException;
import java.io.InputStream;
import java.util.OptionalLong;
import java.util.function.Consumer;

/**
 * Reads the samples of a CSV result file: any order of columns, any delimiter, a header first. A
 * header in between, as in files put one behind the other, is passed over. Reads one file; not for
 * several threads.
 */
final class CsvSampleReader {

  private static final String NO_TEXT = "null";

  private final CsvRows rows;
  private final TimeStamp timeStamp = new TimeStamp();
  private final SubResultRule subResults = new SubResultRule();
  private final CellCache<Label> labels = new CellCache<>(Label::of);
  private final CellCache<String> codes = new CellCache<>(CsvSampleReader::known);
  private final CellCache<String> messages = new CellCache<>(CsvSampleReader::known);
  private final CellCache<Boolean> transactions = new CellCache<>(TransactionRule::isTransaction);
  private final CellCache<Boolean> successes = new CellCache<>("true"::equalsIgnoreCase);

  private CsvHeader header;
  private final int[] places = new int[JtlColumn.values().length];
  private CsvColumns columns;
  private long sampleCount;
  private long transactionCount;
  private long subResultCount;

  CsvSampleReader(InputStream in) {
    this.rows = new CsvRows(in);
  }

  ResultFile readAll(Consumer<Sample> samples) throws IOException {
    header = CsvHeader.parse(rows.peekLine());
    rows.delimitBy(header.delimiter());
    for (JtlColumn column : JtlColumn.values()) {
      places[column.ordinal()] = header.place(column);
    }
    columns = new CsvColumns(rows, header);
    while (rows.next()) {
      read(samples);
    }
    return new ResultFile(
        header.added(),
        has(JtlColumn.ALL_THREADS),
        sampleCount,
        transactionCount,
        subResultCount,
        damage());
  }

  private void read(Consumer<Sample> samples) throws InvalidResultFileException {
    if (rows.columns() != header.names().size()) {
      throw problem(
          "has "
              + rows.columns()
              + " cells, but the header has "
              + header.names().size()
              + ": the file is damaged");
    }
    OptionalLong start = timeStamp.read(rows, place(JtlColumn.TIME_STAMP));
    if (start.isEmpty()) {
      if (isHeader()) {
        return;
      }
      throw problem(JtlColumn.TIME_STAMP, "epoch milliseconds, or the form of the rows before");
    }
    long elapsed = whole(JtlColumn.ELAPSED);
    if (has(JtlColumn.RESPONSE_MESSAGE)
        && transactions.get(rows, place(JtlColumn.RESPONSE_MESSAGE))) {
      transactionCount++;
      return;
    }
    Label label = labels.get(rows, place(JtlColumn.LABEL));
    if (subResults.isSubResult(label, thread(), start.getAsLong(), elapsed)) {
      subResultCount++;
      return;
    }
    sampleCount++;
    samples.accept(sample(label, start.getAsLong(), elapsed));
  }

  private Sample sample(Label label, long start, long elapsed) throws InvalidResultFileException {
    boolean success = successes.get(rows, place(JtlColumn.SUCCESS));
    return new SampleRow(
            label.text(),
            start,
            elapsed,
            success,
            has(JtlColumn.RESPONSE_CODE) ? codes.get(rows, place(JtlColumn.RESPONSE_CODE)) : "",
            success ? "" : message(),
            has(JtlColumn.ALL_THREADS) ? (int) whole(JtlColumn.ALL_THREADS) : 0,
            columns)
        .toSample();
  }

  private String message() {
    String message = message(JtlColumn.FAILURE_MESSAGE);
    return message.isEmpty() ? message(JtlColumn.RESPONSE_MESSAGE) : message;
  }

  private String message(JtlColumn column) {
    return has(column) ? messages.get(rows, place(column)) : "";
  }

  private static String known(String text) {
    return text.equals(NO_TEXT) ? "" : text;
  }

  private long thread() {
    if (!has(JtlColumn.THREAD_NAME)) {
      return 0;
    }
    int place = place(JtlColumn.THREAD_NAME);
    return Words.hash(rows.bytes(), rows.rawStart(place), rows.rawEnd(place));
  }

  private long whole(JtlColumn column) throws InvalidResultFileException {
    int place = place(column);
    int from = rows.start(place);
    int to = rows.end(place);
    // A clock that was set back makes an elapsed below 0.
    boolean negative = from < to && rows.bytes()[from] == '-';
    int first = negative ? from + 1 : from;
    if (!CellNumber.isDigits(rows.bytes(), first, to)) {
      throw problem(column, "a whole number");
    }
    long value = CellNumber.ofDigits(rows.bytes(), first, to);
    return negative ? -value : value;
  }

  private boolean isHeader() {
    for (int i = 0; i < header.names().size(); i++) {
      if (!CellText.of(rows, i).equals(header.names().get(i))) {
        return false;
      }
    }
    return true;
  }

  private boolean has(JtlColumn column) {
    return places[column.ordinal()] != CsvHeader.MISSING;
  }

  private int place(JtlColumn column) {
    return places[column.ordinal()];
  }

  private InvalidResultFileException problem(JtlColumn column, String rule) {
    String text = CellText.of(rows, place(column)).replaceAll("[^ -~]", "?");
    return problem(
        column.csvName()
            + " was '"
            + (text.length() <= 40 ? text : text.substring(0, 40) + "...")
            + "' but must be "
            + rule);
  }

  private InvalidResultFileException problem(String message) {
    return InvalidResultFileException.atLine(rows.line(), message);
  }

  /** JMeter ends every row with a line break: one without was cut while it was written. */
  private String damage() throws InvalidResultFileException {
    if (rows.restBytes() == 0) {
      return "";
    }
    if (rows.restHoldsRows(header.names().size())) {
      throw problem("a quote is opened and never closed, so the rows behind it cannot be read");
    }
    return "the last row of the result file is cut off (line " + rows.line() + ") and left out";
  }
}
