package dev.aiendpoint.report;

import dev.aiendpoint.baseline.RunVerdict;
import dev.aiendpoint.baseline.ThresholdResult;
import dev.aiendpoint.baseline.VerdictWord;
import dev.aiendpoint.exchange.CacheStatus;
import dev.aiendpoint.exchange.CircuitEvidence;
import dev.aiendpoint.exchange.Outcome;
import dev.aiendpoint.sample.Sample;
import dev.aiendpoint.stats.RunSnapshot;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** Runs of every kind that a report must cope with. */
public final class SampleRuns {

  static final Instant START = Instant.parse("2026-11-02T09:30:00.250Z");
  static final String STAND_IN = "http://127.0.0.1:41234 (embedded stand-in)";
  static final String HOSTILE = "AI <&\"'\u0000\u001B[31m\u202E]]>\uD83D end";

  private SampleRuns() {}

  /** All cases by name; the name is that of the golden files. */
  public static Map<String, RunVerdict> all() {
    Map<String, RunVerdict> runs = new LinkedHashMap<>();
    runs.put("all-pass", allPass());
    runs.put("all-unauthorized", allUnauthorized());
    runs.put("warn", warn());
    runs.put("empty", empty());
    runs.put("korean", korean());
    runs.put("hostile", hostile());
    runs.put("phases", phases());
    runs.put("offline", offline());
    return runs;
  }

  /** No phases; health, canaries with a cache and streamed turns, set-up samples. */
  static RunVerdict allPass() {
    List<Sample> samples = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      samples.add(sample("CONTROL sign in", 40 + i, Outcome.SERVED).at(i).build());
    }
    for (int i = 0; i < 300; i++) {
      samples.add(sample("READ health", 3 + i % 10, Outcome.SERVED).at(100 * i).build());
    }
    samples.add(explanation(812, CacheStatus.MISS, Outcome.GENERATED).at(500).build());
    for (int i = 0; i < 9; i++) {
      samples.add(explanation(4 + i, CacheStatus.HIT, Outcome.CACHED).at(2500 * (i + 1)).build());
    }
    for (int i = 0; i < 20; i++) {
      samples.add(
          sample("AI chat streamed", 900 + 13 * i, Outcome.GENERATED).at(1400 * i).stream(
                  180.25 + 7 * i, 4.1234 + i / 50.0, 22.5 + i)
              .tokens(210, 160 + i, 3.5)
              .build());
    }
    return run(
        "smoke-test",
        VerdictWord.PASS,
        List.of(),
        samples,
        ms("health-p95", "p95(elapsed) < 500 ms", "labels READ health", 12, 500, 300, "PASS"),
        percent("health-errors", "rate(error) < 1 %", "labels READ health", 0, 1, 300, "PASS"),
        ms("first-token-p95", "p95(ttft) < 2 s", "labels AI *", 306.25, 2000, 21, "PASS"),
        percent("hit-rate", "rate(cache=HIT) > 30 %", "labels AI explanation", 90, 30, 10, "PASS"));
  }

  /** What the suite before this one passed: every AI request refused with 401. */
  static RunVerdict allUnauthorized() {
    List<Sample> samples = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      samples.add(sample("READ dashboard", 20 + i % 30, Outcome.SERVED).at(300 * i).build());
    }
    for (int i = 0; i < 40; i++) {
      samples.add(
          sample("AI explanation", 2, Outcome.UNAUTHORIZED)
              .at(400 * i)
              .failed("401", "401 Unauthorized: sign in first")
              .build());
    }
    String cause =
        "every AI request was UNAUTHORIZED (401): pass a valid session with sessions=<file> or a"
            + " bearer token with auth.bearer=<token>, then run again";
    return run(
        "ai-load",
        VerdictWord.FAIL,
        List.of("1 threshold failed and 2 had no data", cause),
        samples,
        ms("read-p95", "p95(elapsed) < 1 s", "operation READ", 48, 1000, 60, "PASS"),
        new ThresholdResult(
            "ai-error-rate",
            "rate(error) < 1 %",
            "operation AI",
            OptionalDouble.of(100),
            "%",
            OptionalDouble.of(1),
            OptionalDouble.empty(),
            40,
            VerdictWord.FAIL,
            "FAIL AI  error rate: limit < 1 %, observed 100 % (n = 40); " + cause),
        noData("explanation-p95", "p95(elapsed) < 5 s", "0 samples, 30 needed: " + cause),
        noData("cache-hit-rate", "rate(cache=HIT) > 30 %", "0 samples, 20 needed: " + cause));
  }

  static RunVerdict warn() {
    List<Sample> samples = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      CacheStatus cache = i % 5 < 2 ? CacheStatus.HIT : CacheStatus.MISS;
      Outcome outcome = cache == CacheStatus.HIT ? Outcome.CACHED : Outcome.GENERATED;
      samples.add(explanation(i % 5 < 2 ? 6 : 1800 + i, cache, outcome).at(250 * i).build());
    }
    samples.add(
        sample("AI explanation", 9, Outcome.RATE_LIMITED)
            .at(900)
            .failed("429", "429 Too Many Requests: retry after 12 s")
            .build());
    return run(
        "ai-load",
        VerdictWord.WARN,
        List.of("1 target missed; every limit is met"),
        samples,
        ms(
            "explanation-p95",
            "p95(elapsed) < 5 s",
            "labels AI explanation",
            1848,
            5000,
            50,
            "PASS"),
        new ThresholdResult(
            "cache-hit-rate",
            "rate(cache=HIT) > 30 %",
            "labels AI explanation*",
            OptionalDouble.of(40),
            "%",
            OptionalDouble.of(30),
            OptionalDouble.of(50),
            50,
            VerdictWord.WARN,
            "WARN AI explanation*  cache hit rate: limit > 30 % met, target > 50 % missed, observed"
                + " 40 % (n = 50): labels that miss most: AI explanation"));
  }

  static RunVerdict empty() {
    return run(
        "smoke-test",
        VerdictWord.NO_DATA,
        List.of("0 samples: the run ended before the first request, see jmeter.log"),
        List.of());
  }

  static RunVerdict korean() {
    List<Sample> samples = new ArrayList<>();
    for (int i = 0; i < 25; i++) {
      samples.add(sample("AI 매칭 설명 요청", 700 + i, Outcome.GENERATED).at(100 * i).build());
      samples.add(sample("READ 대시보드", 15 + i, Outcome.SERVED).at(100 * i).build());
    }
    return run(
        "한국어-계획",
        VerdictWord.FAIL,
        List.of("매칭 설명이 느립니다"),
        samples,
        ms("설명-p95", "p95(elapsed) < 500 ms", "labels AI 매칭 설명 요청", 723, 500, 25, "FAIL"));
  }

  static RunVerdict hostile() {
    List<Sample> samples = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      samples.add(
          sample(HOSTILE, 5, Outcome.SERVER_ERROR)
              .at(i)
              .failed("500", "line one\r\n[INFO] BUILD SUCCESS\u001B[2K ]]> <b>&amp;")
              .build());
    }
    return run(
        "plan <&\"\u0000 \uD83D\uDE00",
        VerdictWord.FAIL,
        List.of("label " + HOSTILE + " failed\nsecond line"),
        samples,
        ms("id <&\"\u0007", "p95(elapsed) < 5 ms & more", HOSTILE, 5, 5, 20, "FAIL"));
  }

  static RunVerdict phases() {
    List<Sample> samples = new ArrayList<>();
    String[] names = {"warm-up", "stress", "recovery"};
    int[] users = {10, 150, 50};
    for (int p = 0; p < 3; p++) {
      for (int i = 0; i < 60; i++) {
        Outcome outcome = p == 1 && i % 3 == 0 ? Outcome.FALLBACK : Outcome.GENERATED;
        Draft chat = sample("AI chat", 600 + 400 * (p % 2) + i, outcome);
        samples.add(chat.in(names[p], users[p]).at(120_000 * p + 2000 * i).build());
      }
    }
    samples.add(
        sample("AI chat", 30_000, Outcome.TIMEOUT)
            .in("stress", 150)
            .at(130_000)
            .failed("", "no complete answer within 30 s")
            .build());
    samples.add(
        sample("background noise", 1, Outcome.SERVED).in("stress", 150).at(121_000).build());
    return run(
        "ai-load",
        VerdictWord.FAIL,
        List.of("chat-p95 failed in phase stress", "smoke.ai=off: AI thresholds were left out"),
        samples,
        ms(
            "chat-p95",
            "p95(elapsed) < 1 s",
            "labels AI chat, phases stress",
            1058,
            1000,
            41,
            "FAIL"),
        new ThresholdResult(
            "users-reached-at-the-peak-of-the-day-with-a-long-name",
            "max(users) >= 150 and a clause that is far too long for one line of a console table",
            "all samples",
            OptionalDouble.of(150),
            "",
            OptionalDouble.of(150),
            OptionalDouble.empty(),
            182,
            VerdictWord.PASS,
            "users: limit >= 150, observed 150 (n = 182)"));
  }

  /** The verdict of a stock result file, whose columns cannot decide everything. */
  static RunVerdict offline() {
    return run(
        "stock",
        VerdictWord.PASS,
        List.of("1 threshold cannot be decided from the columns of stock.csv"),
        List.of(sample("home", 120, Outcome.SERVED).at(0).build()),
        ms("p95", "p95(elapsed) < 2 s", "all samples", 120, 2000, 1, "PASS"),
        new ThresholdResult(
            "first-token",
            "p95(ttft) < 2 s",
            "all samples",
            OptionalDouble.of(Double.NaN),
            "ms",
            OptionalDouble.of(2000),
            OptionalDouble.empty(),
            0,
            VerdictWord.NOT_DECIDABLE,
            "NOT_DECIDABLE ttft: the file has no column ai_ttft_ms; run the plan with the plugin"));
  }

  static RunVerdict run(
      String plan,
      VerdictWord word,
      List<String> reasons,
      List<Sample> samples,
      ThresholdResult... thresholds) {
    RunSnapshot figures = new FakeRun(samples);
    long millis = samples.stream().mapToLong(Sample::endMillis).max().orElse(START.toEpochMilli());
    Instant end = Instant.ofEpochMilli(millis).plusMillis(500);
    return new RunVerdict(
        plan, word, reasons, STAND_IN, START, end, List.of(thresholds), figures, "KRW");
  }

  static ThresholdResult ms(
      String id, String check, String scope, double observed, double limit, long n, String word) {
    return result(id, check, scope, observed, "ms", limit, n, word);
  }

  private static ThresholdResult percent(
      String id, String check, String scope, double observed, double limit, long n, String word) {
    return result(id, check, scope, observed, "%", limit, n, word);
  }

  private static ThresholdResult result(
      String id,
      String check,
      String scope,
      double observed,
      String unit,
      double limit,
      long n,
      String word) {
    String message =
        word + " " + scope + "  " + check + ": observed " + observed + " " + unit + " (n = " + n;
    return new ThresholdResult(
        id,
        check,
        scope,
        OptionalDouble.of(observed),
        unit,
        OptionalDouble.of(limit),
        OptionalDouble.empty(),
        n,
        VerdictWord.valueOf(word),
        message + ")");
  }

  private static ThresholdResult noData(String id, String check, String message) {
    return new ThresholdResult(
        id,
        check,
        "labels AI explanation*",
        OptionalDouble.empty(),
        "ms",
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        0,
        VerdictWord.NO_DATA,
        "NO_DATA AI explanation*  " + message);
  }

  private static Draft explanation(long elapsed, CacheStatus cache, Outcome outcome) {
    return sample("AI explanation", elapsed, outcome).cache(cache);
  }

  static Draft sample(String label, long elapsed, Outcome outcome) {
    return new Draft(label, elapsed, outcome);
  }

  /** A sample under construction; what is not set is unknown. */
  static final class Draft {

    private final String label;
    private final long elapsed;
    private final Outcome outcome;
    private long offset;
    private String code = "200";
    private String message = "";
    private String phase = "";
    private int users = 10;
    private CacheStatus cache = CacheStatus.UNKNOWN;
    private OptionalDouble ttft = OptionalDouble.empty();
    private OptionalDouble tpot = OptionalDouble.empty();
    private OptionalDouble icl = OptionalDouble.empty();
    private OptionalLong in = OptionalLong.empty();
    private OptionalLong out = OptionalLong.empty();
    private OptionalDouble cost = OptionalDouble.empty();

    private Draft(String label, long elapsed, Outcome outcome) {
      this.label = label;
      this.elapsed = elapsed;
      this.outcome = outcome;
    }

    Draft at(long millisAfterStart) {
      offset = millisAfterStart;
      return this;
    }

    Draft failed(String responseCode, String text) {
      code = responseCode;
      message = text;
      return this;
    }

    Draft in(String name, int activeUsers) {
      phase = name;
      users = activeUsers;
      return this;
    }

    Draft cache(CacheStatus status) {
      cache = status;
      return this;
    }

    Draft stream(double ttftMillis, double tpotMillis, double iclMillis) {
      ttft = OptionalDouble.of(ttftMillis);
      tpot = OptionalDouble.of(tpotMillis);
      icl = OptionalDouble.of(iclMillis);
      return this;
    }

    Draft tokens(long input, long output, double price) {
      in = OptionalLong.of(input);
      out = OptionalLong.of(output);
      cost = OptionalDouble.of(price);
      return this;
    }

    Sample build() {
      return new Sample(
          label,
          START.toEpochMilli() + offset,
          elapsed,
          outcome.isSuccess(),
          code,
          message,
          users,
          phase,
          outcome,
          cache,
          CircuitEvidence.NONE,
          ttft,
          tpot,
          icl,
          in,
          out,
          cost);
    }
  }
}
