package dev.aiendpoint.phase;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a form can show of a phased load while it is typed. Cells with variables cannot be judged
 * before the test runs, so they count as right and there is no load to draw.
 *
 * @param load the load at full scale; empty with problems or variables
 * @param cells problems of the table's cells
 * @param problems all problems as lines
 * @param variables true when some text holds a variable or function
 */
public record PhasePreview(
    Optional<PhasedLoad> load, List<PhaseProblem> cells, List<String> problems, boolean variables) {

  public PhasePreview {
    cells = List.copyOf(cells);
    problems = List.copyOf(problems);
  }

  public static PhasePreview of(PhasedLoadText typed) {
    List<PhaseRow> rows = new ArrayList<>();
    for (PhaseRow row : typed.rows()) {
      rows.add(
          new PhaseRow(
              hasVariable(row.name()) ? "variable " + rows.size() : row.name(),
              known(row.level(), "0"),
              known(row.length(), "1 s"),
              known(row.ramp(), "none")));
    }
    PhasedLoadText known =
        new PhasedLoadText(
            rows,
            known(typed.gracefulLimit(), PhasedLoadText.DEFAULT_GRACEFUL_LIMIT),
            known(typed.maxUsers(), PhasedLoadText.DEFAULT_MAX_USERS),
            known(typed.arrivals(), PhasedLoadText.EVEN),
            known(typed.seed(), ""));
    boolean variables = !known.equals(typed);
    PhasedLoadParser.Result result = PhasedLoadParser.parse(known, "", "");
    return new PhasePreview(
        variables ? Optional.empty() : result.load(),
        PhaseTableParser.parse(rows).problems(),
        result.problems(),
        variables);
  }

  private static String known(String text, String stand) {
    return hasVariable(text) ? stand : text;
  }

  private static boolean hasVariable(String text) {
    return text.contains("${");
  }
}
