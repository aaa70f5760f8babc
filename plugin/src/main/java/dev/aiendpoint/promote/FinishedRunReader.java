package dev.aiendpoint.promote;

import dev.aiendpoint.baseline.VerdictWord;
import dev.aiendpoint.json.JsonView;
import dev.aiendpoint.phase.LoadScale;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** Reads a {@code verdict.json}, schema 1. */
public final class FinishedRunReader {

  private static final long SCHEMA = 1;

  private FinishedRunReader() {}

  /**
   * @param file name for messages
   * @param text content of the file
   * @throws PromotionRefusedException when it is no verdict that can be promoted
   */
  public static FinishedRun read(String file, String text) throws PromotionRefusedException {
    JsonView root = JsonView.parse(text).orElse(JsonView.MISSING);
    if (!root.isObject()) {
      throw refused(file + ": is not a JSON object, so no verdict of a run");
    }
    if (root.get("schema").longValue().orElse(0) != SCHEMA) {
      throw refused(
          file + ": schema was '" + root.get("schema") + "' but must be one of a verdict: 1");
    }
    return new FinishedRun(
        required(file, root, "plan"),
        word(file, root),
        instant(file, required(file, root, "endedAt")),
        root.get("target").textOrEmpty(),
        root.get("samples").longValue().orElse(0),
        scale(root.get("scales")),
        results(file, root.get("thresholds").items()));
  }

  private static String required(String file, JsonView object, String member)
      throws PromotionRefusedException {
    String text = object.get(member).textOrEmpty();
    if (text.isEmpty()) {
      throw refused(file + ": " + member + " was '" + object.get(member) + "' but must be a text");
    }
    return text;
  }

  private static VerdictWord word(String file, JsonView object) throws PromotionRefusedException {
    String text = required(file, object, "verdict");
    return Arrays.stream(VerdictWord.values())
        .filter(word -> word.name().equals(text))
        .findFirst()
        .orElseThrow(() -> refused(file + ": verdict was '" + text + "' but must be a known word"));
  }

  private static Instant instant(String file, String text) throws PromotionRefusedException {
    try {
      return Instant.parse(text);
    } catch (DateTimeException e) {
      throw refused(file + ": endedAt was '" + text + "' but must be a time in UTC");
    }
  }

  private static Optional<LoadScale> scale(JsonView scales) {
    OptionalDouble duration = scales.get("duration").doubleValue();
    OptionalDouble users = scales.get("users").doubleValue();
    try {
      return duration.isPresent() && users.isPresent()
          ? Optional.of(new LoadScale(duration.getAsDouble(), users.getAsDouble()))
          : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Map<String, FinishedRun.Result> results(String file, List<JsonView> thresholds)
      throws PromotionRefusedException {
    Map<String, FinishedRun.Result> results = new LinkedHashMap<>();
    for (JsonView threshold : thresholds) {
      results.put(
          required(file, threshold, "id"),
          new FinishedRun.Result(
              required(file, threshold, "check"),
              threshold.get("scope").textOrEmpty(),
              threshold.get("observed").doubleValue(),
              threshold.get("unit").textOrEmpty(),
              threshold.get("samples").longValue().orElse(0),
              word(file, threshold)));
    }
    return results;
  }

  private static PromotionRefusedException refused(String reason) {
    return new PromotionRefusedException(List.of(reason));
  }
}
