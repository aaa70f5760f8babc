package dev.aiendpoint.classify;

import dev.aiendpoint.json.JsonPath;
import java.util.OptionalDouble;

/** Where an answer reports what it cost, in the profile's currency. */
sealed interface CostSource {

  /** The reported cost; absent when it is not there, not a number, or negative. */
  OptionalDouble read(Facts facts);

  /** A number in the JSON body. */
  record InJson(JsonPath path) implements CostSource {
    @Override
    public OptionalDouble read(Facts facts) {
      return path.first(facts.json())
          .map(PlainNumber::of)
          .filter(CostSource::isCost)
          .orElse(OptionalDouble.empty());
    }

    @Override
    public String toString() {
      return path.toString();
    }
  }

  /** A number in a response header. */
  record InHeader(String name) implements CostSource {
    @Override
    public OptionalDouble read(Facts facts) {
      return facts
          .headers()
          .first(name)
          .map(PlainNumber::of)
          .filter(CostSource::isCost)
          .orElse(OptionalDouble.empty());
    }

    @Override
    public String toString() {
      return "header " + name;
    }
  }

  private static boolean isCost(OptionalDouble value) {
    return value.isPresent() && value.getAsDouble() >= 0;
  }
}
