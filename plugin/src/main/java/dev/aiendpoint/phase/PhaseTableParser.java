package dev.aiendpoint.phase;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * Reads a typed phase table and finds all of its mistakes at once.
 *
 * <pre>
 * row  = name level length ramp
 * name = text without comma, at most 60 characters, used once | "+" (a further step of the phase above)
 *
 * normal   50     3 min   none
 * morning  20     3 min   all
 * +        50     2 min   all
 * </pre>
 *
 * See {@link LevelParser}, {@link TimeParser} and {@link RampParser} for the other cells. The comma
 * is refused since baselines list phases with it.
 */
public final class PhaseTableParser {

  private static final int LONGEST_NAME = 60;
  private static final String NAMES =
      "any text of up to 60 characters without comma, or + for a further step of the phase above";

  private final List<Phase> phases = new ArrayList<>();
  private final List<PhaseProblem> problems = new ArrayList<>();
  private final Set<String> names = new HashSet<>();
  private String phase = "";
  private int row;

  private PhaseTableParser() {}

  public static PhaseTable parse(List<PhaseRow> rows) {
    return new PhaseTableParser().table(rows);
  }

  private PhaseTable table(List<PhaseRow> rows) {
    if (rows.isEmpty()) {
      problems.add(
          new PhaseProblem(
              0, "", "table", "", "at least one row", "rows of name, level, length, ramp"));
    }
    for (PhaseRow typed : rows) {
      row++;
      row(typed);
    }
    return new PhaseTable(phases, problems);
  }

  private void row(PhaseRow typed) {
    int before = problems.size();
    name(typed.name().trim());
    Optional<Level> level = LevelParser.parse(typed.level());
    if (level.isEmpty()) {
      problem(
          PhaseRow.LEVEL_COLUMN,
          typed.level(),
          "0 or more users, or an arrival rate of 0 or more",
          LevelParser.SUPPORTED);
    }
    Optional<Duration> length = TimeParser.parse(typed.length()).filter(time -> !time.isZero());
    if (length.isEmpty()) {
      problem(
          PhaseRow.LENGTH_COLUMN,
          typed.length(),
          "a time above 0 and up to 1000 h",
          TimeParser.SUPPORTED);
    }
    OptionalDouble ramp = RampParser.parse(typed.ramp());
    if (ramp.isEmpty()) {
      problem(
          PhaseRow.RAMP_COLUMN,
          typed.ramp(),
          "the share of the length that the change takes",
          RampParser.SUPPORTED);
    }
    if (problems.size() == before) {
      phases.add(new Phase(phase, level.orElseThrow(), length.orElseThrow(), ramp.orElseThrow()));
    }
  }

  private void name(String name) {
    if (name.equals(PhaseRow.SAME_PHASE)) {
      if (row == 1) {
        problem(PhaseRow.NAME_COLUMN, name, "a name, since no phase is above", NAMES);
      }
      return;
    }
    phase = name;
    if (name.isEmpty()) {
      problem(PhaseRow.NAME_COLUMN, name, "not empty", NAMES);
    } else if (name.length() > LONGEST_NAME
        || name.chars().anyMatch(c -> c == ',' || Character.isISOControl(c))) {
      problem(PhaseRow.NAME_COLUMN, name, "short text without comma", NAMES);
    } else if (!names.add(name)) {
      problem(PhaseRow.NAME_COLUMN, name, "a name that no other row has", NAMES);
    }
  }

  private void problem(String column, String value, String rule, String supported) {
    problems.add(new PhaseProblem(row, phase, column, value, rule, supported));
  }
}
