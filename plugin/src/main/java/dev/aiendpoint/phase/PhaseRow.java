package dev.aiendpoint.phase;

/**
 * One row of a phase table as it was typed, nothing checked.
 *
 * @param name name of the phase, or {@link #SAME_PHASE}
 * @param level users or arrivals
 * @param length time
 * @param ramp share of the length
 */
public record PhaseRow(String name, String level, String length, String ramp) {

  /** Typed as a name: the row is a further step of the phase above. */
  public static final String SAME_PHASE = "+";

  /** Titles of the columns, in their order; messages name columns by them. */
  public static final String NAME_COLUMN = "name";

  public static final String LEVEL_COLUMN = "users or arrivals";
  public static final String LENGTH_COLUMN = "length";
  public static final String RAMP_COLUMN = "ramp";
}
