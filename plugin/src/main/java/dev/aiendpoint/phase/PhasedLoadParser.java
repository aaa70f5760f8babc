package dev.aiendpoint.phase;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Reads the settings of a phased load and finds all of their mistakes at once. */
public final class PhasedLoadParser {

  private PhasedLoadParser() {}

  /**
   * What the settings turned out to be.
   *
   * @param load empty when there is a problem
   * @param problems everything that is wrong, each a line by itself
   */
  public record Result(Optional<PhasedLoad> load, List<String> problems) {

    public Result {
      problems = List.copyOf(problems);
    }
  }

  public static Result parse(PhasedLoadText text, String durationScale, String usersScale) {
    List<String> problems = new ArrayList<>();
    PhaseTable table = PhaseTableParser.parse(text.rows());
    table.problems().forEach(problem -> problems.add(problem.toString()));
    Optional<Duration> limit = TimeParser.parse(text.gracefulLimit());
    if (limit.isEmpty()) {
      problems.add(problem("graceful limit", text.gracefulLimit(), "a time", TimeParser.SUPPORTED));
    }
    Optional<Integer> maxUsers = maxUsers(text.maxUsers());
    if (maxUsers.isEmpty()) {
      problems.add(
          problem("max users", text.maxUsers(), "a whole number of 1 or more", "1 up to 1000000"));
    }
    String arrivals = text.arrivals().trim();
    if (!arrivals.equals(PhasedLoadText.EVEN) && !arrivals.equals(PhasedLoadText.POISSON)) {
      problems.add(
          problem(
              "arrivals",
              text.arrivals(),
              "the name of a spacing",
              PhasedLoadText.EVEN + ", " + PhasedLoadText.POISSON));
    }
    OptionalLong seed = seed(text.seed(), problems);
    LoadScale scale = LoadScale.FULL;
    try {
      scale = LoadScale.parse(durationScale, usersScale);
    } catch (IllegalArgumentException e) {
      problems.addAll(e.getMessage().lines().toList());
    }
    if (!problems.isEmpty()) {
      return new Result(Optional.empty(), problems);
    }
    return new Result(
        Optional.of(
            new PhasedLoad(
                LoadProfile.of(table.phases(), scale),
                limit.orElseThrow(),
                scale.users(maxUsers.orElseThrow()),
                arrivals.equals(PhasedLoadText.POISSON),
                seed)),
        problems);
  }

  private static Optional<Integer> maxUsers(String text) {
    if (!text.trim().matches("\\d{1,7}")) {
      return Optional.empty();
    }
    int users = Integer.parseInt(text.trim());
    return users >= 1 && users <= 1_000_000 ? Optional.of(users) : Optional.empty();
  }

  private static OptionalLong seed(String text, List<String> problems) {
    if (text.isBlank()) {
      return OptionalLong.empty();
    }
    try {
      return OptionalLong.of(Long.parseLong(text.trim()));
    } catch (NumberFormatException e) {
      problems.add(problem("seed", text, "a whole number", "42, or nothing for a random one"));
      return OptionalLong.empty();
    }
  }

  private static String problem(String name, String value, String rule, String supported) {
    return "limits: "
        + name
        + " was '"
        + value
        + "' but must be "
        + rule
        + "; supported: "
        + supported;
  }
}
