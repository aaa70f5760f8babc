package dev.aiendpoint.phase;

import java.util.List;

/**
 * What a typed phase table turned out to be.
 *
 * @param phases the rows that are right, in order; the whole table only if there is no problem
 * @param problems everything that is wrong, in row order
 */
public record PhaseTable(List<Phase> phases, List<PhaseProblem> problems) {

  public PhaseTable {
    phases = List.copyOf(phases);
    problems = List.copyOf(problems);
  }

  public boolean isValid() {
    return problems.isEmpty();
  }
}
