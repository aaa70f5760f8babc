package dev.aiendpoint.phase;

import java.util.List;

/**
 * The settings of a phased load as they were typed, nothing checked.
 *
 * @param rows phase table
 * @param gracefulLimit how long a retiring user may take to finish its iteration
 * @param maxUsers most users in phases of arrivals
 * @param arrivals {@code even} or {@code poisson}
 * @param seed whole number for {@code poisson}; blank for another sequence in each run
 */
public record PhasedLoadText(
    List<PhaseRow> rows, String gracefulLimit, String maxUsers, String arrivals, String seed) {

  public static final String DEFAULT_GRACEFUL_LIMIT = "30 s";
  public static final String DEFAULT_MAX_USERS = "1000";
  public static final String EVEN = "even";
  public static final String POISSON = "poisson";

  public PhasedLoadText {
    rows = List.copyOf(rows);
  }
}
