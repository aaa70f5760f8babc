package dev.aiendpoint.sample;

import dev.aiendpoint.exchange.CacheStatus;
import dev.aiendpoint.exchange.CircuitEvidence;
import dev.aiendpoint.exchange.Outcome;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.Function;

/**
 * What the texts of this plugin's columns mean. JMeter writes {@code null} into a result file for a
 * variable that nothing set; that is no value either.
 */
public final class ColumnTexts implements ColumnValues {

  private static final String UNSET = "null";

  private final Function<SampleColumn, String> texts;

  /**
   * @param texts the text of each column; null counts as not there
   */
  public ColumnTexts(Function<SampleColumn, String> texts) {
    this.texts = texts;
  }

  @Override
  public String phase() {
    return phase(text(SampleColumn.PHASE));
  }

  @Override
  public Optional<Outcome> outcome() {
    return outcome(text(SampleColumn.OUTCOME));
  }

  @Override
  public CacheStatus cache() {
    return cache(text(SampleColumn.CACHE));
  }

  @Override
  public CircuitEvidence circuit() {
    return CircuitEvidence.ofColumn(text(SampleColumn.CIRCUIT));
  }

  @Override
  public OptionalDouble decimal(SampleColumn column) {
    return decimal(text(column));
  }

  @Override
  public OptionalLong whole(SampleColumn column) {
    return whole(text(column));
  }

  private String text(SampleColumn column) {
    String text = texts.apply(column);
    return text == null ? "" : text;
  }

  /** The text itself, empty when it says that there is none. */
  public static String phase(String text) {
    return text.equals(UNSET) ? "" : text;
  }

  public static Optional<Outcome> outcome(String text) {
    return constant(Outcome.class, text);
  }

  public static CacheStatus cache(String text) {
    return constant(CacheStatus.class, text).orElse(CacheStatus.UNKNOWN);
  }

  private static <E extends Enum<E>> Optional<E> constant(Class<E> type, String text) {
    try {
      return text.isEmpty() ? Optional.empty() : Optional.of(Enum.valueOf(type, text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  public static OptionalDouble decimal(String text) {
    if (text.isEmpty()) {
      return OptionalDouble.empty();
    }
    try {
      double number = Double.parseDouble(text);
      return Double.isFinite(number) ? OptionalDouble.of(number) : OptionalDouble.empty();
    } catch (NumberFormatException e) {
      return OptionalDouble.empty();
    }
  }

  public static OptionalLong whole(String text) {
    if (text.isEmpty()) {
      return OptionalLong.empty();
    }
    try {
      return OptionalLong.of(Long.parseLong(text));
    } catch (NumberFormatException e) {
      return OptionalLong.empty();
    }
  }
}
