package dev.aiendpoint.phase;

import java.util.ArrayList;
import java.util.List;

/**
 * How a load profile is shrunk or stretched as a whole.
 *
 * @param duration factor for lengths, above 0 and up to 1000
 * @param users factor for user counts and arrival rates, above 0 and up to 1000
 */
public record LoadScale(double duration, double users) {

  public static final LoadScale FULL = new LoadScale(1, 1);

  /** Names of the settings, a public contract. */
  public static final String DURATION_SETTING = "duration.scale";

  public static final String USERS_SETTING = "users.scale";

  private static final double MOST = 1_000;

  public LoadScale {
    check(DURATION_SETTING, duration);
    check(USERS_SETTING, users);
  }

  private static void check(String name, double factor) {
    if (!(factor > 0 && factor <= MOST)) {
      throw new IllegalArgumentException(problem(name, Double.toString(factor)));
    }
  }

  /**
   * Reads the two settings; blank means 1.
   *
   * @throws IllegalArgumentException naming every setting that is no factor
   */
  public static LoadScale parse(String duration, String users) {
    List<String> problems = new ArrayList<>();
    double durationFactor = factor(DURATION_SETTING, duration, problems);
    double usersFactor = factor(USERS_SETTING, users, problems);
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException(String.join("\n", problems));
    }
    return new LoadScale(durationFactor, usersFactor);
  }

  private static double factor(String name, String text, List<String> problems) {
    if (text.isBlank()) {
      return 1;
    }
    // Strict form: Double.parseDouble would also take "1d", "0x1p3" and "NaN".
    if (text.trim().matches("\\d{1,9}(\\.\\d{1,9})?")) {
      double factor = Double.parseDouble(text.trim());
      if (factor > 0 && factor <= MOST) {
        return factor;
      }
    }
    problems.add(problem(name, text));
    return 1;
  }

  private static String problem(String name, String value) {
    return "settings: "
        + name
        + " was '"
        + value
        + "' but must be a number above 0 and up to 1000; supported: 1, 0.1, 2.5";
  }

  /** Scales a count of users, rounding half up, but never to 0 when there was one. */
  public int users(int count) {
    return count == 0
        ? 0
        : (int) Math.max(1, Math.min(Integer.MAX_VALUE, Math.floor(count * users + 0.5)));
  }

  /** Scales a length in nanoseconds, never to 0. */
  public long nanos(long nanos) {
    return Math.max(1, Math.round(nanos * duration));
  }
}
