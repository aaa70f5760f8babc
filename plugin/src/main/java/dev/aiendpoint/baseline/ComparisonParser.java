package dev.aiendpoint.baseline;

import java.math.BigDecimal;

/** Reads what a metric must be; grammar: {@link CheckParser}. */
final class ComparisonParser {

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
      return new Comparison.Bound(operator, value("a value"));
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

  /** A limit that every figure meets, or none can, decides nothing. */
  private static void requireMeaning(Comparison comparison, Dimension dimension, int start)
      throws CheckSyntaxException {
    AcceptedRange natural = dimension.natural();
    AcceptedRange accepted = comparison.range(0).orElse(null);
    if (accepted == null) {
      return;
    }
    if (accepted.containsAll(natural)) {
      throw new CheckSyntaxException(
          start, "must have a limit that can be missed, this one always holds");
    }
    if (!accepted.overlaps(natural)) {
      throw new CheckSyntaxException(start, "must have a limit that can be met, this one never is");
    }
  }
}
