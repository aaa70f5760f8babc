package dev.aiendpoint.classify;

import static dev.aiendpoint.classify.ExchangeBuilder.status;
import static dev.aiendpoint.classify.ExchangeBuilder.stream;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aiendpoint.exchange.Exchange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every rule of the bundled profiles, with an answer that it decides and a near miss. */
class BundledProfilesTest {

  /**
   * @param decision what the rule says, as the reasons show it
   * @param near nearly the same answer, which the rule must leave alone
   */
  record Row(
      String profile,
      String rule,
      String sentence,
      String decision,
      Exchange matching,
      Exchange near) {
    @Override
    public String toString() {
      return profile + "/" + rule + ": " + sentence;
    }
  }

  static Row row(
      String profileAndRule,
      String sentence,
      String decision,
      ExchangeBuilder matching,
      ExchangeBuilder near) {
    String[] names = profileAndRule.split("/");
    return new Row(names[0], names[1], sentence, decision, matching.build(), near.build());
  }

  private static ExchangeBuilder ok(String body) {
    return status(200).body(body);
  }

  private static ExchangeBuilder ok(String header, String value) {
    return status(200).header(header, value).body("{}");
  }

  private static final String HEALTHY =
      """
      {"status":"ok","latency":3,"checks":{"database":{"status":"healthy","latency":1}}}""";
  private static final String DEGRADED =
      """
      {"status":"degraded","latency":3,"checks":{"database":{"status":"unhealthy",\
      "error":"Connection refused"},"redis_cache":{"status":"healthy","latency":1}}}""";
  private static final String DEGRADED_MUTE =
      """
      {"status":"degraded","checks":{"database":{"status":"unhealthy"}}}""";
  private static final String CACHED =
      """
      {"success":true,"matchId":"m1","explanation":{"summary":"적합합니다","reasons":["지역"],\
      "cautions":"","recommendation":"신청"},"metadata":{"cached":true,"cost":0,"responseTime":9}}""";
  private static final String GENERATED =
      """
      {"success":true,"matchId":"m1","explanation":{"summary":"적합합니다","reasons":["지역"]},\
      "metadata":{"cached":false,"cost":203.5,"responseTime":2100,\
      "usage":{"inputTokens":1200,"outputTokens":350}},"match":{"id":"m1"}}""";
  private static final String FALLBACK =
      """
      {"success":true,"matchId":"m1","explanation":{"summary":"AI 서비스가 일시 중단되었습니다.",\
      "reasons":[]},"metadata":{"cached":false,"cost":0,"responseTime":12}}""";
  private static final String CHAT =
      """
      {"success":true,"conversationId":"c1","message":"안녕하세요","messageId":"x",\
      "usage":{"inputTokens":900,"outputTokens":120},"cost":150.2,"responseTime":1800}""";
  private static final String CHAT_FALLBACK =
      """
      {"success":true,"conversationId":"c1","message":"AI 서비스를 일시적으로 사용 불가합니다.",\
      "messageId":"x","usage":{"inputTokens":0,"outputTokens":0},"cost":0,"responseTime":15}""";

  static Stream<Row> connect() {
    return Stream.of(
        row(
            "connect/health-degraded",
            "503 with a failing check and its error",
            "SERVER_ERROR",
            status(503).body(DEGRADED),
            status(503).body(DEGRADED_MUTE)),
        row(
            "connect/health-degraded-no-error",
            "503 with a failing check that gives no error",
            "SERVER_ERROR",
            status(503).body(DEGRADED_MUTE),
            status(503).body("{\"status\":\"degraded\"}")),
        row(
            "connect/health-not-ok-error",
            "200, and yet degraded",
            "SERVER_ERROR",
            ok(DEGRADED),
            ok(DEGRADED.replace("degraded", "ok").replace("unhealthy", "healthy"))),
        row(
            "connect/health-check-unhealthy",
            "200 and ok, and yet a check is unhealthy",
            "SERVER_ERROR",
            ok(HEALTHY.replace("healthy", "unhealthy")),
            ok(HEALTHY)),
        row(
            "connect/health-not-ok",
            "200 with another word for the status",
            "SERVER_ERROR",
            ok(HEALTHY.replace("\"ok\"", "\"starting\"")),
            ok(HEALTHY)),
        row(
            "connect/health-not-ok",
            "200 and degraded without checks",
            "SERVER_ERROR",
            ok("{\"status\":\"degraded\"}"),
            ok("{\"status\":\"new\"}")),
        row(
            "connect/circuit-open-message",
            "503 that names the open breaker",
            "CIRCUIT_REJECTED",
            status(503).body("{\"error\":\"Circuit breaker is OPEN\"}"),
            status(503).body("{\"error\":\"Circuit breaker is fine\"}")),
        row(
            "connect/circuit-half-open-message",
            "503 while recovery is tested",
            "CIRCUIT_REJECTED",
            status(503).body("{\"error\":\"Circuit breaker is HALF_OPEN, testing recovery\"}"),
            ok("{\"error\":\"testing recovery\"}")),
        row(
            "connect/circuit-refused-by-header",
            "503 whose header names the state",
            "CIRCUIT_REJECTED",
            status(503).header("X-Circuit-State", "OPEN").body("{}"),
            status(503).header("X-Circuit-State", "CLOSED").body("{}")),
        row(
            "connect/daily-budget",
            "503 past the day's budget",
            "BUDGET_EXHAUSTED",
            status(503).body("{\"error\":\"x\",\"message\":\"Daily AI budget exceeded\"}"),
            status(503).body("{\"error\":\"x\",\"message\":\"Daily AI limit exceeded\"}")),
        row(
            "connect/daily-budget",
            "503 past the day's budget, in Korean",
            "BUDGET_EXHAUSTED",
            status(503).body("{\"message\":\"일일 예산을 초과했습니다\"}"),
            status(503).body("{\"message\":\"일일 한도를 초과했습니다\"}")),
        row(
            "connect/rate-limit",
            "429 past 10 messages a minute",
            "RATE_LIMITED",
            status(429).body("{\"error\":\"Rate Limit Exceeded\",\"message\":\"10 a minute\"}"),
            status(429).body("{\"error\":\"Rate Limit Exceeded\"}")),
        row(
            "connect/unauthorized",
            "401 without a session",
            "UNAUTHORIZED",
            status(401).body("{\"error\":\"Unauthorized\"}"),
            status(403).body("{\"error\":\"Unauthorized\"}")),
        row(
            "connect/explanation-fallback",
            "200, not cached, no usage, no cost, whatever the text",
            "FALLBACK",
            ok(FALLBACK.replace("AI 서비스가 일시 중단되었습니다.", "잠시 후 다시")),
            ok(GENERATED.replace("적합합니다", "AI 서비스가 일시 중단되었습니다."))),
        row(
            "connect/explanation-fallback",
            "200, not cached, zero usage",
            "FALLBACK",
            ok(GENERATED.replace("203.5", "0").replace("1200", "0").replace("350", "0")),
            ok(CACHED)),
        row(
            "connect/explanation-fallback-text",
            "the suspended text where no cost is given",
            "FALLBACK",
            ok(FALLBACK.replace("\"cost\":0,", "")),
            ok(GENERATED.replace("적합합니다", "AI 서비스가 일시 중단되었습니다."))),
        row(
            "connect/explanation-fallback-text",
            "the suspended text came out of the cache",
            "FALLBACK",
            ok(FALLBACK.replace("\"cached\":false", "\"cached\":true")),
            ok(CACHED.replace("적합합니다", "이 사업은 일시 중단되었습니다."))),
        row(
            "connect/chat-fallback",
            "a chat turn with usage 0/0 and cost 0",
            "FALLBACK",
            ok(CHAT_FALLBACK.replace("일시적으로 사용 불가", "…")),
            ok(CHAT.replace("안녕하세요", "일시적으로 사용 불가"))),
        row(
            "connect/chat-fallback",
            "a chat turn with cost 0 and no usage at all",
            "FALLBACK",
            ok("{\"conversationId\":\"c\",\"message\":\"…\",\"cost\":0}"),
            ok("{\"conversationId\":\"c\",\"message\":\"…\",\"cost\":1}")),
        row(
            "connect/chat-fallback-text",
            "the unavailable text alone",
            "FALLBACK",
            ok("{\"success\":true,\"message\":\"일시적으로 사용 불가\"}"),
            ok(
                "{\"success\":true,\"message\":\"일시적으로 사용 불가\","
                    + "\"usage\":{\"inputTokens\":1,\"outputTokens\":9}}")),
        row(
            "connect/stream-fallback",
            "a streamed turn with usage 0/0",
            "FALLBACK",
            stream("잠시 후 다시").usage(0, 0),
            stream("잠시 후 다시").usage(9, 3)),
        row(
            "connect/stream-fallback-text",
            "a streamed unavailable text without usage",
            "FALLBACK",
            stream("AI를 일시적으로 사용 불가합니다"),
            stream("AI를 일시적으로 사용 불가합니다").usage(900, 120)),
        row(
            "connect/not-successful",
            "200 that says success: false",
            "SERVER_ERROR",
            ok("{\"success\":false,\"message\":\"no\"}"),
            ok("{\"success\":true,\"message\":\"no\"}")),
        row(
            "connect/explanation-generated",
            "a cost shows that the model worked",
            "GENERATED",
            ok("{\"metadata\":{\"cached\":false,\"cost\":200}}"),
            ok("{\"metadata\":{\"cached\":false}}")),
        row(
            "connect/chat-generated",
            "a cost shows that the model worked",
            "GENERATED",
            ok(CHAT),
            ok(CHAT.replace("conversationId", "thread"))),
        row("connect/explanation-hit", "cached is true", "HIT", ok(CACHED), ok(GENERATED)),
        row("connect/explanation-miss", "cached is false", "MISS", ok(GENERATED), ok(CACHED)),
        row(
            "connect/read-hit",
            "a read from the cache",
            "HIT",
            ok("X-Cache-Hit", "true"),
            ok("X-Cache-Hit", "false")),
        row(
            "connect/read-miss",
            "a read past the cache",
            "MISS",
            ok("X-Cache-Hit", "false"),
            ok("X-Cache-Hit", "true")),
        row(
            "connect/header-half-open",
            "the header names the state",
            "HALF_OPEN explicit",
            status(503).header("x-circuit-state", "HALF_OPEN"),
            status(503).header("x-circuit-state", "OPEN")),
        row(
            "connect/header-open",
            "the header names the state",
            "OPEN explicit",
            ok("X-Circuit-State", "OPEN"),
            ok("X-Circuit-State", "HALF_OPEN")),
        row(
            "connect/header-closed",
            "the header names the state",
            "CLOSED explicit",
            ok("X-Circuit-State", "CLOSED"),
            ok("X-Circuit-State", "OPEN")),
        row(
            "connect/message-half-open",
            "the text names the state",
            "HALF_OPEN explicit",
            status(503).body("testing recovery"),
            ok("testing recovery")),
        row(
            "connect/message-open",
            "the text names the state",
            "OPEN explicit",
            status(503).body("{\"error\":\"Circuit breaker is OPEN\"}"),
            ok("{\"text\":\"Circuit breaker is OPEN\"}")));
  }

  static Stream<Row> openai() {
    String chat =
        "{\"object\":\"chat.completion\",\"choices\":[{\"message\":{\"content\":\"Hi\"}}]}";
    String response = "{\"object\":\"response\",\"status\":\"completed\",\"error\":null}";
    return Stream.of(
        row(
            "openai/quota-exhausted",
            "429 that waiting does not heal",
            "BUDGET_EXHAUSTED",
            status(429).body("{\"error\":{\"message\":\"m\",\"code\":\"insufficient_quota\"}}"),
            status(429).body("{\"error\":{\"message\":\"m\",\"code\":\"rate_limit_exceeded\"}}")),
        row(
            "openai/rate-limit-retry-after",
            "429 that says when to come back",
            "RATE_LIMITED",
            status(429).header("retry-after", "7").body("{}"),
            status(429).header("retry-after-ms", "7000").body("{}")),
        row(
            "openai/rate-limit",
            "429 with the provider's text",
            "RATE_LIMITED",
            status(429).body("{\"error\":{\"message\":\"Rate limit reached\"}}"),
            status(429).body("Too many requests")),
        row(
            "openai/overloaded",
            "503 of an overloaded engine",
            "SERVER_ERROR",
            status(503).body("{\"error\":{\"message\":\"The engine is currently overloaded\"}}"),
            status(503).body("{\"error\":{\"message\":\"The engine is down\"}}")),
        row(
            "openai/response-failed",
            "200 whose response failed",
            "SERVER_ERROR",
            ok(response.replace("completed", "failed")),
            ok(response)),
        row(
            "openai/chat-completion",
            "a completion without usage",
            "GENERATED",
            ok(chat),
            ok("{\"object\":\"chat.completion\",\"choices\":[]}")),
        row(
            "openai/response-completed",
            "a response without usage",
            "GENERATED",
            ok(response),
            ok(response.replace("completed", "queued"))),
        row(
            "openai/embedding",
            "an embedding has no output tokens",
            "GENERATED",
            ok("{\"object\":\"list\",\"data\":[{\"object\":\"embedding\"}]}"),
            ok("{\"object\":\"list\",\"data\":[{\"object\":\"model\"}]}")));
  }

  static Stream<Row> anthropic() {
    String error = "{\"type\":\"error\",\"error\":{\"type\":\"%s\",\"message\":\"%s\"}}";
    return Stream.of(
        row(
            "anthropic/overloaded",
            "529",
            "SERVER_ERROR",
            status(529).body(error.formatted("overloaded_error", "Overloaded")),
            status(500).body(error.formatted("api_error", "Overloaded"))),
        row(
            "anthropic/overloaded",
            "a gateway made it a 503",
            "SERVER_ERROR",
            status(503).body(error.formatted("overloaded_error", "Overloaded")),
            status(400).body(error.formatted("overloaded_error", "Overloaded"))),
        row(
            "anthropic/billing",
            "billing",
            "BUDGET_EXHAUSTED",
            status(402).body(error.formatted("billing_error", "m")),
            status(402).body(error.formatted("permission_error", "m"))),
        row(
            "anthropic/credit-balance",
            "400 that is about money",
            "BUDGET_EXHAUSTED",
            status(400)
                .body(
                    error.formatted(
                        "invalid_request_error", "Your credit balance is too low to access")),
            status(400).body(error.formatted("invalid_request_error", "max_tokens is too low"))),
        row(
            "anthropic/rate-limit-retry-after",
            "429 that says when to come back",
            "RATE_LIMITED",
            status(429).header("retry-after", "20").body("{}"),
            status(529).header("retry-after", "20").body("{}")),
        row(
            "anthropic/rate-limit",
            "429 with the provider's text",
            "RATE_LIMITED",
            status(429).body(error.formatted("rate_limit_error", "m")),
            status(429).body(error.formatted("api_error", "m"))),
        row(
            "anthropic/provider-timeout",
            "504 of the provider",
            "SERVER_ERROR",
            status(504).body(error.formatted("timeout_error", "m")),
            status(504).body(error.formatted("api_error", "m"))),
        row(
            "anthropic/message",
            "a message without usage",
            "GENERATED",
            ok("{\"type\":\"message\",\"role\":\"assistant\",\"content\":[]}"),
            ok("{\"type\":\"message\",\"role\":\"user\",\"content\":[]}")));
  }

  static Stream<Row> generic() {
    String open = "CircuitBreaker 'llm' is OPEN and does not permit further calls";
    String half = "CircuitBreaker 'llm' is HALF_OPEN and does not permit further calls";
    return Stream.of(
        row(
            "generic/circuit-half-open-text",
            "resilience4j, HALF_OPEN",
            "CIRCUIT_REJECTED",
            status(503).body(half),
            status(503).body(open)),
        row(
            "generic/circuit-open-text",
            "resilience4j, OPEN",
            "CIRCUIT_REJECTED",
            status(503).body(open),
            status(503).body(half)),
        row(
            "generic/circuit-open-text",
            "resilience4j, the exception's name",
            "CIRCUIT_REJECTED",
            status(500).body("{\"exception\":\"CallNotPermittedException\"}"),
            ok("{\"exception\":\"CallNotPermittedException\"}")),
        row(
            "generic/circuit-open-text",
            "opossum",
            "CIRCUIT_REJECTED",
            status(503).body("{\"code\":\"EOPENBREAKER\"}"),
            status(503).body("{\"code\":\"ETIMEDOUT\"}")),
        row(
            "generic/circuit-open-text",
            "gobreaker",
            "CIRCUIT_REJECTED",
            status(500).body("circuit breaker is open"),
            status(500).body("circuit breaker is closed")),
        row(
            "generic/circuit-open-text",
            "Polly",
            "CIRCUIT_REJECTED",
            status(500).body("The circuit is now open and is not allowing calls."),
            status(404).body("The circuit is now open and is not allowing calls.")),
        row(
            "generic/circuit-header",
            "503 whose header names the state",
            "CIRCUIT_REJECTED",
            status(503).header("X-Circuit-State", "half-open"),
            status(503).header("X-Circuit-State", "closed")),
        row(
            "generic/envoy-overflow",
            "503 of a proxy at its limit",
            "CIRCUIT_REJECTED",
            status(503).header("x-envoy-overloaded", "true"),
            status(503).header("x-envoy-upstream-service-time", "3")),
        row(
            "generic/payment-required",
            "402",
            "BUDGET_EXHAUSTED",
            status(402).body("{\"error\":{\"message\":\"Insufficient credits\"}}"),
            status(403).body("{\"error\":{\"message\":\"Insufficient credits\"}}")),
        row(
            "generic/quota-429",
            "429 that waiting does not heal",
            "BUDGET_EXHAUSTED",
            status(429).body("{\"error\":{\"type\":\"insufficient_quota\"}}"),
            status(429).body("{\"error\":{\"type\":\"tokens\"}}")),
        row(
            "generic/quota-403",
            "403 of an API manager",
            "BUDGET_EXHAUSTED",
            status(403).body("{\"message\":\"Token quota is exceeded\"}"),
            status(403).body("{\"message\":\"Access denied\"}")),
        row(
            "generic/rate-limit-retry-after",
            "429 that says when to come back",
            "RATE_LIMITED",
            status(429).header("Retry-After", "3"),
            status(429)),
        row("generic/overloaded", "529", "SERVER_ERROR", status(529), status(520)),
        row(
            "generic/unavailable-retry-after",
            "503 that says when to come back",
            "SERVER_ERROR",
            status(503).header("Retry-After", "3"),
            status(503)),
        row(
            "generic/cloudflare-fallback",
            "another step of the route answered",
            "FALLBACK",
            ok("cf-aig-step", "1"),
            ok("cf-aig-step", "0")),
        row(
            "generic/litellm-fallback",
            "another model answered",
            "FALLBACK",
            ok("x-litellm-attempted-fallbacks", "1"),
            ok("x-litellm-attempted-fallbacks", "0")),
        row(
            "generic/model-answer",
            "a completion without usage",
            "GENERATED",
            ok("{\"object\":\"chat.completion\",\"choices\":[]}"),
            ok("{\"object\":\"list\"}")),
        row(
            "generic/model-answer",
            "a Gemini answer without usage",
            "GENERATED",
            ok("{\"candidates\":[{\"content\":{\"parts\":[]}}]}"),
            ok("{\"candidates\":[]}")),
        row(
            "generic/x-cache-hit",
            "a content network's hit",
            "HIT",
            ok("X-Cache", "Hit from cloudfront"),
            ok("X-Cache", "Miss from cloudfront")),
        row(
            "generic/x-cache-hit",
            "a proxy's hit",
            "HIT",
            ok("X-Cache", "TCP_HIT"),
            ok("X-Cache", "TCP_MISS")),
        row(
            "generic/x-cache-miss",
            "the bare word, not what a content network adds to every AI answer",
            "MISS",
            ok("X-Cache", "MISS"),
            ok("X-Cache", "Miss from cloudfront")),
        row(
            "generic/age",
            "a cache that says how old its answer is",
            "HIT",
            ok("Age", "12"),
            ok("Age", "0")),
        row(
            "generic/age",
            "the age is not that of a content network",
            "HIT",
            ok("Age", "12"),
            ok("Age", "12").header("CF-Cache-Status", "HIT")),
        row(
            "generic/state-half-open",
            "the header names the state",
            "HALF_OPEN explicit",
            ok("X-Circuit-State", "HALF_OPEN"),
            ok("X-Circuit-State", "OPEN")),
        row(
            "generic/state-open",
            "the header names the state",
            "OPEN explicit",
            ok("X-Circuit-State", "open"),
            ok("X-Circuit-State", "opening")),
        row(
            "generic/state-closed",
            "the header names the state",
            "CLOSED explicit",
            ok("X-Circuit-State", "closed"),
            ok("X-Circuit-State", "unknown")),
        row(
            "generic/text-half-open",
            "the text names the state",
            "HALF_OPEN explicit",
            status(503).body(half),
            status(503).body(open)),
        row(
            "generic/text-open",
            "the text names the state",
            "OPEN explicit",
            status(503).body(open),
            status(503).body("CallNotPermittedException")));
  }

  static Stream<Row> genericCaches() {
    return Stream.of(
        cache("gateway-hit", "HIT", "cf-aig-cache-status", "HIT", "cf-cache-status", "HIT"),
        cache("gateway-hit", "HIT", "x-portkey-cache-status", "SEMANTIC HIT", "", "MISS"),
        cache("gateway-hit", "HIT", "helicone-cache", "HIT", "", "MISS"),
        cache("gateway-hit", "HIT", "X-AI-Cache-Status", "HIT", "", "BYPASS"),
        cache("gateway-hit", "HIT", "X-OpenRouter-Cache-Status", "HIT", "", "MISS"),
        cache("gateway-hit", "HIT", "x-litellm-cache-hit", "True", "", "False"),
        cache("gateway-miss", "MISS", "cf-aig-cache-status", "MISS", "", "HIT"),
        cache("gateway-miss", "MISS", "x-portkey-cache-status", "SEMANTIC MISS", "", "HIT"),
        cache("gateway-miss", "MISS", "helicone-cache", "MISS", "", "HIT"),
        cache("gateway-miss", "MISS", "X-AI-Cache-Status", "MISS", "", "HIT"),
        cache("gateway-miss", "MISS", "X-OpenRouter-Cache-Status", "MISS", "", "HIT"),
        cache("gateway-miss", "MISS", "x-litellm-cache-hit", "False", "", "True"),
        cache("gateway-bypass", "BYPASS", "x-portkey-cache-status", "DISABLED", "", "HIT"),
        cache("gateway-bypass", "BYPASS", "X-AI-Cache-Status", "BYPASS", "", "HIT"),
        cache("proxy-hit", "HIT", "X-Cache-Status", "Hit", "", "Miss"),
        cache("proxy-hit", "HIT", "X-Cache-Hit", "true", "", "false"),
        cache("proxy-miss", "MISS", "X-Cache-Status", "Miss", "", "Hit"),
        cache("proxy-miss", "MISS", "X-Cache-Hit", "false", "", "true"),
        cache("proxy-bypass", "BYPASS", "X-Cache-Status", "Refresh", "", "Hit"));
  }

  private static Row cache(
      String rule, String word, String header, String value, String nearHeader, String nearValue) {
    return row(
        "generic/" + rule,
        header + ": " + value,
        word,
        ok(header, value),
        ok(nearHeader.isEmpty() ? header : nearHeader, nearValue));
  }

  static Stream<Row> rows() {
    return Stream.of(
            connect(), openai(), anthropic(), generic(), genericCaches(), GatewayRows.all())
        .flatMap(rows -> rows);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rows")
  void shouldDecideWhenTheRuleHolds(Row row) throws Exception {
    Classification decided = classify(row.profile(), row.matching());
    assertThat(decided.reasons())
        .anyMatch(
            reason -> reason.contains(": " + row.decision() + " by rule '" + row.rule() + "'"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rows")
  void shouldLeaveTheAnswerAloneWhenItIsOnlyNear(Row row) throws Exception {
    Classification decided = classify(row.profile(), row.near());
    assertThat(decided.reasons()).noneMatch(reason -> reason.contains("'" + row.rule() + "'"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rows")
  void shouldSayHowSureEachRuleIs(Row row) throws Exception {
    String file = Files.readString(Path.of("../data/profiles/" + row.profile() + ".json"));
    String begin = "\"id\": \"" + row.rule() + "\"";
    assertThat(file).containsOnlyOnce(begin);
    String rule = file.substring(file.indexOf(begin) + begin.length()).split("\"id\": ")[0];
    assertThat(rule).containsPattern("\"evidence\": \"(V|3P|U)\"");
  }

  /** The page has one row a profile; its last cell is empty where every rule is V. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("names")
  void shouldStandInTheDocumentsWithWhatIsNotSure(String name) throws IOException {
    String page = Files.readString(Path.of("../docs/profiles.md"));
    String begin = "\n| `" + name + "` |";
    assertThat(page).containsOnlyOnce(begin);
    String row = page.substring(page.indexOf(begin) + 1).lines().findFirst().orElseThrow();
    String[] cells = row.split("\\|");
    assertThat(cells)
        .as("leading cell, name, cache, fallback, limits, breaker, cost, not V")
        .hasSize(8);
    boolean unsure =
        Files.readString(Path.of("../data/profiles/" + name + ".json"))
                .contains("\"evidence\": \"3P\"")
            || Files.readString(Path.of("../data/profiles/" + name + ".json"))
                .contains("\"evidence\": \"U\"");
    assertThat(!cells[7].isBlank()).as("not V: " + cells[7]).isEqualTo(unsure);
    assertThat(Files.readString(Path.of("../docs/properties.md"))).contains("`" + name + "`");
  }

  static List<String> names() {
    return ResponseProfiles.bundledNames();
  }

  @Test
  void shouldHaveARowForEveryRuleWhenARuleIsAdded() throws Exception {
    for (String name : ResponseProfiles.bundledNames()) {
      List<String> covered =
          rows().filter(row -> row.profile().equals(name)).map(Row::rule).distinct().toList();
      assertThat(covered)
          .as("rules of " + name + " in the table")
          .containsExactlyInAnyOrderElementsOf(profile(name).ruleIds());
    }
  }

  @Test
  void shouldBundleEveryProfileWhenItStandsInTheDataFolder() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("../data/profiles"))) {
      assertThat(
              files
                  .map(file -> file.getFileName().toString())
                  .filter(file -> !file.endsWith(".schema.json"))
                  .map(file -> file.replace(".json", ""))
                  .sorted())
          .isEqualTo(ResponseProfiles.bundledNames());
    }
  }

  private static Classification classify(String profile, Exchange exchange) throws Exception {
    return profile(profile).classify(exchange, Set.of());
  }

  private static ResponseProfile profile(String name) throws Exception {
    return ResponseProfiles.load(name, List.of());
  }
}
