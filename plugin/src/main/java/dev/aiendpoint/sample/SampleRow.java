package dev.aiendpoint.sample;

import dev.aiendpoint.exchange.CacheStatus;
import dev.aiendpoint.exchange.CircuitEvidence;
import dev.aiendpoint.exchange.Outcome;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.Function;

/**
 * The texts of one JTL row, and how a {@link Sample} is read from them. The live listener and the
 * offline check both come through here, so that they cannot disagree.
 *
 * @param label sample label
 * @param startMillis epoch milliseconds
 * @param elapsedMillis JMeter's elapsed
 * @param success JMeter's flag
 * @param responseCode JMeter's response code
 * @param message failure message, empty on success
 * @param allThreads active threads
 * @param columns the texts of this plugin's columns; null and empty count as not there
 */
public record SampleRow(
    String label,
    long startMillis,
    long elapsedMillis,
    boolean success,
    String responseCode,
    String message,
    int allThreads,
    Function<SampleColumn, String> columns) {

  /**
   * The sample. A column that cannot be read counts as absent; an outcome of success on a row that
   * failed is {@code ASSERTION_FAILED}, since assertions run after classification.
   */
  public Sample toSample() {
    Outcome outcome =
        constant(
            Outcome.class, SampleColumn.OUTCOME, UnclassifiedOutcome.of(success, responseCode));
    return new Sample(
        label,
        startMillis,
        elapsedMillis,
        success,
        responseCode,
        withoutOutcome(outcome),
        allThreads,
        text(SampleColumn.PHASE),
        outcome.isSuccess() && !success ? Outcome.ASSERTION_FAILED : outcome,
        constant(CacheStatus.class, SampleColumn.CACHE, CacheStatus.UNKNOWN),
        CircuitEvidence.ofColumn(text(SampleColumn.CIRCUIT)),
        decimal(SampleColumn.TTFT_MS),
        decimal(SampleColumn.TPOT_MS),
        decimal(SampleColumn.ICL_MAX_MS),
        whole(SampleColumn.TOKENS_IN),
        whole(SampleColumn.TOKENS_OUT),
        decimal(SampleColumn.COST));
  }

  /** In the JTL a failure message begins with the outcome; here it has a field of its own. */
  private String withoutOutcome(Outcome outcome) {
    String prefix = outcome + ": ";
    return message.startsWith(prefix) ? message.substring(prefix.length()) : message;
  }

  private String text(SampleColumn column) {
    String value = columns.apply(column);
    return value == null ? "" : value;
  }

  private <E extends Enum<E>> E constant(Class<E> type, SampleColumn column, E otherwise) {
    String value = text(column);
    if (value.isEmpty()) {
      return otherwise;
    }
    try {
      return Enum.valueOf(type, value);
    } catch (IllegalArgumentException e) {
      return otherwise;
    }
  }

  private OptionalDouble decimal(SampleColumn column) {
    String value = text(column);
    if (value.isEmpty()) {
      return OptionalDouble.empty();
    }
    try {
      double number = Double.parseDouble(value);
      return Double.isFinite(number) ? OptionalDouble.of(number) : OptionalDouble.empty();
    } catch (NumberFormatException e) {
      return OptionalDouble.empty();
    }
  }

  private OptionalLong whole(SampleColumn column) {
    String value = text(column);
    if (value.isEmpty()) {
      return OptionalLong.empty();
    }
    try {
      return OptionalLong.of(Long.parseLong(value));
    } catch (NumberFormatException e) {
      return OptionalLong.empty();
    }
  }
}
