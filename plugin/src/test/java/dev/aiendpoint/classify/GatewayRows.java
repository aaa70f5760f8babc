package dev.aiendpoint.classify;

import static dev.aiendpoint.classify.BundledProfilesTest.row;
import static dev.aiendpoint.classify.ExchangeBuilder.status;

import dev.aiendpoint.classify.BundledProfilesTest.Row;
import java.util.stream.Stream;

/** Rows of {@link BundledProfilesTest} for the profiles of gateways and of further providers. */
final class GatewayRows {

  private static final String CHAT =
      "{\"object\":\"chat.completion\",\"choices\":[{\"message\":{\"content\":\"Hi\"}}]}";

  private GatewayRows() {}

  static Stream<Row> all() {
    return Stream.of(
            cloudflare(),
            litellm(),
            portkey(),
            helicone(),
            kong(),
            apisix(),
            envoy(),
            openrouter(),
            azure(),
            vercel(),
            gemini(),
            bedrock())
        .flatMap(rows -> rows);
  }

  private static ExchangeBuilder chat() {
    return status(200).body(CHAT);
  }

  /** The rules that only compare the word in one header. */
  private static Row cache(
      String profileAndRule, String word, String header, String value, String near) {
    return row(
        profileAndRule,
        header + ": " + value,
        word,
        chat().header(header, value),
        chat().header(header, near));
  }

  private static String error(Object code, String message) {
    String written = code instanceof Number ? code.toString() : "\"" + code + "\"";
    return "{\"error\":{\"code\":" + written + ",\"message\":\"" + message + "\"}}";
  }

  private static String typed(String type) {
    return "{\"error\":{\"type\":\"" + type + "\",\"message\":\"m\"},\"generationId\":\"gen_1\"}";
  }

  private static Stream<Row> cloudflare() {
    String profile = "cloudflare-ai-gateway/";
    return Stream.of(
        row(
            profile + "rate-limit",
            "429 that came through the gateway",
            "RATE_LIMITED",
            status(429).header("cf-aig-log-id", "01J"),
            status(429).header("cf-ray", "8f")),
        row(
            profile + "fallback-step",
            "another step of the route answered",
            "FALLBACK",
            chat().header("cf-aig-step", "1"),
            chat().header("cf-aig-step", "0")),
        row(
            profile + "fallback-step",
            "what a cache kept of another step is a hit",
            "FALLBACK",
            chat().header("cf-aig-step", "1").header("cf-aig-cache-status", "MISS"),
            chat().header("cf-aig-step", "1").header("cf-aig-cache-status", "HIT")),
        cache(profile + "hit", "HIT", "cf-aig-cache-status", "HIT", "MISS"),
        row(
            profile + "hit",
            "the edge's cache is not the gateway's",
            "HIT",
            chat().header("cf-aig-cache-status", "HIT").header("cf-cache-status", "DYNAMIC"),
            chat().header("cf-cache-status", "HIT")),
        cache(profile + "miss", "MISS", "cf-aig-cache-status", "MISS", "HIT"));
  }

  private static Stream<Row> litellm() {
    String cooldown =
        error(
            429,
            "No deployments available for selected model, Try again in 5 seconds."
                + " Passed model=gpt-4o. cooldown_list=[('a', {})]");
    return Stream.of(
        row(
            "litellm/all-in-cooldown",
            "429 that is a breaker",
            "CIRCUIT_REJECTED",
            status(429).body(cooldown),
            status(429).body(error(429, "Rate limit reached for gpt-4o"))),
        row(
            "litellm/budget",
            "the key's budget is used up",
            "BUDGET_EXHAUSTED",
            status(400).body(error(400, "Budget has been exceeded! Current cost: 2, Max: 1")),
            status(400).body(error(400, "max_tokens has been exceeded"))),
        row(
            "litellm/quota-exhausted",
            "the provider's quota, in LiteLLM's words",
            "BUDGET_EXHAUSTED",
            status(429).body(error(429, "RateLimitError: insufficient_quota")),
            status(429).body(error(429, "RateLimitError: too many requests"))),
        row(
            "litellm/rate-limit-retry-after",
            "429 that says when to come back",
            "RATE_LIMITED",
            status(429).header("retry-after", "7").body(error(429, "m")),
            status(429).header("retry-after", "5").body(cooldown)),
        row(
            "litellm/fallback",
            "another model answered",
            "FALLBACK",
            chat().header("x-litellm-attempted-fallbacks", "1"),
            chat().header("x-litellm-attempted-fallbacks", "0")),
        row(
            "litellm/fallback",
            "retries of the same model are none",
            "FALLBACK",
            chat().header("x-litellm-attempted-fallbacks", "2"),
            chat().header("x-litellm-attempted-retries", "2")),
        row(
            "litellm/hit",
            "the key comes back on a hit",
            "HIT",
            chat().header("x-litellm-cache-key", "4f1c"),
            chat().header("x-litellm-cache-key", "None")),
        row(
            "litellm/hit",
            "a similarity is given for misses, too",
            "HIT",
            chat().header("x-litellm-cache-hit", "True"),
            chat().header("x-litellm-semantic-similarity", "0.41")),
        row(
            "litellm/miss-flag",
            "a flag that denies it wins over the key",
            "MISS",
            chat().header("x-litellm-cache-hit", "False").header("x-litellm-cache-key", "4f1c"),
            chat().header("x-litellm-version", "1.80.0")),
        row(
            "litellm/cooldown-open",
            "the text names the cooldown",
            "OPEN explicit",
            status(429).body(cooldown),
            status(503).body(cooldown)));
  }

  private static Stream<Row> portkey() {
    String index = "x-portkey-last-used-option-index";
    return Stream.of(
        row(
            "portkey/rate-limit",
            "the provider's 429, passed through",
            "RATE_LIMITED",
            status(429).header("x-portkey-provider", "openai"),
            status(429).header("x-request-id", "r")),
        row(
            "portkey/other-target",
            "the second target answered",
            "FALLBACK",
            chat().header(index, "config.targets[1]"),
            chat().header(index, "config.targets[0]")),
        row(
            "portkey/other-target",
            "a target below the second",
            "FALLBACK",
            chat().header(index, "config.targets[1].targets[0]"),
            chat()
                .header(index, "config.targets[1]")
                .header("x-portkey-cache-status", "SEMANTIC HIT")),
        cache("portkey/hit", "HIT", "x-portkey-cache-status", "HIT", "MISS"),
        cache("portkey/hit", "HIT", "x-portkey-cache-status", "SEMANTIC HIT", "SEMANTIC MISS"),
        cache("portkey/miss", "MISS", "x-portkey-cache-status", "MISS", "HIT"),
        cache("portkey/miss", "MISS", "x-portkey-cache-status", "SEMANTIC MISS", "SEMANTIC HIT"),
        cache("portkey/bypass", "BYPASS", "x-portkey-cache-status", "REFRESH", "MISS"),
        cache("portkey/bypass", "BYPASS", "x-portkey-cache-status", "DISABLED", "HIT"));
  }

  private static Stream<Row> helicone() {
    return Stream.of(
        row(
            "helicone/rate-limit-policy",
            "nothing is left of the proxy's limit",
            "RATE_LIMITED",
            status(429).header("Helicone-RateLimit-Remaining", "0"),
            status(429).header("Helicone-RateLimit-Remaining", "-1")),
        row(
            "helicone/rate-limit-retry-after",
            "429 that says when to come back",
            "RATE_LIMITED",
            status(429).header("retry-after", "3"),
            status(429).header("x-ratelimit-after", "3")),
        cache("helicone/hit", "HIT", "helicone-cache", "HIT", "MISS"),
        cache("helicone/miss", "MISS", "helicone-cache", "MISS", "HIT"));
  }

  private static Stream<Row> kong() {
    String limited = "{\"message\":\"API rate limit exceeded for provider azure, cohere\"}";
    String ofRequests = "{\"message\":\"API rate limit exceeded\"}";
    return Stream.of(
        row(
            "kong-ai-gateway/ai-rate-limit",
            "the message names the providers",
            "RATE_LIMITED",
            status(429).body(limited),
            status(429).body(ofRequests)),
        row(
            "kong-ai-gateway/ai-rate-limit",
            "window and provider stand in the header's name",
            "RATE_LIMITED",
            status(429).header("X-AI-RateLimit-Remaining-hour-azure", "0"),
            status(429).header("X-AI-RateLimit-Remaining-hour-azure", "12.5")),
        row(
            "kong-ai-gateway/ai-rate-limit",
            "a time to come back, with decimals",
            "RATE_LIMITED",
            status(429).header("X-AI-RateLimit-Retry-After-minute-openai", "12.5"),
            status(429).header("X-AI-RateLimit-Reset-minute-openai", "12.5")),
        row(
            "kong-ai-gateway/rate-limit",
            "the classic limit of requests",
            "RATE_LIMITED",
            status(429).body(ofRequests),
            status(429).body("{\"message\":\"too many\"}")),
        row(
            "kong-ai-gateway/no-target",
            "500 without an upstream: all targets open",
            "SERVER_ERROR",
            status(500).header("X-Kong-Response-Latency", "2"),
            status(500)
                .header("X-Kong-Response-Latency", "2")
                .header("X-Kong-Upstream-Latency", "900")),
        cache("kong-ai-gateway/hit", "HIT", "X-Cache-Status", "Hit", "Miss"),
        cache("kong-ai-gateway/miss", "MISS", "X-Cache-Status", "Miss", "Hit"),
        cache("kong-ai-gateway/bypass", "BYPASS", "X-Cache-Status", "Bypass", "Hit"),
        cache("kong-ai-gateway/bypass", "BYPASS", "X-Cache-Status", "Refresh", "Miss"));
  }

  private static Stream<Row> apisix() {
    return Stream.of(
        row(
            "apisix/token-limit",
            "503 is how it refuses unless told otherwise",
            "RATE_LIMITED",
            status(503).header("X-AI-RateLimit-Remaining-openai-instance", "0"),
            status(503).header("X-AI-RateLimit-Limit-openai-instance", "0")),
        row(
            "apisix/token-limit",
            "-1 is no statement",
            "RATE_LIMITED",
            status(429).header("X-AI-RateLimit-Remaining-openai-instance", "0"),
            status(429).header("X-AI-RateLimit-Remaining-openai-instance", "-1")),
        row(
            "apisix/fallback-instance",
            "no instance fitted",
            "FALLBACK",
            chat().header("X-AI-Semantic-Picked-Instance", "fallback"),
            chat().header("X-AI-Semantic-Picked-Instance", "openai-instance")),
        row(
            "apisix/fallback-instance",
            "what a cache kept of it is a hit",
            "FALLBACK",
            chat().header("X-AI-Semantic-Picked-Instance", "fallback"),
            chat()
                .header("X-AI-Semantic-Picked-Instance", "fallback")
                .header("X-AI-Cache-Status", "HIT")),
        cache("apisix/hit", "HIT", "X-AI-Cache-Status", "HIT", "MISS"),
        cache("apisix/miss", "MISS", "X-AI-Cache-Status", "MISS", "HIT"),
        cache("apisix/bypass", "BYPASS", "X-AI-Cache-Status", "BYPASS", "MISS"));
  }

  private static Stream<Row> envoy() {
    String overflow =
        "upstream connect error or disconnect/reset before headers. reset reason: overflow";
    return Stream.of(
        row(
            "envoy-ai-gateway/rate-limited",
            "the proxy's own limit",
            "RATE_LIMITED",
            status(429).header("x-envoy-ratelimited", "true"),
            status(429).header("x-envoy-upstream-service-time", "3")),
        row(
            "envoy-ai-gateway/overflow",
            "the header of a proxy at its limit",
            "CIRCUIT_REJECTED",
            status(503).header("x-envoy-overloaded", "true"),
            status(503).header("x-envoy-upstream-service-time", "3")),
        row(
            "envoy-ai-gateway/overflow",
            "the text of a proxy at its limit",
            "CIRCUIT_REJECTED",
            status(503).contentType("text/plain").body(overflow),
            status(503)
                .contentType("text/plain")
                .body(overflow.replace("overflow", "connection failure"))),
        row(
            "envoy-ai-gateway/no-healthy-upstream",
            "every host is ejected",
            "CIRCUIT_REJECTED",
            status(503).contentType("text/plain").body("no healthy upstream"),
            status(500).contentType("text/plain").body("no healthy upstream")),
        row(
            "envoy-ai-gateway/all-ejected",
            "every host is ejected",
            "OPEN inferred",
            status(503).contentType("text/plain").body("no healthy upstream"),
            status(503).contentType("text/plain").body(overflow)));
  }

  private static Stream<Row> openrouter() {
    return Stream.of(
        row(
            "openrouter/credits",
            "402",
            "BUDGET_EXHAUSTED",
            status(402).body(error(402, "Insufficient credits")),
            status(403).body(error(403, "Insufficient credits"))),
        row(
            "openrouter/rate-limit",
            "429 of a provider",
            "RATE_LIMITED",
            status(429).body(error(429, "Provider returned error")),
            status(429).body(error("slow", "m"))),
        row(
            "openrouter/model-down",
            "502",
            "SERVER_ERROR",
            status(502).body(error(502, "Provider returned error")),
            status(500).body(error(500, "Internal error"))),
        row(
            "openrouter/no-provider",
            "503 of the routing",
            "SERVER_ERROR",
            status(503).body(error(503, "No allowed providers are available")),
            status(503).body("upstream timeout")),
        row(
            "openrouter/choice-error",
            "200, and the generation failed on its way",
            "SERVER_ERROR",
            status(200).body("{\"choices\":[{\"error\":{\"code\":502,\"message\":\"m\"}}]}"),
            status(200).body("{\"choices\":[{\"error\":null}]}")),
        cache("openrouter/hit", "HIT", "X-OpenRouter-Cache-Status", "HIT", "MISS"),
        cache("openrouter/miss", "MISS", "X-OpenRouter-Cache-Status", "MISS", "HIT"));
  }

  private static Stream<Row> azure() {
    String profile = "azure-openai/";
    return Stream.of(
        row(
            profile + "quota-403",
            "403 of the API manager",
            "BUDGET_EXHAUSTED",
            status(403).body("{\"statusCode\":403,\"message\":\"Token quota is exceeded\"}"),
            status(403).body("{\"statusCode\":403,\"message\":\"Access denied\"}")),
        row(
            profile + "quota-exhausted",
            "429 that waiting does not heal",
            "BUDGET_EXHAUSTED",
            status(429).body(error("insufficient_quota", "m")),
            status(429).body(error("429", "m"))),
        row(
            profile + "rate-limit-exhausted",
            "no tokens are left",
            "RATE_LIMITED",
            status(429).header("x-ratelimit-remaining-tokens", "0"),
            status(429).header("x-ratelimit-remaining-tokens", "-1")),
        row(
            profile + "rate-limit-retry-after",
            "429 that says when to come back",
            "RATE_LIMITED",
            status(429).header("retry-after-ms", "1200"),
            status(429).header("retry-after-ms", "0")),
        row(
            profile + "content-filter",
            "a prompt that the filter refused",
            "CLIENT_ERROR",
            status(400).body(error("content_filter", "m")),
            status(400).body(error("context_length_exceeded", "m"))),
        row(
            profile + "model-error",
            "the model's own failure under another status",
            "SERVER_ERROR",
            status(424).header("ms-azureml-model-error-statuscode", "502"),
            status(424).header("ms-azureml-model-error-statuscode", "400")),
        row(
            profile + "overloaded",
            "503 of an overloaded engine",
            "SERVER_ERROR",
            status(503).body(error("503", "The server is currently overloaded")),
            status(503).body(error("503", "The backend is gone"))));
  }

  private static Stream<Row> vercel() {
    String tried =
        "{\"text\":\"Hi\",\"providerMetadata\":{\"gateway\":{\"routing\":{\"finalProvider\":\"b\","
            + "\"attempts\":[{\"provider\":\"a\",\"success\":false},"
            + "{\"provider\":\"b\",\"success\":true}]}}}}";
    String profile = "vercel-ai-gateway/";
    return Stream.of(
        row(
            profile + "rate-limit",
            "the gateway's own limit",
            "RATE_LIMITED",
            status(429).body(typed("rate_limit_exceeded")),
            status(429).body(typed("invalid_request_error"))),
        row(
            profile + "provider-rate-limit",
            "a provider's 429, passed through",
            "RATE_LIMITED",
            status(429).body(typed("rate_limit_error")),
            status(429).body(typed("rate_limit_exceeded"))),
        row(
            profile + "gateway-error",
            "the gateway failed",
            "SERVER_ERROR",
            status(500).body(typed("internal_server_error")),
            status(500).body(typed("model_not_found"))),
        row(
            profile + "fallback",
            "the first provider failed",
            "FALLBACK",
            status(200).body(tried),
            status(200).body(tried.replace("\"success\":false", "\"success\":true"))));
  }

  private static Stream<Row> gemini() {
    String limited =
        "{\"error\":{\"code\":429,\"message\":\"m\",\"status\":\"RESOURCE_EXHAUSTED\",\"details\":["
            + "{\"violations\":[{\"quotaId\":\"GenerateRequestsPerDayPerProject\"}]},"
            + "{\"retryDelay\":\"36s\"}]}}";
    String status = "{\"error\":{\"status\":\"%s\",\"message\":\"m\"}}";
    return Stream.of(
        row(
            "gemini/daily-quota",
            "429 that waiting 36 s does not heal",
            "BUDGET_EXHAUSTED",
            status(429).body(limited),
            status(429).body(limited.replace("PerDay", "PerMinute"))),
        row(
            "gemini/rate-limit",
            "429 of the minute",
            "RATE_LIMITED",
            status(429).body(limited.replace("PerDay", "PerMinute")),
            status(429).body(status.formatted("UNAVAILABLE"))),
        row(
            "gemini/overloaded",
            "503",
            "SERVER_ERROR",
            status(503).body(status.formatted("UNAVAILABLE")),
            status(500).body(status.formatted("UNAVAILABLE"))),
        row(
            "gemini/deadline",
            "504",
            "SERVER_ERROR",
            status(504).body(status.formatted("DEADLINE_EXCEEDED")),
            status(504).body(status.formatted("UNAVAILABLE"))),
        row(
            "gemini/content",
            "an answer without usage",
            "GENERATED",
            status(200).body("{\"candidates\":[{\"content\":{\"parts\":[{\"text\":\"Hi\"}]}}]}"),
            status(200).body("{\"candidates\":[]}")),
        row(
            "gemini/content",
            "the list that a stream without alt=sse is",
            "GENERATED",
            status(200).body("[{\"candidates\":[{\"content\":{\"parts\":[{\"text\":\"Hi\"}]}}]}]"),
            status(200).body("[]")));
  }

  private static Stream<Row> bedrock() {
    String type = "x-amzn-ErrorType";
    String message = "{\"message\":\"Too many requests, please wait\"}";
    return Stream.of(
        row(
            "bedrock/model-not-ready",
            "a 429 that is no limit",
            "SERVER_ERROR",
            status(429).header(type, "ModelNotReadyException").body(message),
            status(429).header(type, "ThrottlingException").body(message)),
        row(
            "bedrock/throttled",
            "a name with a namespace behind it",
            "RATE_LIMITED",
            status(429).header(type, "ThrottlingException:http://internal/").body(message),
            status(400).header(type, "ThrottlingException").body(message)),
        row("bedrock/model-timeout", "408", "SERVER_ERROR", status(408), status(409)),
        row("bedrock/model-error", "424", "SERVER_ERROR", status(424), status(422)),
        row("bedrock/unavailable", "503", "SERVER_ERROR", status(503), status(502)),
        row(
            "bedrock/converse",
            "an answer without usage",
            "GENERATED",
            status(200).body("{\"output\":{\"message\":{\"content\":[{\"text\":\"Hi\"}]}}}"),
            status(200).body("{\"output\":{\"message\":{}}}")));
  }
}
