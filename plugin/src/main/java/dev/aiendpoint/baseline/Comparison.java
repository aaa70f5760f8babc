package dev.aiendpoint.baseline;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalDouble;

/** What a figure must be; values are in the metric's unit. */
public sealed interface Comparison {

  /** True when the value is accepted. */
  default boolean accepts(double value) {
    return range(0).map(range -> range.contains(value)).orElse(true);
  }

  /**
   * The accepted values when the limit may be missed by a part of itself; empty where they are no
   * single range.
   *
   * @param tolerancePercent 0 for the limit itself
   */
  Optional<AcceptedRange> range(double tolerancePercent);

  /** The limit where it is a single number. */
  OptionalDouble number();

  /**
   * A figure against one value.
   *
   * @param operator how they compare
   * @param value the value
   */
  record Bound(Operator operator, double value) implements Comparison {

    @Override
    public boolean accepts(double observed) {
      return operator == Operator.NOT_EQUAL
          ? observed != value
          : Comparison.super.accepts(observed);
    }

    @Override
    public Optional<AcceptedRange> range(double tolerancePercent) {
      AcceptedRange exact =
          switch (operator) {
            case LESS -> new AcceptedRange(Double.NEGATIVE_INFINITY, true, value, false);
            case AT_MOST -> new AcceptedRange(Double.NEGATIVE_INFINITY, true, value, true);
            case GREATER -> new AcceptedRange(value, false, Double.POSITIVE_INFINITY, true);
            case AT_LEAST -> new AcceptedRange(value, true, Double.POSITIVE_INFINITY, true);
            case EQUAL -> new AcceptedRange(value, true, value, true);
            case NOT_EQUAL -> null;
          };
      return Optional.ofNullable(exact).map(range -> range.widenedByPercent(tolerancePercent));
    }

    @Override
    public OptionalDouble number() {
      return OptionalDouble.of(value);
    }
  }

  /** A figure near a value; both ends are accepted. A tolerance widens the margin. */
  record Within(double center, double margin) implements Comparison {

    @Override
    public Optional<AcceptedRange> range(double tolerancePercent) {
      // Decimal, so that 0.3 - 0.1 is the 0.2 that the file's author means.
      BigDecimal middle = BigDecimal.valueOf(center);
      BigDecimal half =
          BigDecimal.valueOf(margin)
              .multiply(BigDecimal.valueOf(100 + tolerancePercent).movePointLeft(2));
      return Optional.of(
          new AcceptedRange(
              middle.subtract(half).doubleValue(), true, middle.add(half).doubleValue(), true));
    }

    @Override
    public OptionalDouble number() {
      return OptionalDouble.empty();
    }
  }

  /**
   * A figure against the one of the promoted run. Alone it accepts nothing: {@link ObservedLimit}
   * first makes a {@link Bound} of it, where there is such a run.
   *
   * @param operator how they compare
   * @param change what is added to the promoted figure, in percent of it or in percentage points
   * @param inPoints true for percentage points
   */
  record OfObserved(Operator operator, double change, boolean inPoints) implements Comparison {

    /** The limit that a promoted figure makes of it. */
    public Bound bound(double observed) {
      BigDecimal figure = BigDecimal.valueOf(observed);
      BigDecimal added = BigDecimal.valueOf(change);
      BigDecimal value =
          inPoints
              ? figure.add(added)
              : figure.multiply(BigDecimal.valueOf(100).add(added)).movePointLeft(2);
      return new Bound(operator, value.doubleValue());
    }

    @Override
    public boolean accepts(double observed) {
      return false;
    }

    @Override
    public Optional<AcceptedRange> range(double tolerancePercent) {
      return Optional.empty();
    }

    @Override
    public OptionalDouble number() {
      return OptionalDouble.empty();
    }
  }

  /** Something that is so; kept as 1. */
  record Holds() implements Comparison {

    @Override
    public boolean accepts(double observed) {
      return observed == 1;
    }

    @Override
    public Optional<AcceptedRange> range(double tolerancePercent) {
      return Optional.empty();
    }

    @Override
    public OptionalDouble number() {
      return OptionalDouble.empty();
    }
  }

  /** A figure between two values, both accepted. */
  record Between(double low, double high) implements Comparison {

    @Override
    public Optional<AcceptedRange> range(double tolerancePercent) {
      return Optional.of(
          new AcceptedRange(low, true, high, true).widenedByPercent(tolerancePercent));
    }

    @Override
    public OptionalDouble number() {
      return OptionalDouble.empty();
    }
  }
}
