package dev.aiendpoint.classify;

import dev.aiendpoint.json.JsonView;
import java.util.List;
import java.util.stream.Collectors;

/** One test of a JSON value. */
sealed interface JsonPredicate {

  boolean holds(JsonView value);

  /** A scalar of the same type and value: text with its case, numbers as numbers, booleans. */
  record Equals(List<Scalar> alternatives) implements JsonPredicate {
    @Override
    public boolean holds(JsonView value) {
      return alternatives.stream().anyMatch(scalar -> scalar.is(value));
    }

    @Override
    public String toString() {
      return "= " + alternatives.stream().map(Scalar::toString).collect(Collectors.joining(" or "));
    }
  }

  /** A scalar that a profile names. */
  sealed interface Scalar {
    boolean is(JsonView value);
  }

  /** A text, compared with its case. */
  record Word(String text) implements Scalar {
    @Override
    public boolean is(JsonView value) {
      return value.text().filter(text::equals).isPresent();
    }

    @Override
    public String toString() {
      return "'" + text + "'";
    }
  }

  /** A number, so that 0 equals 0.0. */
  record Amount(double number, String literal) implements Scalar {
    @Override
    public boolean is(JsonView value) {
      return value.doubleValue().isPresent() && value.doubleValue().getAsDouble() == number;
    }

    @Override
    public String toString() {
      return literal;
    }
  }

  /** A boolean. */
  record Flag(boolean flag) implements Scalar {
    @Override
    public boolean is(JsonView value) {
      return value.booleanValue().filter(found -> found == flag).isPresent();
    }

    @Override
    public String toString() {
      return Boolean.toString(flag);
    }
  }

  /** A text test on a string, or on any other value as JSON. */
  record Text(TextPredicate test) implements JsonPredicate {
    @Override
    public boolean holds(JsonView value) {
      String shown = value.display();
      return test.holds(
          shown.length() > Facts.MATCHED_CHARACTERS
              ? shown.substring(0, Facts.MATCHED_CHARACTERS)
              : shown);
    }

    @Override
    public String toString() {
      return test.toString();
    }
  }

  /** A number comparison; holds for numbers and for strings that hold one. */
  record Compares(List<NumberComparison> tests) implements JsonPredicate {
    @Override
    public boolean holds(JsonView value) {
      return tests.stream().anyMatch(test -> test.holds(PlainNumber.of(value)));
    }

    @Override
    public String toString() {
      return tests.stream().map(NumberComparison::toString).collect(Collectors.joining(" or "));
    }
  }
}
