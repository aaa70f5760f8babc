package dev.aiendpoint.standin.provider.fault;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.aiendpoint.standin.options.Scale;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * A script's text to a {@link FaultScript}.
 *
 * <pre>
 * script := "[" { fault with "atMs": milliseconds after the provider's start } "]"
 *
 * []                                                            nothing ever fails
 * [{"atMs":60000,"mode":"status","status":503,"delayMs":1000}]  from the first minute on
 * [{"atMs":0,"mode":"stall","share":0.1},{"atMs":30000,"mode":"healthy"}]
 * </pre>
 *
 * Times must not go back. {@code atMs} and {@code durationMs} are multiplied by {@code
 * duration.scale}, as a plan's phases are; a fault's own times are not.
 */
public final class FaultScriptParser {

  private static final long LATEST_MS = 7L * 24 * 3_600_000;

  private static final ObjectMapper MAPPER =
      JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private final String where;
  private final Scale scale;
  private final List<String> problems = new ArrayList<>();

  /**
   * @param where the file's name, for the problems' texts
   */
  public FaultScriptParser(String where, Scale scale) {
    this.where = where;
    this.scale = scale;
  }

  /** Reads it; used once. */
  public FaultScript parse(String text) throws InvalidFaultException {
    JsonNode steps = json(text);
    if (!steps.isArray()) {
      throw new InvalidFaultException(List.of(where + ": script must be a list of steps"));
    }
    List<FaultScript.Step> read = new ArrayList<>();
    long before = 0;
    for (int i = 0; i < steps.size(); i++) {
      String step = where + ": step " + (i + 1);
      JsonNode json = steps.get(i);
      long atMs = atMs(step, json, before);
      before = Math.max(before, atMs);
      try {
        FaultSetting fault = new FaultParser(step, json, "atMs").parse();
        read.add(new FaultScript.Step(scaled(atMs), scaled(fault)));
      } catch (InvalidFaultException e) {
        problems.addAll(e.problems());
      }
    }
    if (!problems.isEmpty()) {
      throw new InvalidFaultException(problems);
    }
    return new FaultScript(read);
  }

  private JsonNode json(String text) throws InvalidFaultException {
    try {
      return MAPPER.readTree(text);
    } catch (JsonProcessingException e) {
      throw new InvalidFaultException(
          List.of(
              where
                  + ": line "
                  + e.getLocation().getLineNr()
                  + ", column "
                  + e.getLocation().getColumnNr()
                  + ": "
                  + e.getOriginalMessage()));
    }
  }

  private long atMs(String step, JsonNode json, long before) {
    JsonNode value = json.path("atMs");
    if (!value.isIntegralNumber()
        || !value.canConvertToLong()
        || value.longValue() < before
        || value.longValue() > LATEST_MS) {
      problems.add(
          step
              + ": atMs was '"
              + value.asText("")
              + "' but must be whole milliseconds from "
              + before
              + ", the step before, to "
              + LATEST_MS);
      return before;
    }
    return value.longValue();
  }

  private long scaled(long millis) {
    return millis == 0 ? 0 : scale.duration(Duration.ofMillis(millis)).toMillis();
  }

  private FaultSetting scaled(FaultSetting fault) {
    return fault.durationMs().isEmpty()
        ? fault
        : new FaultSetting(
            fault.fault(), fault.share(), OptionalLong.of(scaled(fault.durationMs().getAsLong())));
  }
}
