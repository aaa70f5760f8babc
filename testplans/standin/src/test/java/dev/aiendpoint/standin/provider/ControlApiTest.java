package dev.aiendpoint.standin.provider;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiendpoint.standin.MutableClock;
import dev.aiendpoint.standin.provider.fault.FaultSwitch;
import dev.aiendpoint.standin.provider.fault.Mode;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ControlApiTest {

  private final MutableClock clock = new MutableClock();
  private final FaultSwitch faults = new FaultSwitch(1, clock, () -> clock.millis() * 1_000_000);
  private final RequestLog log = new RequestLog();
  private final ControlApi api = new ControlApi(faults, log, clock);

  private ControlApi.Reply put(String body) {
    return api.answer("PUT", "/faults", null, body);
  }

  private String shown() {
    return api.answer("GET", "/faults", null, "").body();
  }

  @Test
  void shouldShowTheFaultWhenItIsSwitchedOn() {
    assertThat(shown()).isEqualTo("{\"mode\":\"healthy\",\"share\":1.0}");

    ControlApi.Reply put = put("{\"mode\":\"status\",\"status\":503,\"durationMs\":5000}");
    assertThat(put.status()).isEqualTo(200);
    assertThat(put.body())
        .isEqualTo(
            "{\"mode\":\"status\",\"status\":503,\"delayMs\":0,\"oneByOne\":0,\"share\":1.0,"
                + "\"durationMs\":5000,\"remainingMs\":5000}");
    clock.advance(Duration.ofMillis(4_999));
    assertThat(shown()).contains("\"remainingMs\":1}");
    assertThat(faults.next().mode()).isEqualTo(Mode.STATUS);
    clock.advance(Duration.ofMillis(1));
    assertThat(shown()).isEqualTo("{\"mode\":\"healthy\",\"share\":1.0}");
    assertThat(faults.next().mode()).isEqualTo(Mode.HEALTHY);
  }

  @Test
  void shouldLiftTheFaultWhenToldTo() {
    put("{\"mode\":\"hang\"}");
    api.answer("DELETE", "/faults", null, "");
    assertThat(faults.next().mode()).isEqualTo(Mode.HEALTHY);

    put("{\"mode\":\"hang\"}");
    put("{\"mode\":\"healthy\"}");
    assertThat(faults.next().mode()).isEqualTo(Mode.HEALTHY);
  }

  @Test
  void shouldListAllProblemsAndChangeNothingWhenAFaultIsWrong() {
    put("{\"mode\":\"hang\"}");
    ControlApi.Reply refused =
        put("{\"mode\":\"status\",\"status\":200,\"delay\":5,\"share\":2,\"durationMs\":\"x\"}");

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.body())
        .contains("fault: status was '200' but must be a whole number from 400 to 599")
        .contains("fault: share was '2' but must be a number from 0 to 1")
        .contains("fault: durationMs was 'x' but must be")
        .contains(
            "fault: member was 'delay' but must be one that the mode has; supported: delayMs,"
                + " durationMs, mode, oneByOne, share, status");
    assertThat(faults.next().mode()).isEqualTo(Mode.HANG);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "no JSON                | PUT    | /faults |      | {\"mode\":   | 400",
        "a list                 | PUT    | /faults |      | []           | 400",
        "no mode                | PUT    | /faults |      | {}           | 400",
        "no status              | PUT    | /faults |      | {\"mode\":\"status\"} | 400",
        "an unknown path        | GET    | /fault  |      | ''           | 404",
        "an unknown method      | POST   | /faults |      | {}           | 404",
        "a time that is none    | GET    | /log    | noon | ''           | 400",
        "the log                | GET    | /log    | 17   | ''           | 200",
        "emptying the log       | DELETE | /log    |      | ''           | 200"
      })
  void shouldAnswerAsDocumented(
      String sentence, String method, String path, String sinceMs, String body, int status) {
    assertThat(api.answer(method, path, sinceMs, body).status()).isEqualTo(status);
  }

  @Test
  void shouldForgetTheOldestAndSayHowManyWhenTheLogIsFull() {
    for (int i = 1; i <= RequestLog.MOST_ENTRIES + 3; i++) {
      log.begin(i, 0, 0, "/v1/messages", "anthropic", false, "healthy");
    }

    assertThat(log.since(0)).hasSize(RequestLog.MOST_ENTRIES);
    assertThat(log.since(0).get(0).id()).isEqualTo(4);
    assertThat(log.forgotten()).isEqualTo(3);
  }

  @Test
  void shouldKeepWhatWasSaidFirstWhenAnEntryEndsTwice() {
    RequestLog.Open open = log.begin(1, 0, 0, "/v1/messages", "anthropic", false, "healthy");
    assertThat(log.since(0).get(0).result()).isNull();
    open.end(200, "answered", 0);
    open.end(null, "gone", 0);

    assertThat(log.since(0).get(0).result()).isEqualTo("answered");
  }
}
