package dev.aiendpoint.sample;

import dev.aiendpoint.exchange.Outcome;
import java.util.function.Function;

/**
 * One JTL row, and how a {@link Sample} is made of it. The live listener and the offline check both
 * come through here, so that they cannot disagree.
 *
 * @param label sample label
 * @param startMillis epoch milliseconds
 * @param elapsedMillis JMeter's elapsed
 * @param success JMeter's flag
 * @param responseCode JMeter's response code
 * @param message failure message, empty on success
 * @param allThreads active threads
 * @param columns this plugin's columns
 */
public record SampleRow(
    String label,
    long startMillis,
    long elapsedMillis,
    boolean success,
    String responseCode,
    String message,
    int allThreads,
    ColumnValues columns) {

  /**
   * A row whose columns are known as texts.
   *
   * @param columns the texts of this plugin's columns; null and empty count as not there
   */
  public SampleRow(
      String label,
      long startMillis,
      long elapsedMillis,
      boolean success,
      String responseCode,
      String message,
      int allThreads,
      Function<SampleColumn, String> columns) {
    this(
        label,
        startMillis,
        elapsedMillis,
        success,
        responseCode,
        message,
        allThreads,
        new ColumnTexts(columns));
  }

  /**
   * The sample. An outcome of success on a row that failed is {@code ASSERTION_FAILED}, since
   * assertions run after classification.
   */
  public Sample toSample() {
    Outcome outcome =
        columns.outcome().orElseGet(() -> UnclassifiedOutcome.of(success, responseCode));
    return new Sample(
        label,
        startMillis,
        elapsedMillis,
        success,
        responseCode,
        withoutOutcome(outcome),
        allThreads,
        columns.phase(),
        outcome.isSuccess() && !success ? Outcome.ASSERTION_FAILED : outcome,
        columns.cache(),
        columns.circuit(),
        columns.decimal(SampleColumn.TTFT_MS),
        columns.decimal(SampleColumn.TPOT_MS),
        columns.decimal(SampleColumn.ICL_MAX_MS),
        columns.whole(SampleColumn.TOKENS_IN),
        columns.whole(SampleColumn.TOKENS_OUT),
        columns.decimal(SampleColumn.COST));
  }

  /** In the JTL a failure message begins with the outcome; here it has a field of its own. */
  private String withoutOutcome(Outcome outcome) {
    if (message.isEmpty()) {
      return message;
    }
    String prefix = outcome + ": ";
    return message.startsWith(prefix) ? message.substring(prefix.length()) : message;
  }
}
