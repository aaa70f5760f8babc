package dev.aiendpoint.baseline;

import java.math.BigDecimal;
import java.util.Optional;

/** Reads what a metric must be; grammar: {@link CheckParser}. */
final class ComparisonParser {

  static final String OBSERVED = "observed";

  private static final double ALL = 100;

  private final CheckScanner scanner;
  private final Dimension dimension;

  private ComparisonParser(CheckScanner scanner, Dimension dimension) {
    this.scanner = scanner;
    this.dimension = dimension;
  }

  /** Reads a comparison that ends the text. */
  static Limit parse(CheckScanner scanner, Dimension dimension) throws CheckSyntaxException {
    int start = scanner.position();
    Comparison comparison = new ComparisonParser(scanner, dimension).comparison();
    scanner.expectEnd();
    requireMeaning(comparison, dimension, start);
    return new Limit(scanner.since(start), comparison);
  }

  private Comparison comparison() throws CheckSyntaxException {
    int start = scanner.position();
    String sign = scanner.sign();
    if (!sign.isEmpty()) {
      Operator operator =
          Operator.ofSign(sign)
              .orElseThrow(() -> CheckScanner.unknown(start, "comparison", sign, Operator.signs()));
      int valueAt = scanner.position();
      return scanner.accept(OBSERVED)
          ? ofObserved(operator, start, valueAt)
          : new Comparison.Bound(operator, value("a value"));
    }
    return switch (scanner.word()) {
      case "within" -> within();
      case "between" -> between();
      default ->
          throw new CheckSyntaxException(
              start,
              "must have a comparison at "
                  + scanner.rest(start)
                  + "; supported: "
                  + String.join(", ", Operator.signs())
                  + ", within … +- …, between … and …");
    };
  }

  private Comparison ofObserved(Operator operator, int signAt, int valueAt)
      throws CheckSyntaxException {
    if (!operator.isOrder()) {
      throw new CheckSyntaxException(
          signAt, "must have an order before 'observed'; supported: <, <=, >, >=");
    }
    boolean inPoints = dimension == Dimension.PERCENT;
    boolean less = scanner.accept("-");
    if (!less && !scanner.accept("+")) {
      return new Comparison.OfObserved(operator, 0, inPoints);
    }
    BigDecimal change = scanner.number("a change");
    int unitAt = scanner.position();
    String unit = inPoints ? "pp" : "%";
    String found = scanner.unit();
    if (!found.equals(unit)) {
      throw new CheckSyntaxException(
          unitAt,
          "must have a change in "
              + (inPoints ? "percentage points: pp" : "percent of the observed figure: %")
              + " after "
              + change.toPlainString()
              + (found.isEmpty() ? "" : ", not '" + found + "'"));
    }
    if (less && change.doubleValue() >= ALL) {
      throw new CheckSyntaxException(
          valueAt, "must have a limit above 0: at most 100 " + unit + " can be taken away");
    }
    return new Comparison.OfObserved(
        operator, less ? -change.doubleValue() : change.doubleValue(), inPoints);
  }

  private Comparison within() throws CheckSyntaxException {
    double center = value("a value");
    if (!scanner.accept("±")) {
      scanner.expect("+-");
    }
    if (dimension != Dimension.PERCENT) {
      return new Comparison.Within(center, value("a margin"));
    }
    BigDecimal margin = scanner.number("a margin");
    int unitAt = scanner.position();
    if (!scanner.unit().equals("pp")) {
      throw new CheckSyntaxException(
          unitAt, "must have a margin in percentage points: pp after " + margin.toPlainString());
    }
    return new Comparison.Within(center, margin.doubleValue());
  }

  private Comparison between() throws CheckSyntaxException {
    int start = scanner.position();
    double low = value("a lower value");
    int wordAt = scanner.position();
    if (!scanner.word().equals("and")) {
      throw new CheckSyntaxException(
          wordAt, "must have 'and' and an upper value at " + scanner.rest(wordAt));
    }
    double high = value("an upper value");
    if (low > high) {
      throw new CheckSyntaxException(start, "must have the lower value first");
    }
    return new Comparison.Between(low, high);
  }

  private double value(String what) throws CheckSyntaxException {
    int start = scanner.position();
    BigDecimal number = scanner.number(what);
    int unitAt = scanner.position();
    // 'and' belongs to between; a number without unit may stand before it.
    String unit = dimension == Dimension.NUMBER && isAnd() ? "" : scanner.unit();
    if (!dimension.hasUnit(unit)) {
      throw new CheckSyntaxException(unitAt, unitRule(number, unit));
    }
    double kept = dimension.kept(number, unit);
    if (!dimension.natural().contains(kept)) {
      throw new CheckSyntaxException(start, "must have a value from 0 % to 100 %");
    }
    return kept;
  }

  private boolean isAnd() {
    return scanner.rest(scanner.position()).startsWith("'and");
  }

  private String unitRule(BigDecimal number, String unit) {
    String found = unit.isEmpty() || unit.equals("and") ? "" : ", not '" + unit + "'";
    return dimension == Dimension.NUMBER
        ? "must have no unit after " + number.toPlainString() + found
        : "must have a unit of "
            + (dimension == Dimension.TIME ? "time" : "the metric")
            + " after "
            + number.toPlainString()
            + found
            + "; supported: "
            + String.join(", ", dimension.units());
  }

  private static void requireMeaning(Comparison comparison, Dimension dimension, int start)
      throws CheckSyntaxException {
    Optional<String> rule = meaninglessness(comparison, dimension);
    if (rule.isPresent()) {
      throw new CheckSyntaxException(start, "must have " + rule.get());
    }
  }

  /** A limit that every figure meets, or none can, decides nothing: which rule it breaks. */
  static Optional<String> meaninglessness(Comparison comparison, Dimension dimension) {
    AcceptedRange natural = dimension.natural();
    Optional<AcceptedRange> accepted = comparison.range(0);
    if (accepted.filter(range -> range.containsAll(natural)).isPresent()) {
      return Optional.of("a limit that can be missed, this one always holds");
    }
    return accepted.filter(range -> !range.overlaps(natural)).isPresent()
        ? Optional.of("a limit that can be met, this one never is")
        : Optional.empty();
  }
}
