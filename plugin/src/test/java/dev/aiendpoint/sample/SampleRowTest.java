package dev.aiendpoint.sample;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiendpoint.exchange.CacheStatus;
import dev.aiendpoint.exchange.CircuitEvidence;
import dev.aiendpoint.exchange.CircuitState;
import dev.aiendpoint.exchange.Outcome;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SampleRowTest {

  private static Sample read(boolean success, String code, Map<SampleColumn, String> columns) {
    return new SampleRow("AI chat", 1_000, 250, success, code, "", 3, columns::get).toSample();
  }

  @ParameterizedTest(name = "{3}")
  @CsvSource({
    "true,  200, SERVED,            a good answer that nothing classified",
    "false, 200, ASSERTION_FAILED,  an assertion of the plan did not hold",
    "false, 401, UNAUTHORIZED,      no session",
    "false, 403, UNAUTHORIZED,      somebody else's",
    "false, 404, CLIENT_ERROR,      not there",
    "false, 429, RATE_LIMITED,      too many",
    "false, 503, SERVER_ERROR,      broken",
    "false, Non HTTP response code: java.net.ConnectException,       CONNECTION_ERROR, refused",
    "false, Non HTTP response code: java.net.SocketTimeoutException, TIMEOUT,          too slow",
    "false, '', ASSERTION_FAILED,   no code at all",
    "false, Boom, SERVER_ERROR,     a sampler's own word",
  })
  void shouldDecideTheOutcomeOfAnUnclassifiedRow(
      boolean success, String code, Outcome outcome, String sentence) {
    assertThat(read(success, code, Map.of()).outcome()).as(sentence).isEqualTo(outcome);
  }

  @Test
  void shouldBeAssertionFailedWhenAClassifiedSuccessFailed() {
    assertThat(read(false, "200", Map.of(SampleColumn.OUTCOME, "GENERATED")).outcome())
        .isEqualTo(Outcome.ASSERTION_FAILED);
  }

  @Test
  void shouldKeepTheClassifiedOutcomeOfAFailure() {
    assertThat(read(false, "200", Map.of(SampleColumn.OUTCOME, "FALLBACK")).outcome())
        .isEqualTo(Outcome.FALLBACK);
  }

  @Test
  void shouldReadEveryColumn() {
    Map<SampleColumn, String> columns = new EnumMap<>(SampleColumn.class);
    columns.put(SampleColumn.PHASE, "steady");
    columns.put(SampleColumn.OUTCOME, "CACHED");
    columns.put(SampleColumn.CACHE, "HIT");
    columns.put(SampleColumn.CIRCUIT, "HALF_OPEN explicit");
    columns.put(SampleColumn.TTFT_MS, "12.5");
    columns.put(SampleColumn.TPOT_MS, "0.25");
    columns.put(SampleColumn.ICL_MAX_MS, "7");
    columns.put(SampleColumn.TOKENS_IN, "11");
    columns.put(SampleColumn.TOKENS_OUT, "22");
    columns.put(SampleColumn.COST, "0.75");
    Sample sample = read(true, "200", columns);
    assertThat(sample.phase()).isEqualTo("steady");
    assertThat(sample.outcome()).isEqualTo(Outcome.CACHED);
    assertThat(sample.cache()).isEqualTo(CacheStatus.HIT);
    assertThat(sample.circuit()).isEqualTo(CircuitEvidence.explicit(CircuitState.HALF_OPEN));
    assertThat(sample.ttftMillis()).hasValue(12.5);
    assertThat(sample.tpotMillis()).hasValue(0.25);
    assertThat(sample.iclMaxMillis()).hasValue(7);
    assertThat(sample.tokensIn()).hasValue(11);
    assertThat(sample.tokensOut()).hasValue(22);
    assertThat(sample.cost()).hasValue(0.75);
    assertThat(sample.operation()).isEqualTo(OperationClass.AI);
    assertThat(sample.endMillis()).isEqualTo(1_250);
  }

  @ParameterizedTest(name = "''{0}''")
  @CsvSource({"''", "x", "NaN", "Infinity", "1e"})
  void shouldTreatAnUnreadableFigureAsAbsent(String text) {
    Sample sample =
        read(true, "200", Map.of(SampleColumn.TTFT_MS, text, SampleColumn.TOKENS_OUT, text));
    assertThat(sample.ttftMillis()).isEmpty();
    assertThat(sample.tokensOut()).isEmpty();
    assertThat(sample.cost()).isEmpty();
  }

  @Test
  void shouldTakeTheOutcomeOffTheMessage() {
    Sample sample =
        new SampleRow("AI chat", 0, 1, false, "401", "UNAUTHORIZED: no session", 1, c -> "")
            .toSample();
    assertThat(sample.message()).isEqualTo("no session");
  }
}
