package dev.aiendpoint.classify;

import static dev.aiendpoint.classify.ExchangeBuilder.noAnswer;
import static dev.aiendpoint.classify.ExchangeBuilder.status;
import static dev.aiendpoint.classify.ExchangeBuilder.stream;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.aiendpoint.exchange.CacheStatus;
import dev.aiendpoint.exchange.CircuitEvidence;
import dev.aiendpoint.exchange.CircuitState;
import dev.aiendpoint.exchange.Outcome;
import dev.aiendpoint.exchange.TransportFailure;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class UniversalRulesTest {

  private static final String NO_RULE =
      "{\"id\":\"never\",\"when\":{\"status\":599},\"then\":\"%s\"}";

  static Stream<Arguments> exchanges() {
    return Stream.of(
        arguments("nothing arrived", noAnswer(), Outcome.CONNECTION_ERROR, "no HTTP answer"),
        arguments(
            "no connection",
            noAnswer().failure(TransportFailure.Kind.CONNECTION),
            Outcome.CONNECTION_ERROR,
            "what happened"),
        arguments(
            "the deadline passed in the middle of a 200",
            status(200).body("{").failure(TransportFailure.Kind.TIMEOUT),
            Outcome.TIMEOUT,
            "what happened"),
        arguments(
            "a stream stalled",
            stream("Hel").usage(3, 9).unterminated().failure(TransportFailure.Kind.STALLED),
            Outcome.STREAM_ERROR,
            "what happened"),
        arguments(
            "a stream broke off",
            stream("Hel").usage(3, 9).failure(TransportFailure.Kind.TRUNCATED),
            Outcome.STREAM_ERROR,
            "what happened"),
        arguments(
            "a stream ended without its terminator",
            stream("Hel").usage(3, 9).unterminated(),
            Outcome.STREAM_ERROR,
            "terminator"),
        arguments(
            "an error event after content",
            stream("Hel").usage(3, 9).error("overloaded").unterminated(),
            Outcome.STREAM_ERROR,
            "overloaded"),
        arguments(
            "an error object in a 200",
            status(200).usage(3, 9).body("{\"error\":{\"message\":\"no model\"}}"),
            Outcome.SERVER_ERROR,
            "error inside an HTTP 200 answer: no model"),
        arguments(
            "an error text in a 200",
            status(200).body("{\"error\":\"no model\"}"),
            Outcome.SERVER_ERROR,
            "no model"),
        arguments(
            "an error that the wire format read",
            status(200).error("no model"),
            Outcome.SERVER_ERROR,
            "no model"),
        arguments("401", status(401), Outcome.UNAUTHORIZED, "status 401"),
        arguments("403", status(403), Outcome.UNAUTHORIZED, "status 403"),
        arguments("404", status(404), Outcome.CLIENT_ERROR, "status 404"),
        arguments(
            "400 with a reason",
            status(400).body("{\"error\":{\"message\":\"bad field\"}}"),
            Outcome.CLIENT_ERROR,
            "status 400: bad field"),
        arguments("429", status(429), Outcome.RATE_LIMITED, "status 429"),
        arguments("500", status(500), Outcome.SERVER_ERROR, "status 500"),
        arguments("529", status(529), Outcome.SERVER_ERROR, "status 529"),
        arguments("no HTTP status", status(999), Outcome.SERVER_ERROR, "status 999"),
        arguments(
            "a 500 that reports usage",
            status(500).usage(3, 9),
            Outcome.SERVER_ERROR,
            "status 500"),
        arguments(
            "a redirect",
            status(302).header("Location", "https://h.test/new?token=abc"),
            Outcome.CLIENT_ERROR,
            "status 302: redirect to /new"),
        arguments(
            "a redirect to the sign-in page",
            status(307).header("Location", "/sign-in?callbackUrl=%2Fdashboard"),
            Outcome.UNAUTHORIZED,
            "status 307: redirect to /sign-in"),
        arguments("output tokens", status(200).usage(3, 9), Outcome.GENERATED, ""),
        arguments("streamed content", stream("Hello"), Outcome.GENERATED, ""),
        arguments("an empty stream", stream(""), Outcome.SERVED, ""),
        arguments("usage of 0", status(200).usage(0, 0), Outcome.SERVED, ""),
        arguments("a plain read", status(200).body("{\"error\":null}"), Outcome.SERVED, ""),
        arguments("no content", status(204), Outcome.SERVED, ""),
        arguments("the client's copy is good", status(304), Outcome.SERVED, ""));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("exchanges")
  void shouldDecideWhenNoRuleOfTheProfileHolds(
      String sentence, ExchangeBuilder exchange, Outcome outcome, String message) throws Exception {
    Classification decided =
        profile("\"outcome\": [" + NO_RULE.formatted("FALLBACK") + "]")
            .classify(exchange.build(), Set.of());
    assertThat(decided.outcome()).isEqualTo(outcome);
    assertThat(decided.message()).contains(message).doesNotContain("abc");
    assertThat(decided.message().isEmpty()).isEqualTo(outcome.isSuccess());
    assertThat(decided.reasons().get(0)).startsWith("outcome: " + outcome + " by universal rule");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "/sign-in, true",
    "/signin, true",
    "/login?next=/x, true",
    "https://login.example.test/, true",
    "https://h.test/api/auth/error, true",
    "/oauth2/authorize, true",
    "/authorize, true",
    "/author/7, false",
    "/signing-up, false",
    "/home?next=/login, false",
    "/dashboard, false",
  })
  void shouldKnowASignInPageWhenItsPathSaysSo(String location, boolean signIn) {
    assertThat(RedirectTarget.isSignIn(location)).isEqualTo(signIn);
  }

  @ParameterizedTest
  @EnumSource(
      value = Outcome.class,
      names = {"GENERATED", "CACHED", "SERVED"})
  void shouldNotBeASuccessWhenARuleIsTooBroad(Outcome success) throws Exception {
    ResponseProfile broad =
        profile(
            "\"outcome\": [{\"id\":\"broad\",\"when\":{\"not\":{\"status\":599}},\"then\":\"%s\"}]"
                .formatted(success));
    assertThat(exchanges().map(Arguments::get))
        .filteredOn(row -> !((Outcome) row[2]).isSuccess())
        .allSatisfy(
            row ->
                assertThat(broad.classify(((ExchangeBuilder) row[1]).build(), Set.of()).outcome())
                    .as((String) row[0])
                    .isEqualTo(row[2]));
  }

  @Test
  void shouldLetTheProfileDecideWhenItNamesTheFact() throws Exception {
    ResponseProfile explicit =
        profile(
            """
            "outcome": [
              {"id":"slow","when":{"failure":"TIMEOUT"},"then":"SERVER_ERROR"},
              {"id":"busy","when":{"error":"busy"},"then":"RATE_LIMITED","message":"{error}"},
              {"id":"teapot","when":{"status":418},"then":"SERVED"}]
            """);
    assertThat(
            explicit
                .classify(noAnswer().failure(TransportFailure.Kind.TIMEOUT).build(), Set.of())
                .outcome())
        .isEqualTo(Outcome.SERVER_ERROR);
    Classification busy = explicit.classify(stream("He").error("too busy").build(), Set.of());
    assertThat(busy.outcome()).isEqualTo(Outcome.RATE_LIMITED);
    assertThat(busy.message()).isEqualTo("too busy");
    assertThat(explicit.classify(status(418).build(), Set.of()).outcome())
        .isEqualTo(Outcome.SERVED);
  }

  @Test
  void shouldBeCachedWhenTheCacheWasHitAndServedWhenItWasMissed() throws Exception {
    ResponseProfile profile = ResponseProfiles.load("connect", List.of());
    Classification hit =
        profile.classify(status(200).header("X-Cache-Hit", "true").build(), Set.of());
    assertThat(hit.outcome()).isEqualTo(Outcome.CACHED);
    Classification miss =
        profile.classify(status(200).header("X-Cache-Hit", "false").build(), Set.of());
    assertThat(miss.outcome()).isEqualTo(Outcome.SERVED);
    assertThat(miss.cache()).isEqualTo(CacheStatus.MISS);
    Classification failed =
        profile.classify(status(500).header("X-Cache-Hit", "true").build(), Set.of());
    assertThat(failed.outcome()).isEqualTo(Outcome.SERVER_ERROR);
  }

  @ParameterizedTest(name = "{0} accepted: {1}")
  @CsvSource({
    "401, SERVED",
    "403, SERVED",
    "404, SERVED",
    "302, SERVED",
    "500, SERVED",
    "429, RATE_LIMITED",
  })
  void shouldBeServedWhenThePlanAcceptsTheStatus(int status, Outcome outcome) throws Exception {
    ResponseProfile profile = ResponseProfiles.load("connect", List.of());
    Classification decided =
        profile.classify(status(status).body("{\"error\":\"x\"}").build(), Set.of(status));
    assertThat(decided.outcome()).isEqualTo(outcome);
    if (outcome == Outcome.SERVED) {
      assertThat(decided.message()).isEmpty();
      assertThat(decided.reasons().get(0)).contains("accepted by the plan");
    }
    assertThat(profile.classify(status(status).build(), Set.of(200, 418)).outcome())
        .isNotEqualTo(Outcome.SERVED);
  }

  @Test
  void shouldStayAFailureWhenThePlanAcceptsAStatusThatHidesOne() throws Exception {
    ResponseProfile profile = ResponseProfiles.load("connect", List.of());
    assertThat(
            profile.classify(status(200).body("{\"error\":\"x\"}").build(), Set.of(200)).outcome())
        .isEqualTo(Outcome.SERVER_ERROR);
    assertThat(
            profile
                .classify(status(404).failure(TransportFailure.Kind.TIMEOUT).build(), Set.of(404))
                .outcome())
        .isEqualTo(Outcome.TIMEOUT);
    assertThat(
            profile
                .classify(status(503).body("Circuit breaker is OPEN").build(), Set.of(503))
                .outcome())
        .isEqualTo(Outcome.CIRCUIT_REJECTED);
  }

  @Test
  void shouldInferClosedWhenAnAnswerWasGeneratedAndNothingWhenItWasFallback() throws Exception {
    ResponseProfile profile = ResponseProfiles.load("connect", List.of());
    assertThat(profile.classify(status(200).usage(3, 9).build(), Set.of()).circuit())
        .isEqualTo(CircuitEvidence.inferred(CircuitState.CLOSED));
    Classification fallback =
        profile.classify(
            status(200).body("{\"metadata\":{\"cached\":false,\"cost\":0}}").build(), Set.of());
    assertThat(fallback.outcome()).isEqualTo(Outcome.FALLBACK);
    assertThat(fallback.circuit()).isEqualTo(CircuitEvidence.NONE);
    assertThat(profile.classify(status(500).build(), Set.of()).circuit())
        .isEqualTo(CircuitEvidence.NONE);
  }

  private static ResponseProfile profile(String members) throws Exception {
    return ResponseProfileReader.read("test.json", "{\"name\":\"test\"," + members + "}");
  }
}
