package dev.aiendpoint.classify;

import static dev.aiendpoint.classify.ExchangeBuilder.status;
import static dev.aiendpoint.classify.ExchangeBuilder.stream;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.aiendpoint.exchange.Outcome;
import dev.aiendpoint.exchange.TokenUsage;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResponseProfileTest {

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "one failing check | {\"status\":\"degraded\",\"checks\":{\"database\":"
            + "{\"status\":\"unhealthy\",\"error\":\"Connection refused\"},\"redis_cache\":"
            + "{\"status\":\"healthy\",\"error\":null}}} "
            + "| health is degraded: database: Connection refused",
        "two failing checks | {\"status\":\"degraded\",\"checks\":{\"database\":"
            + "{\"error\":\"Connection refused\"},\"redis_queue\":{\"error\":\"timeout\"}}} "
            + "| health is degraded: database: Connection refused; redis_queue: timeout",
        "no error text | {\"status\":\"degraded\",\"checks\":{\"database\":"
            + "{\"status\":\"unhealthy\"},\"redis_queue\":{\"status\":\"healthy\"}}} "
            + "| health is degraded: database: unhealthy; redis_queue: healthy",
        "a connection URL | {\"status\":\"degraded\",\"checks\":{\"database\":"
            + "{\"error\":\"no route to postgres://app:hunter2@db/connect\"}}} "
            + "| health is degraded: database: no route to postgres:***db/connect",
      })
  void shouldNameTheCheckAndItsErrorWhenHealthIsDegraded(
      String sentence, String body, String message) throws Exception {
    Classification decided = connect().classify(status(503).body(body).build(), Set.of());
    assertThat(decided.outcome()).isEqualTo(Outcome.SERVER_ERROR);
    assertThat(decided.message()).isEqualTo(message);
  }

  @Test
  void shouldNameRuleAndConditionWhenARuleDecides() throws Exception {
    Classification decided =
        connect()
            .classify(status(503).body("{\"e\":\"Circuit breaker is OPEN\"}").build(), Set.of());
    assertThat(decided.reasons())
        .containsExactly(
            "outcome: CIRCUIT_REJECTED by rule 'circuit-open-message'"
                + " (status 5xx and body contains 'circuit breaker is open')",
            "circuit: OPEN explicit by rule 'message-open'"
                + " (status 5xx and body contains 'circuit breaker is open')");
  }

  @Test
  void shouldReadUsageAndReportedCostWhenTheProfileSaysWhere() throws Exception {
    Classification decided =
        connect()
            .classify(
                status(200)
                    .body(
                        """
                        {"metadata":{"cached":false,"cost":203.5,
                         "usage":{"inputTokens":1200,"outputTokens":350}}}""")
                    .build(),
                Set.of());
    assertThat(decided.outcome()).isEqualTo(Outcome.GENERATED);
    assertThat(decided.usage()).isEqualTo(TokenUsage.of(1200, 350));
    assertThat(decided.cost()).hasValue(203.5);
  }

  @Test
  void shouldPriceTheTokensWhenTheAnswerReportsNoCost() throws Exception {
    Classification decided = connect().classify(stream("안녕하세요").usage(2000, 100).build(), Set.of());
    assertThat(decided.cost().orElseThrow()).isCloseTo(2 * 3.90 + 0.1 * 19.50, within(1e-9));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "a read that has no price | {} | ``",
        "a cache hit is free | {\"metadata\":{\"cached\":true}} | 0.0",
        "a fallback costs what it reports | {\"metadata\":{\"cached\":false,\"cost\":0}} | 0.0",
        "a fallback that reports nothing | {\"metadata\":{\"cached\":false,\"usage\":"
            + "{\"inputTokens\":0,\"outputTokens\":0}}} | ``",
        "half of the usage is not enough | {\"usage\":{\"outputTokens\":5}} | ``",
        "a negative cost is none | {\"cost\":-1} | ``",
        "a cost that is no number | {\"cost\":\"free\"} | ``",
      })
  void shouldGiveNoCostWhenItIsUnknown(String sentence, String body, String expected)
      throws Exception {
    OptionalDouble cost = connect().classify(status(200).body(body).build(), Set.of()).cost();
    assertThat(cost.isPresent() ? Double.toString(cost.getAsDouble()) : "").isEqualTo(expected);
  }

  @Test
  void shouldKnowNoCostWhenTheProfileHasNoPrices() throws Exception {
    ResponseProfile openai = ResponseProfiles.load("openai", List.of());
    assertThat(openai.hasPrices()).isFalse();
    assertThat(openai.currency()).isEqualTo("USD");
    assertThat(openai.classify(stream("Hi").usage(10, 5).build(), Set.of()).cost()).isEmpty();
  }

  @ParameterizedTest(name = "cached tokens {1}, price {0}, included {2}: {3}")
  @CsvSource({
    "0.5, 400, true, 2.8",
    "0.5, 400, false, 3.2",
    ", 400, true, 3.0",
    ", 400, false, ",
    ", 0, false, 3.0",
  })
  void shouldPriceCachedInputAsTheProviderCountsIt(
      Double price, long cached, boolean included, Double expected) {
    Prices prices =
        new Prices(
            1, 2, price == null ? OptionalDouble.empty() : OptionalDouble.of(price), included);
    OptionalDouble cost =
        prices.of(
            new TokenUsage(
                OptionalLong.of(1000),
                OptionalLong.of(1000),
                OptionalLong.of(cached),
                OptionalLong.empty()));
    assertThat(cost.isPresent() ? cost.getAsDouble() : null).isEqualTo(expected);
  }

  @Test
  void shouldNotReadGeneratedTextAsTheAnswersJsonWhenItIsStreamed() throws Exception {
    Classification decided =
        connect()
            .classify(
                stream("{\"metadata\":{\"cached\":true},\"error\":\"x\"}").usage(5, 5).build(),
                Set.of());
    assertThat(decided.outcome()).isEqualTo(Outcome.GENERATED);
  }

  @Test
  void shouldNotCountPromptCacheTokensAsACacheHitWhenAnthropicReportsThem() throws Exception {
    Classification decided =
        ResponseProfiles.load("anthropic", List.of())
            .classify(
                status(200)
                    .body(
                        """
                        {"type":"message","role":"assistant","usage":{"input_tokens":4,
                         "cache_read_input_tokens":900,"output_tokens":7}}""")
                    .build(),
                Set.of());
    assertThat(decided.outcome()).isEqualTo(Outcome.GENERATED);
    assertThat(decided.cache().name()).isEqualTo("UNKNOWN");
    assertThat(decided.usage().cachedInput()).hasValue(900);
  }

  @Test
  void shouldBeUnmovedWhenTheBodyIsHostile() throws Exception {
    for (String body :
        List.of(
            "[".repeat(100_000),
            "{\"a\":".repeat(2000),
            "{\"cost\":1e999999999}",
            "{\"status\":",
            "\uFEFF{}",
            "일시".repeat(200_000),
            "{\"message\":\"" + "AI".repeat(100_000) + "\"}")) {
      assertThat(connect().classify(status(200).body(body).build(), Set.of()).outcome())
          .isEqualTo(Outcome.SERVED);
    }
  }

  private static ResponseProfile connect() throws Exception {
    return ResponseProfiles.load("connect", List.of());
  }
}
