package dev.aiendpoint.classify;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A comparison with a number.
 *
 * <pre>
 * comparison = operator number        ; spaces allowed around both
 * operator   = "&lt;" | "&lt;=" | "&gt;" | "&gt;=" | "=" | "!="
 * </pre>
 *
 * <p>Examples: {@code > 0}, {@code = 0}, {@code <= 0.5}.
 */
record NumberComparison(String operator, double limit, String text) {

  private static final Pattern GRAMMAR =
      Pattern.compile("\\s*(<=|>=|!=|<|>|=)\\s*([+-]?\\d{1,18}(?:\\.\\d{1,18})?)\\s*");

  static Optional<NumberComparison> parse(String text) {
    Matcher matcher = GRAMMAR.matcher(text);
    return matcher.matches()
        ? Optional.of(
            new NumberComparison(
                matcher.group(1), Double.parseDouble(matcher.group(2)), text.strip()))
        : Optional.empty();
  }

  /** Never holds for what is no number. */
  boolean holds(OptionalDouble value) {
    if (value.isEmpty()) {
      return false;
    }
    int order = Double.compare(value.getAsDouble() + 0.0, limit + 0.0);
    return switch (operator) {
      case "<" -> order < 0;
      case "<=" -> order <= 0;
      case ">" -> order > 0;
      case ">=" -> order >= 0;
      case "=" -> order == 0;
      default -> order != 0;
    };
  }

  @Override
  public String toString() {
    return text;
  }
}
