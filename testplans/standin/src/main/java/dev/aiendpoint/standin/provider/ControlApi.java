package dev.aiendpoint.standin.provider;

import com.fasterxml.jackson.databind.JsonNode;
import dev.aiendpoint.standin.http.Json;
import dev.aiendpoint.standin.provider.fault.FaultParser;
import dev.aiendpoint.standin.provider.fault.FaultSetting;
import dev.aiendpoint.standin.provider.fault.FaultSwitch;
import dev.aiendpoint.standin.provider.fault.InvalidFaultException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The provider's control API: {@code /__control/faults} switches faults on and off, {@code
 * /__control/log} tells what was done. Knows no server.
 */
final class ControlApi {

  static final String PATH = "/__control";

  /** An answer in JSON. */
  record Reply(int status, String body) {}

  private record Problems(List<String> problems) {}

  private record Log(
      long nowMs,
      long forgotten,
      List<RequestLog.Entry> entries,
      List<FaultSwitch.Switched> faults) {}

  private final FaultSwitch faults;
  private final RequestLog log;
  private final Clock clock;

  ControlApi(FaultSwitch faults, RequestLog log, Clock clock) {
    this.faults = faults;
    this.log = log;
    this.clock = clock;
  }

  /**
   * Answers one call.
   *
   * @param path after {@link #PATH}
   * @param sinceMs query parameter of the log; null without one
   */
  Reply answer(String method, String path, String sinceMs, String body) {
    return switch (method + " " + path) {
      case "GET /faults" -> ok(faults.shown());
      case "PUT /faults" -> put(body);
      case "DELETE /faults" -> {
        faults.set(FaultSetting.HEALTHY);
        yield ok(faults.shown());
      }
      case "GET /log" -> log(sinceMs);
      case "DELETE /log" -> {
        log.clear();
        yield ok(Map.of());
      }
      default ->
          refused(
              404,
              "control: request was '"
                  + method
                  + " "
                  + PATH
                  + path
                  + "' but must be a known one; supported: GET, PUT, DELETE /__control/faults,"
                  + " GET, DELETE /__control/log");
    };
  }

  private Reply put(String body) {
    Optional<JsonNode> json = Json.readObject(body);
    if (json.isEmpty()) {
      return refused(400, "fault: body was no JSON object, such as {\"mode\":\"hang\"}");
    }
    try {
      faults.set(new FaultParser("fault", json.get()).parse());
      return ok(faults.shown());
    } catch (InvalidFaultException e) {
      return new Reply(400, Json.write(new Problems(e.problems())));
    }
  }

  private Reply log(String sinceMs) {
    long since = 0;
    if (sinceMs != null) {
      try {
        since = Long.parseLong(sinceMs);
      } catch (NumberFormatException e) {
        return refused(
            400, "log: sinceMs was '" + sinceMs + "' but must be milliseconds since the epoch");
      }
    }
    return ok(new Log(clock.millis(), log.forgotten(), log.since(since), faults.history()));
  }

  private static Reply ok(Object value) {
    return new Reply(200, Json.write(value));
  }

  private static Reply refused(int status, String problem) {
    return new Reply(status, Json.write(new Problems(List.of(problem))));
  }
}
