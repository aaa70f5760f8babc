package dev.aiendpoint.report;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.OptionalDouble;

/**
 * A figure as a JSON member: rounded, whole numbers without a point, and left out when it is
 * unknown or no number.
 */
final class JsonFigure {

  private static final double LARGEST_EXACT_WHOLE = 1L << 53;

  private JsonFigure() {}

  /** Milliseconds of whole requests: 1 decimal, below 1 ms 3. */
  static void elapsed(ObjectNode node, String name, OptionalDouble millis) {
    put(node, name, millis, millis.orElse(0) < 1 ? 3 : 1);
  }

  /** Milliseconds of parts of a stream, of which a few make a difference: 1 decimal from 10 ms. */
  static void token(ObjectNode node, String name, OptionalDouble millis) {
    put(node, name, millis, millis.orElse(0) < 10 ? 3 : 1);
  }

  /** A rate or share, 0 to 1: exact to one in a million. */
  static void rate(ObjectNode node, String name, OptionalDouble rate) {
    put(node, name, rate, 6);
  }

  static void put(ObjectNode node, String name, OptionalDouble figure, int decimals) {
    if (figure.isEmpty() || !Double.isFinite(figure.getAsDouble())) {
      return;
    }
    double rounded =
        BigDecimal.valueOf(figure.getAsDouble())
            .setScale(decimals, RoundingMode.HALF_UP)
            .doubleValue();
    if (rounded == Math.rint(rounded) && Math.abs(rounded) < LARGEST_EXACT_WHOLE) {
      node.put(name, (long) rounded);
    } else {
      node.put(name, rounded);
    }
  }
}
