package dev.aiendpoint.standin.provider.fault;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A JSON object to a {@link FaultSetting}.
 *
 * <pre>
 * fault := { "mode": word, its settings, ["share": 0..1,] ["durationMs": milliseconds] }
 *
 * {"mode":"status","status":503,"delayMs":1000}
 * {"mode":"rate-limit","retryAfterSeconds":5,"share":0.2}
 * {"mode":"stall","afterPieces":3,"durationMs":30000}
 * </pre>
 *
 * A member that the mode does not have is a problem, as is a value out of range; all problems are
 * thrown together. Used once.
 */
public final class FaultParser {

  private static final long LONGEST_MS = 3_600_000;
  private static final int MOST_PIECES = 10_000;
  private static final int MOST_ONE_BY_ONE = 1_000;

  private final String where;
  private final JsonNode json;
  private final Set<String> known = new TreeSet<>();
  private final List<String> problems = new ArrayList<>();

  /**
   * @param where it came from, for the problems' texts
   * @param more members that the caller reads itself
   */
  public FaultParser(String where, JsonNode json, String... more) {
    this.where = where;
    this.json = json;
    known.add("mode");
    known.addAll(List.of(more));
  }

  /** Reads it. */
  public FaultSetting parse() throws InvalidFaultException {
    Fault fault = fault();
    double share = share();
    OptionalLong duration =
        json.has("durationMs")
            ? OptionalLong.of(integer("durationMs", 0, 1, LONGEST_MS * 24))
            : OptionalLong.empty();
    known.add("durationMs");
    for (Iterator<String> names = json.fieldNames(); names.hasNext(); ) {
      String name = names.next();
      if (!known.contains(name)) {
        problems.add(
            where
                + ": member was '"
                + name
                + "' but must be one that the mode has; supported: "
                + String.join(", ", known));
      }
    }
    if (!problems.isEmpty()) {
      throw new InvalidFaultException(problems);
    }
    return new FaultSetting(fault, share, duration);
  }

  private Fault fault() {
    String word = json.path("mode").asText("");
    for (Mode mode : Mode.values()) {
      if (mode.word().equals(word)) {
        return fault(mode);
      }
    }
    problems.add(
        where
            + ": mode was '"
            + word
            + "' but must be one of its words; supported: "
            + Arrays.stream(Mode.values()).map(Mode::word).collect(Collectors.joining(", ")));
    // What else it may have is unknown.
    json.fieldNames().forEachRemaining(known::add);
    return new Healthy();
  }

  private Fault fault(Mode mode) {
    return switch (mode) {
      case HEALTHY -> new Healthy();
      case STATUS ->
          new Status(
              (int) required("status", 400, 599),
              delay(),
              (int) integer("oneByOne", 0, 0, MOST_ONE_BY_ONE));
      case RATE_LIMIT ->
          new RateLimit(
              (int) integer("retryAfterSeconds", 2, 0, 86_400),
              flag("retryAfterDate"),
              (int) integer("limit", 50, 1, 1_000_000),
              delay());
      case HANG -> new Hang();
      case RESET_BEFORE -> new ResetBefore(delay());
      case RESET_MIDWAY -> new ResetMidway(pieces());
      case SLOW_FIRST_TOKEN -> new SlowFirstToken(integer("firstTokenMs", 5_000, 0, LONGEST_MS));
      case SLOW_TOKENS -> new SlowTokens(integer("gapMs", 500, 0, LONGEST_MS));
      case STALL -> new Stall(pieces(), integer("stallMs", 0, 0, LONGEST_MS));
      case TRUNCATE -> new Truncate(pieces());
      case ERROR_EVENT -> new ErrorEvent(pieces());
      case MALFORMED -> new Malformed(pieces());
      case BURST -> new Burst();
    };
  }

  private long delay() {
    return integer("delayMs", 0, 0, LONGEST_MS);
  }

  private int pieces() {
    return (int) integer("afterPieces", 3, 0, MOST_PIECES);
  }

  private boolean flag(String name) {
    known.add(name);
    if (json.has(name) && !json.path(name).isBoolean()) {
      problem(name, "true or false");
    }
    return json.path(name).asBoolean();
  }

  private double share() {
    known.add("share");
    if (!json.has("share")) {
      return 1;
    }
    double share = json.path("share").asDouble(-1);
    if (!json.path("share").isNumber() || !(share >= 0 && share <= 1)) {
      problem("share", "a number from 0 to 1");
    }
    return share;
  }

  private long required(String name, long least, long most) {
    if (!json.has(name)) {
      known.add(name);
      problem(name, "a whole number from " + least + " to " + most);
      return least;
    }
    return integer(name, least, least, most);
  }

  private long integer(String name, long otherwise, long least, long most) {
    known.add(name);
    if (!json.has(name)) {
      return otherwise;
    }
    JsonNode value = json.path(name);
    if (!value.isIntegralNumber()
        || !value.canConvertToLong()
        || value.longValue() < least
        || value.longValue() > most) {
      problem(name, "a whole number from " + least + " to " + most);
      return least;
    }
    return value.longValue();
  }

  private void problem(String name, String rule) {
    problems.add(
        where + ": " + name + " was '" + json.path(name).asText("") + "' but must be " + rule);
  }
}
