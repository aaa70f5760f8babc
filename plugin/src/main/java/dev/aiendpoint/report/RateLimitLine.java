package dev.aiendpoint.report;

import dev.aiendpoint.ratelimit.LimitFigures;
import dev.aiendpoint.ratelimit.LimitReport;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** Says in one line what rate limits did, and whether the server kept its word. */
public final class RateLimitLine {

  private RateLimitLine() {}

  public static String of(LimitReport report) {
    LimitFigures figures = report.select((label, phase) -> true);
    List<String> parts = new ArrayList<>();
    parts.add(figures.limited() + " refused, " + figures.announced() + " told when to come back");
    if (figures.longestMillis().isPresent()) {
      parts.add(
          "a user was refused for at most "
              + millis(figures.longestMillis())
              + " (n = "
              + (figures.episodes() + figures.unended())
              + (figures.unended() > 0 ? ", " + figures.unended() + " until the end" : "")
              + ")");
    }
    if (figures.tested() > 0) {
      parts.add(word(figures));
    } else if (figures.announced() > 0) {
      parts.add("whether the word is kept was not put to the test");
    }
    return String.join("; ", parts);
  }

  private static String word(LimitFigures figures) {
    return "word kept "
        + figures.kept()
        + " times, broken "
        + figures.broken()
        + ", served early "
        + figures.early()
        + (figures.earliestMillis().isPresent()
            ? " (by up to " + millis(figures.earliestMillis()) + ")"
            : "")
        + " (n = "
        + figures.tested()
        + ")";
  }

  private static String millis(OptionalLong millis) {
    return FigureFormat.millis(OptionalDouble.of(millis.getAsLong()));
  }
}
