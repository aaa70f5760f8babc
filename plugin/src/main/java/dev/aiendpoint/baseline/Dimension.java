package dev.aiendpoint.baseline;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a figure measures, and the units in which a baseline may write it. */
public enum Dimension {
  /** Durations; kept in milliseconds. */
  TIME("ms", Map.of("ms", 1, "s", 1000, "min", 60_000), Double.POSITIVE_INFINITY),
  /** Shares; kept in percent. A distance between two shares is in percentage points, pp. */
  PERCENT("%", Map.of("%", 1), 100),
  /** Frequencies; kept as events a second. */
  PER_SECOND("/s", Map.of("/s", 1), Double.POSITIVE_INFINITY),
  /** Counts and amounts; without a unit. */
  NUMBER("", Map.of(), Double.POSITIVE_INFINITY),
  /** What is so or not, and told in words; kept as 1 and 0. */
  WORDS("", Map.of(), 1);

  private final String unit;
  private final Map<String, Integer> factors;
  private final double largest;

  Dimension(String unit, Map<String, Integer> factors, double largest) {
    this.unit = unit;
    this.factors = sorted(factors);
    this.largest = largest;
  }

  private static Map<String, Integer> sorted(Map<String, Integer> factors) {
    Map<String, Integer> sorted = new LinkedHashMap<>();
    factors.entrySet().stream()
        .sorted(Map.Entry.comparingByValue())
        .forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
    return sorted;
  }

  /** The unit in which figures are kept. */
  public String unit() {
    return unit;
  }

  /** Units that a baseline may use, the smallest first; empty for {@link #NUMBER}. */
  public Iterable<String> units() {
    return factors.keySet();
  }

  boolean hasUnit(String word) {
    return factors.isEmpty() ? word.isEmpty() : factors.containsKey(word);
  }

  /** The value in {@link #unit()}; {@code word} is one of {@link #units()}. */
  double kept(BigDecimal value, String word) {
    return value.multiply(BigDecimal.valueOf(factors.getOrDefault(word, 1))).doubleValue();
  }

  /** Every value that a figure of this dimension can have. */
  AcceptedRange natural() {
    return new AcceptedRange(0, true, largest, true);
  }
}
