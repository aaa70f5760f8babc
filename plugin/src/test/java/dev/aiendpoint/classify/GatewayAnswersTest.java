package dev.aiendpoint.classify;

import static dev.aiendpoint.classify.ExchangeBuilder.status;
import static dev.aiendpoint.classify.ExchangeBuilder.stream;
import static dev.aiendpoint.exchange.CacheStatus.BYPASS;
import static dev.aiendpoint.exchange.CacheStatus.HIT;
import static dev.aiendpoint.exchange.CacheStatus.MISS;
import static dev.aiendpoint.exchange.CacheStatus.UNKNOWN;
import static dev.aiendpoint.exchange.Outcome.BUDGET_EXHAUSTED;
import static dev.aiendpoint.exchange.Outcome.CACHED;
import static dev.aiendpoint.exchange.Outcome.CIRCUIT_REJECTED;
import static dev.aiendpoint.exchange.Outcome.CLIENT_ERROR;
import static dev.aiendpoint.exchange.Outcome.FALLBACK;
import static dev.aiendpoint.exchange.Outcome.GENERATED;
import static dev.aiendpoint.exchange.Outcome.RATE_LIMITED;
import static dev.aiendpoint.exchange.Outcome.SERVED;
import static dev.aiendpoint.exchange.Outcome.SERVER_ERROR;
import static dev.aiendpoint.exchange.Outcome.STREAM_ERROR;
import static dev.aiendpoint.exchange.Outcome.UNAUTHORIZED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aiendpoint.exchange.CacheStatus;
import dev.aiendpoint.exchange.Exchange;
import dev.aiendpoint.exchange.Outcome;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whole answers, in the shape that gateways and providers send them, through their profiles. */
class GatewayAnswersTest {

  private static final String CHAT =
      "{\"id\":\"chatcmpl-1\",\"object\":\"chat.completion\",\"model\":\"m\",\"choices\":[{\"index\":0,"
          + "\"message\":{\"role\":\"assistant\",\"content\":\"Hi\"},\"finish_reason\":\"stop\"}],"
          + "\"usage\":{\"prompt_tokens\":19,\"completion_tokens\":4,\"total_tokens\":23}}";
  private static final String LIMITED =
      "{\"error\":{\"message\":\"Rate limit reached\",\"type\":\"tokens\",\"param\":null,"
          + "\"code\":\"rate_limit_exceeded\"}}";

  record Answered(
      String profile, String sentence, Outcome outcome, CacheStatus cache, Exchange exchange) {
    @Override
    public String toString() {
      return profile + ": " + sentence;
    }
  }

  private static Answered of(
      String profile, String sentence, Outcome outcome, CacheStatus cache, ExchangeBuilder built) {
    return new Answered(profile, sentence, outcome, cache, built.build());
  }

  private static ExchangeBuilder chat() {
    return status(200).body(CHAT).usage(19, 4);
  }

  private static ExchangeBuilder limited() {
    return status(429).header("retry-after", "7").body(LIMITED);
  }

  static Stream<Answered> gateways() {
    String cf = "cloudflare-ai-gateway";
    String cfCache = "cf-aig-cache-status";
    return Stream.of(
        of(cf, "hit", CACHED, HIT, chat().header(cfCache, "HIT").header("cf-aig-step", "0")),
        of(cf, "miss", GENERATED, MISS, chat().header(cfCache, "MISS").header("cf-aig-step", "0")),
        of(
            cf,
            "fallback",
            FALLBACK,
            MISS,
            chat().header(cfCache, "MISS").header("cf-aig-step", "1")),
        of(
            cf,
            "fallback from the cache",
            CACHED,
            HIT,
            chat().header(cfCache, "HIT").header("cf-aig-step", "1")),
        of(cf, "limited", RATE_LIMITED, UNKNOWN, limited().header("cf-aig-log-id", "01J")),
        of(cf, "overloaded", SERVER_ERROR, UNKNOWN, status(503).body("{}")),
        of(
            cf,
            "ok, and only the edge speaks",
            GENERATED,
            UNKNOWN,
            chat().header("cf-cache-status", "HIT")),
        of(cf, "a streamed hit", CACHED, HIT, stream("Hi").header(cfCache, "HIT")),
        of("litellm", "hit", CACHED, HIT, chat().header("x-litellm-cache-key", "4f1c")),
        of(
            "litellm",
            "no key is no miss",
            GENERATED,
            UNKNOWN,
            chat().header("x-litellm-call-id", "c")),
        of(
            "litellm",
            "fallback",
            FALLBACK,
            UNKNOWN,
            chat().header("x-litellm-attempted-fallbacks", "1")),
        of("litellm", "limited", RATE_LIMITED, UNKNOWN, limited()),
        of(
            "litellm",
            "all deployments in cooldown, type and param the text None",
            CIRCUIT_REJECTED,
            UNKNOWN,
            status(429)
                .header("retry-after", "5")
                .body(
                    "{\"error\":{\"message\":\"No deployments available for selected model, Try again"
                        + " in 5 seconds.\",\"type\":\"None\",\"param\":\"None\",\"code\":\"429\"}}")),
        of(
            "litellm",
            "overloaded",
            SERVER_ERROR,
            UNKNOWN,
            status(529).body("{\"error\":{\"message\":\"m\"}}")),
        of("portkey", "hit", CACHED, HIT, chat().header("x-portkey-cache-status", "SEMANTIC HIT")),
        of(
            "portkey",
            "miss",
            GENERATED,
            MISS,
            chat().header("x-portkey-cache-status", "SEMANTIC MISS")),
        of(
            "portkey",
            "cache off",
            GENERATED,
            BYPASS,
            chat().header("x-portkey-cache-status", "DISABLED")),
        of(
            "portkey",
            "fallback",
            FALLBACK,
            MISS,
            chat()
                .header("x-portkey-cache-status", "MISS")
                .header("x-portkey-last-used-option-index", "config.targets[1]")),
        of(
            "portkey",
            "limited",
            RATE_LIMITED,
            UNKNOWN,
            limited().header("x-portkey-provider", "openai")),
        of("portkey", "overloaded", SERVER_ERROR, UNKNOWN, status(503).body(LIMITED)),
        of(
            "helicone",
            "hit",
            CACHED,
            HIT,
            chat().header("helicone-cache", "HIT").header("helicone-cache-bucket-idx", "0")),
        of("helicone", "miss", GENERATED, MISS, chat().header("helicone-cache", "MISS")),
        of(
            "helicone",
            "the provider that answered is no fallback",
            GENERATED,
            UNKNOWN,
            chat().header("helicone-provider", "azure")),
        of(
            "helicone",
            "limited",
            RATE_LIMITED,
            UNKNOWN,
            limited().header("Helicone-RateLimit-Remaining", "0")),
        of("helicone", "overloaded", SERVER_ERROR, UNKNOWN, status(503)));
  }

  static Stream<Answered> proxies() {
    String kong = "kong-ai-gateway";
    String envoy = "envoy-ai-gateway";
    return Stream.of(
        of(kong, "hit", CACHED, HIT, chat().header("X-Cache-Status", "Hit").header("Age", "3")),
        of(
            kong,
            "miss",
            GENERATED,
            MISS,
            chat().header("X-Cache-Status", "Miss").header("X-Kong-Upstream-Latency", "812")),
        of(
            kong,
            "which provider answered is no fallback",
            GENERATED,
            UNKNOWN,
            chat().header("X-Kong-LLM-Model", "azure/gpt-4o")),
        of(
            kong,
            "limited",
            RATE_LIMITED,
            UNKNOWN,
            status(429)
                .header("X-AI-RateLimit-Limit-hour-azure", "1000")
                .header("X-AI-RateLimit-Remaining-hour-azure", "0")
                .header("X-AI-RateLimit-Retry-After-hour-azure", "1200")
                .body("{\"message\":\"API rate limit exceeded for provider azure\"}")),
        of(
            kong,
            "all targets open",
            SERVER_ERROR,
            UNKNOWN,
            status(500).header("X-Kong-Response-Latency", "1").body("{\"message\":\"m\"}")),
        of(
            "apisix",
            "hit, streamed in one body",
            CACHED,
            HIT,
            stream("Hi").header("X-AI-Cache-Status", "HIT").header("X-AI-Cache-Age", "20")),
        of("apisix", "miss", GENERATED, MISS, chat().header("X-AI-Cache-Status", "MISS")),
        of(
            "apisix",
            "fallback",
            FALLBACK,
            UNKNOWN,
            chat().header("X-AI-Semantic-Picked-Instance", "fallback")),
        of(
            "apisix",
            "limited",
            RATE_LIMITED,
            UNKNOWN,
            status(503)
                .header("X-AI-RateLimit-Remaining-a", "0")
                .header("X-AI-RateLimit-Reset-a", "21")),
        of(
            "apisix",
            "overloaded",
            SERVER_ERROR,
            UNKNOWN,
            status(503).body("{\"error_msg\":\"m\"}")),
        of(
            envoy,
            "ok: it has no cache",
            GENERATED,
            UNKNOWN,
            chat().header("x-envoy-upstream-service-time", "700")),
        of(
            envoy,
            "a retry is no fallback",
            GENERATED,
            UNKNOWN,
            chat().header("x-envoy-attempt-count", "2")),
        of(
            envoy,
            "limited",
            RATE_LIMITED,
            UNKNOWN,
            status(429).header("x-envoy-ratelimited", "true")),
        of(
            envoy,
            "overflow",
            CIRCUIT_REJECTED,
            UNKNOWN,
            status(503).header("x-envoy-overloaded", "true")),
        of(
            envoy,
            "no healthy upstream",
            CIRCUIT_REJECTED,
            UNKNOWN,
            status(503).contentType("text/plain").body("no healthy upstream")),
        of(
            envoy,
            "overloaded",
            SERVER_ERROR,
            UNKNOWN,
            status(503).contentType("text/plain").body("upstream request timeout")));
  }

  static Stream<Answered> providers() {
    String router = "openrouter";
    String azure = "azure-openai";
    String vercel = "vercel-ai-gateway";
    String none =
        "{\"error\":{\"code\":%d,\"message\":\"m\",\"metadata\":{\"provider_name\":\"a\"}}}";
    return Stream.of(
        of(
            router,
            "hit, and all counters 0",
            CACHED,
            HIT,
            status(200)
                .header("X-OpenRouter-Cache-Status", "HIT")
                .body(CHAT.replaceAll(":(19|4|23)", ":0"))
                .usage(0, 0)),
        of(router, "miss", GENERATED, MISS, chat().header("X-OpenRouter-Cache-Status", "MISS")),
        of(router, "limited", RATE_LIMITED, UNKNOWN, status(429).body(none.formatted(429))),
        of(router, "credits", BUDGET_EXHAUSTED, UNKNOWN, status(402).body(none.formatted(402))),
        of(router, "overloaded", SERVER_ERROR, UNKNOWN, status(503).body(none.formatted(503))),
        of(
            router,
            "an error event after the first token",
            STREAM_ERROR,
            UNKNOWN,
            stream("Hi").error("Provider disconnected")),
        of(azure, "ok", GENERATED, UNKNOWN, chat().header("x-ratelimit-remaining-tokens", "-1")),
        of(
            azure,
            "limited",
            RATE_LIMITED,
            UNKNOWN,
            limited().header("x-ratelimit-remaining-requests", "0")),
        of(
            azure,
            "quota of the API manager",
            BUDGET_EXHAUSTED,
            UNKNOWN,
            status(403).body("{\"message\":\"Token quota is exceeded. Try again in 3 hours.\"}")),
        of(
            azure,
            "403 for another reason",
            UNAUTHORIZED,
            UNKNOWN,
            status(403).body("{\"message\":\"Access denied\"}")),
        of(
            azure,
            "overloaded",
            SERVER_ERROR,
            UNKNOWN,
            status(503).body(LIMITED.replace("Rate limit reached", "The server is overloaded"))),
        of(
            azure,
            "filtered",
            CLIENT_ERROR,
            UNKNOWN,
            status(400).body(LIMITED.replace("rate_limit_exceeded", "content_filter"))),
        of(vercel, "ok", GENERATED, UNKNOWN, chat()),
        of(
            vercel,
            "limited",
            RATE_LIMITED,
            UNKNOWN,
            status(429)
                .body(
                    "{\"error\":{\"message\":\"m\",\"type\":\"rate_limit_exceeded\"},\"generationId\":\"g\"}")),
        of(
            vercel,
            "fallback",
            FALLBACK,
            UNKNOWN,
            status(200)
                .body(
                    CHAT.replace(
                        "\"content\":\"Hi\"",
                        "\"content\":\"Hi\",\"provider_metadata\":{\"gateway\":{\"routing\":"
                            + "{\"attempts\":[{\"success\":false},{\"success\":true}]}}}"))),
        of(
            vercel,
            "overloaded",
            SERVER_ERROR,
            UNKNOWN,
            status(503).body("{\"error\":{\"message\":\"m\",\"type\":\"internal_server_error\"}}")),
        of(
            "gemini",
            "ok",
            GENERATED,
            UNKNOWN,
            status(200).body("{\"candidates\":[{\"content\":{\"parts\":[{\"text\":\"Hi\"}]}}]}")),
        of(
            "gemini",
            "tokens of its context cache are no hit",
            GENERATED,
            UNKNOWN,
            status(200)
                .body(
                    "{\"candidates\":[{\"content\":{}}],\"usageMetadata\":{\"cachedContentTokenCount\":900}}")),
        of(
            "gemini",
            "blocked",
            SERVER_ERROR,
            UNKNOWN,
            status(200)
                .body("{\"promptFeedback\":{\"blockReason\":\"SAFETY\"}}")
                .error("prompt blocked: SAFETY")),
        of(
            "gemini",
            "limited",
            RATE_LIMITED,
            UNKNOWN,
            status(429).body("{\"error\":{\"status\":\"RESOURCE_EXHAUSTED\",\"message\":\"m\"}}")),
        of(
            "gemini",
            "overloaded",
            SERVER_ERROR,
            UNKNOWN,
            status(503).body("{\"error\":{\"status\":\"UNAVAILABLE\",\"message\":\"m\"}}")),
        of(
            "bedrock",
            "ok",
            GENERATED,
            UNKNOWN,
            status(200)
                .body(
                    "{\"output\":{\"message\":{\"content\":[{\"text\":\"Hi\"}]}},\"usage\":{\"inputTokens\":9,\"outputTokens\":2}}")),
        of(
            "bedrock",
            "limited",
            RATE_LIMITED,
            UNKNOWN,
            status(429).header("x-amzn-ErrorType", "ThrottlingException")),
        of("bedrock", "overloaded", SERVER_ERROR, UNKNOWN, status(503).body("{\"message\":\"m\"}")),
        of(
            "bedrock",
            "a stream that cannot be read is no evidence",
            SERVED,
            UNKNOWN,
            status(200).contentType("application/vnd.amazon.eventstream")));
  }

  static Stream<Answered> answers() {
    return Stream.of(gateways(), proxies(), providers()).flatMap(rows -> rows);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("answers")
  void shouldJudgeAnAnswerAsItIs(Answered answer) throws Exception {
    Classification decided = classify(answer.profile(), answer.exchange());
    assertThat(decided.outcome()).isEqualTo(answer.outcome());
    assertThat(decided.cache()).isEqualTo(answer.cache());
    assertThat(decided.message()).as("no placeholder stays open").doesNotContain("{");
  }

  /** What an answer is an example of. */
  private enum Kind {
    OK,
    HIT,
    MISS,
    FALLBACK,
    LIMITED,
    OVERLOADED
  }

  /** Kinds that a service's answers do not show, so that no row could. */
  private static final Map<String, Set<Kind>> NOT_TOLD =
      Map.of(
          "litellm", Set.of(Kind.MISS), // no cache key on a miss, nor without a cache
          "helicone", Set.of(Kind.FALLBACK), // it names who answered, not who was asked first
          "kong-ai-gateway", Set.of(Kind.FALLBACK), // as helicone
          "openrouter", Set.of(Kind.FALLBACK), // as helicone
          "envoy-ai-gateway", Set.of(Kind.HIT, Kind.MISS, Kind.FALLBACK), // no cache; retries only
          "vercel-ai-gateway", Set.of(Kind.HIT, Kind.MISS), // no cache of whole answers
          "azure-openai", Set.of(Kind.HIT, Kind.MISS, Kind.FALLBACK), // a provider has neither
          "gemini", Set.of(Kind.HIT, Kind.MISS, Kind.FALLBACK), // as azure-openai
          "bedrock", Set.of(Kind.HIT, Kind.MISS, Kind.FALLBACK)); // as azure-openai

  private static Set<Kind> kindsOf(Answered answer) {
    Set<Kind> kinds = EnumSet.noneOf(Kind.class);
    if (answer.cache() == HIT) {
      kinds.add(Kind.HIT);
    }
    if (answer.cache() == MISS) {
      kinds.add(Kind.MISS);
    }
    switch (answer.outcome()) {
      case GENERATED -> kinds.add(Kind.OK);
      case FALLBACK -> kinds.add(Kind.FALLBACK);
      case RATE_LIMITED -> kinds.add(Kind.LIMITED);
      case SERVER_ERROR -> kinds.add(Kind.OVERLOADED);
      default -> {
        // More than the kinds that every profile is asked for.
      }
    }
    return kinds;
  }

  @Test
  void shouldHaveARowOfEachKindThatAServiceShows() {
    Map<String, Set<Kind>> missing = new TreeMap<>();
    answers()
        .forEach(
            answer ->
                missing
                    .computeIfAbsent(answer.profile(), profile -> EnumSet.allOf(Kind.class))
                    .removeAll(kindsOf(answer)));

    assertThat(missing).hasSize(12);
    assertThat(missing)
        .allSatisfy(
            (profile, kinds) ->
                assertThat(kinds).as(profile).isEqualTo(NOT_TOLD.getOrDefault(profile, Set.of())));
  }

  @Test
  void shouldReportCostsWhereTheGatewayDoes() throws Exception {
    assertThat(
            classify("litellm", chat().header("x-litellm-response-cost", "0.00012").build()).cost())
        .hasValue(0.00012);
    assertThat(
            classify(
                    "openrouter",
                    status(200)
                        .body(CHAT.replace("\"usage\":{", "\"usage\":{\"cost\":0.5,"))
                        .build())
                .cost())
        .hasValue(0.5);
    assertThat(
            classify(
                    "vercel-ai-gateway",
                    status(200)
                        .body("{\"providerMetadata\":{\"gateway\":{\"cost\":\"0.0045\"}}}")
                        .build())
                .cost())
        .hasValue(0.0045);
  }

  private static Classification classify(String profile, Exchange exchange) throws Exception {
    return ResponseProfiles.load(profile, List.of()).classify(exchange, Set.of());
  }
}
