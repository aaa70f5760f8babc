package dev.aiendpoint.report.picture;

import dev.aiendpoint.exchange.CircuitState;
import dev.aiendpoint.sample.OperationClass;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The colours of pictures. Those that stand side by side differ in lightness too, so that they can
 * be told apart without seeing colours, and on paper.
 *
 * @param ink text that matters
 * @param muted axis text
 * @param grid lines behind
 * @param band behind every other phase
 * @param paper what a picture stands on
 */
public record Palette(
    String ink,
    String muted,
    String grid,
    String band,
    String paper,
    Map<OperationClass, String> operations,
    Map<OutcomeGroup, String> outcomes,
    Map<CircuitState, String> circuit) {

  public static final Palette LIGHT =
      new Palette(
          "#1d2530",
          "#667080",
          "#e6e8ec",
          "#f4f5f7",
          "#ffffff",
          operations("#2f6db5", "#d97706", "#7c4dab", "#5f8a8b"),
          outcomes("#2f6db5", "#a9cbee", "#e9c44a", "#e07b1a", "#8e63b5", "#a61b2b"),
          circuit("#4c9a7d", "#b3261e", "#e9b73a", "#c9ced6"));

  public static final Palette DARK =
      new Palette(
          "#e8ebef",
          "#9aa4b2",
          "#2b323c",
          "#1f252d",
          "#181d24",
          operations("#6ea8ea", "#f0a23c", "#b48be0", "#8fbcbd"),
          outcomes("#4f8fd8", "#b9d8f5", "#f0d264", "#ee9340", "#b793dc", "#e5535f"),
          circuit("#58b392", "#e25b52", "#f0c654", "#4a5361"));

  private static Map<OperationClass, String> operations(
      String read, String ai, String write, String other) {
    return Map.of(
        OperationClass.READ, read,
        OperationClass.AI, ai,
        OperationClass.WRITE, write,
        OperationClass.OTHER, other,
        OperationClass.CONTROL, other);
  }

  private static Map<OutcomeGroup, String> outcomes(String... colours) {
    Map<OutcomeGroup, String> map = new EnumMap<>(OutcomeGroup.class);
    List.of(OutcomeGroup.values()).forEach(group -> map.put(group, colours[group.ordinal()]));
    return map;
  }

  private static Map<CircuitState, String> circuit(
      String closed, String open, String halfOpen, String unknown) {
    return Map.of(
        CircuitState.CLOSED, closed,
        CircuitState.OPEN, open,
        CircuitState.HALF_OPEN, halfOpen,
        CircuitState.UNKNOWN, unknown);
  }
}
