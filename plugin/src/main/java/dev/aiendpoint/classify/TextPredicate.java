package dev.aiendpoint.classify;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** One test of a text value; of several alternatives one must hold. */
sealed interface TextPredicate {

  boolean holds(String value);

  /** Compares the whole value without case, as header words are written in any. */
  record Equals(List<String> words) implements TextPredicate {
    @Override
    public boolean holds(String value) {
      return any(words, value.strip()::equalsIgnoreCase);
    }

    @Override
    public String toString() {
      return "= " + quoted(words);
    }
  }

  /** Looks for a part without regard to case. */
  record Contains(List<String> parts) implements TextPredicate {
    @Override
    public boolean holds(String value) {
      String lower = value.toLowerCase(Locale.ROOT);
      return any(parts, part -> lower.contains(part.toLowerCase(Locale.ROOT)));
    }

    @Override
    public String toString() {
      return "contains " + quoted(parts);
    }
  }

  /** Looks for a regular expression. */
  record Matches(List<BoundedPattern> patterns) implements TextPredicate {
    @Override
    public boolean holds(String value) {
      return any(patterns, pattern -> pattern.isIn(value));
    }

    @Override
    public String toString() {
      return "matches " + quoted(patterns);
    }
  }

  /** Compares a number that is written as text. */
  record Compares(List<NumberComparison> tests) implements TextPredicate {
    @Override
    public boolean holds(String value) {
      OptionalDouble number = PlainNumber.of(value);
      return any(tests, test -> test.holds(number));
    }

    @Override
    public String toString() {
      return tests.stream().map(NumberComparison::toString).collect(Collectors.joining(" or "));
    }
  }

  private static <T> boolean any(List<T> alternatives, Predicate<T> holds) {
    return alternatives.stream().anyMatch(holds);
  }

  /** {@code 'a' or 'b'}. */
  static String quoted(List<?> values) {
    return values.stream().map(value -> "'" + value + "'").collect(Collectors.joining(" or "));
  }
}
