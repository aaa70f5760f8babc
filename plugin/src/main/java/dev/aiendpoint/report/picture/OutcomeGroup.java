package dev.aiendpoint.report.picture;

import dev.aiendpoint.exchange.Outcome;
import java.util.EnumMap;
import java.util.Map;

/** Outcomes as a picture can tell them apart, from well served to failed. */
public enum OutcomeGroup {
  SERVED("served"),
  CACHED("from a cache"),
  FALLBACK("fallback content"),
  REFUSED("refused"),
  LIMITED("rate-limited"),
  FAILED("failed");

  private final String words;

  OutcomeGroup(String words) {
    this.words = words;
  }

  public String words() {
    return words;
  }

  public static OutcomeGroup of(Outcome outcome) {
    return switch (outcome) {
      case GENERATED, SERVED -> SERVED;
      case CACHED -> CACHED;
      case FALLBACK -> FALLBACK;
      case CIRCUIT_REJECTED, BUDGET_EXHAUSTED -> REFUSED;
      case RATE_LIMITED -> LIMITED;
      case UNAUTHORIZED,
          CLIENT_ERROR,
          SERVER_ERROR,
          STREAM_ERROR,
          TIMEOUT,
          CONNECTION_ERROR,
          ASSERTION_FAILED ->
          FAILED;
    };
  }

  /** Counts by group; only groups that occurred. */
  public static Map<OutcomeGroup, Long> count(Map<Outcome, Long> outcomes) {
    Map<OutcomeGroup, Long> groups = new EnumMap<>(OutcomeGroup.class);
    outcomes.forEach((outcome, count) -> groups.merge(of(outcome), count, Long::sum));
    return groups;
  }
}
