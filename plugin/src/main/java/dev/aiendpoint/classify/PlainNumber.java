package dev.aiendpoint.classify;

import dev.aiendpoint.json.JsonView;
import java.util.OptionalDouble;
import java.util.regex.Pattern;

/** Reads decimal numbers as services write them in JSON and headers: no NaN, no hex, no units. */
final class PlainNumber {

  private static final Pattern DECIMAL =
      Pattern.compile("[+-]?\\d{1,18}(?:\\.\\d{1,18})?(?:[eE][+-]?\\d{1,2})?");

  private PlainNumber() {}

  static OptionalDouble of(String text) {
    String stripped = text.strip();
    return DECIMAL.matcher(stripped).matches()
        ? OptionalDouble.of(Double.parseDouble(stripped))
        : OptionalDouble.empty();
  }

  /** A JSON number, or a JSON string that holds one; absent when too large for a double. */
  static OptionalDouble of(JsonView value) {
    OptionalDouble number = value.text().map(PlainNumber::of).orElseGet(value::doubleValue);
    return number.isPresent() && Double.isFinite(number.getAsDouble())
        ? number
        : OptionalDouble.empty();
  }
}
