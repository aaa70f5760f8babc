package dev.aiendpoint.phase;

/**
 * One thing that is wrong in a phase table.
 *
 * @param row row, from 1; 0 when it is the table as a whole
 * @param phase name of the row's phase as typed, may be empty
 * @param column title of the column
 * @param value what was typed
 * @param rule what it must be
 * @param supported what may stand there
 */
public record PhaseProblem(
    int row, String phase, String column, String value, String rule, String supported) {

  @Override
  public String toString() {
    String where =
        row == 0 ? "phases" : phase.isBlank() ? "row " + row : "row " + row + " (" + phase + ")";
    return where
        + ": "
        + column
        + " was '"
        + value
        + "' but must be "
        + rule
        + "; supported: "
        + supported;
  }
}
