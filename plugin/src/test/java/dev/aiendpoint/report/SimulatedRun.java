package dev.aiendpoint.report;

import dev.aiendpoint.baseline.Baseline;
import dev.aiendpoint.baseline.BaselineEvaluator;
import dev.aiendpoint.baseline.BaselineReader;
import dev.aiendpoint.baseline.Evaluation;
import dev.aiendpoint.baseline.EvaluationContext;
import dev.aiendpoint.baseline.RunFacts;
import dev.aiendpoint.baseline.RunOrigin;
import dev.aiendpoint.baseline.RunVerdict;
import dev.aiendpoint.baseline.VerdictBuilder;
import dev.aiendpoint.exchange.CacheStatus;
import dev.aiendpoint.exchange.CircuitEvidence;
import dev.aiendpoint.exchange.CircuitState;
import dev.aiendpoint.exchange.Outcome;
import dev.aiendpoint.sample.Sample;
import dev.aiendpoint.stats.LiveFacts;
import dev.aiendpoint.stats.RunRecorder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Random;

/**
 * The AI load plan's 13 minutes, played in a moment: seeded users, latencies and cache, recorded as
 * a real run is and held against the real baseline.
 */
public final class SimulatedRun {

  private static final Instant START = Instant.parse("2026-11-02T09:30:00Z");
  private static final String[] PHASES = {"warm-up", "normal", "peak", "stress", "recovery"};
  private static final int[] USERS = {10, 50, 100, 150, 50};
  private static final int[] SECONDS = {120, 180, 180, 120, 120};

  private final boolean healthy;
  private final Random random = new Random(29);
  private final List<Sample> samples = new ArrayList<>();

  private SimulatedRun(boolean healthy) {
    this.healthy = healthy;
  }

  /** The circuit opens in stress and closes again, the cache warms up. */
  public static RunVerdict healthy() throws Exception {
    return new SimulatedRun(true).verdict();
  }

  /** No breaker, a cold cache and a slow provider. */
  public static RunVerdict failing() throws Exception {
    return new SimulatedRun(false).verdict();
  }

  private RunVerdict verdict() throws Exception {
    long begin = 0;
    for (int phase = 0; phase < PHASES.length; phase++) {
      long end = begin + 1000L * SECONDS[phase];
      for (int user = 0; user < USERS[phase]; user++) {
        user(phase, begin + random.nextInt(5000), begin, end);
      }
      begin = end;
    }
    for (int i = 0; i < 40; i++) {
      samples.add(sample("CONTROL sign-in", i, 30, Outcome.SERVED, 0, 1, CacheStatus.UNKNOWN));
    }
    samples.sort(Comparator.comparingLong(Sample::endMillis));
    Baseline baseline =
        BaselineReader.read(
            "ai-load.json", Files.readString(Path.of("../data/baselines/ai-load.json")));
    RunRecorder recorder = new RunRecorder(baseline.goodput());
    for (Sample sample : samples) {
      recorder.record(sample, LiveFacts.ofGaps(gaps(sample)));
    }
    EvaluationContext context =
        EvaluationContext.live(Map.of(), "http://127.0.0.1:41234 (embedded stand-in)");
    Evaluation evaluation = BaselineEvaluator.evaluate(baseline, recorder.snapshot(), context);
    return VerdictBuilder.build(
        baseline,
        evaluation,
        recorder.snapshot(),
        new RunFacts(
            context.target(),
            START,
            START.plusMillis(begin + 60_000),
            "KRW",
            List.of(),
            new RunOrigin(
                "mvn jmeter:jmeter -Dplan=ai-load" + (healthy ? "" : " -Dstandin.breaker=off"),
                healthy ? Map.of() : Map.of("standin.breaker", "off"),
                Map.of("Plugin", "0.1.0", "JMeter", "5.6.3", "Java", "17.0.12"))));
  }

  private void user(int phase, long start, long begin, long end) {
    long now = start;
    while (now < end) {
      double dice = random.nextDouble();
      now +=
          dice < 0.6
              ? explanation("AI explanation", now, begin, phase, hitRate(phase))
              : dice < 0.7
                  ? explanation("AI explanation of the popular match", now, begin, phase, 0.95)
                  : chat(now, begin, phase);
      now += 2000 + random.nextInt(3000);
    }
  }

  private double hitRate(int phase) {
    return healthy ? new double[] {0.2, 0.55, 0.68, 0.7, 0.72}[phase] : 0.06;
  }

  private long explanation(String label, long now, long begin, int phase, double hitRate) {
    if (random.nextDouble() < hitRate) {
      long elapsed = 3 + Math.round(4 * Math.exp(0.5 * random.nextGaussian()));
      samples.add(
          sample(label, now, elapsed, Outcome.CACHED, phase, USERS[phase], CacheStatus.HIT));
      return elapsed;
    }
    return generated(label, now, begin, phase, CacheStatus.MISS);
  }

  private long chat(long now, long begin, int phase) {
    if (phase > 1 && random.nextDouble() < 0.03) {
      samples.add(
          sample(
              "AI chat", now, 6, Outcome.RATE_LIMITED, phase, USERS[phase], CacheStatus.UNKNOWN));
      return 6;
    }
    return generated("AI chat", now, begin, phase, CacheStatus.BYPASS);
  }

  /** In stress the provider breaks down 20 s after its begin. */
  private long generated(String label, long now, long begin, int phase, CacheStatus cache) {
    boolean overloaded = phase == 3 && now > begin + 20_000 && now < begin + 90_000;
    if (overloaded) {
      boolean open = healthy && now > begin + 22_000;
      long elapsed = open ? 5 + random.nextInt(20) : 900 + random.nextInt(800);
      samples.add(
          sample(
              label,
              now,
              elapsed,
              open ? Outcome.FALLBACK : Outcome.SERVER_ERROR,
              phase,
              USERS[phase],
              cache));
      return elapsed;
    }
    double load = (healthy ? 1 : 2.4) * (1 + USERS[phase] / 300.0);
    long elapsed = Math.round(1100 * load * Math.exp(0.35 * random.nextGaussian()));
    samples.add(sample(label, now, elapsed, Outcome.GENERATED, phase, USERS[phase], cache));
    return elapsed;
  }

  private Sample sample(
      String label,
      long at,
      long elapsed,
      Outcome outcome,
      int phase,
      int users,
      CacheStatus cache) {
    boolean streamed = outcome == Outcome.GENERATED && label.equals("AI chat");
    boolean generated = outcome == Outcome.GENERATED;
    int tokens = 120 + random.nextInt(80);
    return new Sample(
        label,
        START.toEpochMilli() + at,
        elapsed,
        outcome.isSuccess(),
        switch (outcome) {
          case SERVER_ERROR -> "503";
          case RATE_LIMITED -> "429";
          default -> "200";
        },
        switch (outcome) {
          case SERVER_ERROR -> "AI provider overloaded";
          case RATE_LIMITED -> "10 messages a minute are allowed, try again in 12 s";
          case FALLBACK -> "fallback content instead of an answer";
          default -> "";
        },
        users,
        label.startsWith("CONTROL") ? "" : PHASES[phase],
        outcome,
        cache,
        outcome == Outcome.FALLBACK
            ? CircuitEvidence.explicit(CircuitState.OPEN)
            : generated && healthy
                ? CircuitEvidence.explicit(CircuitState.CLOSED)
                : CircuitEvidence.NONE,
        streamed ? OptionalDouble.of(0.3 * elapsed) : OptionalDouble.empty(),
        streamed ? OptionalDouble.of(0.7 * elapsed / tokens) : OptionalDouble.empty(),
        streamed ? OptionalDouble.of(0.04 * elapsed) : OptionalDouble.empty(),
        generated ? OptionalLong.of(400) : OptionalLong.empty(),
        generated ? OptionalLong.of(tokens) : OptionalLong.empty(),
        generated ? OptionalDouble.of(2.2 + tokens / 100.0) : OptionalDouble.empty());
  }

  private long[] gaps(Sample sample) {
    return sample.ttftMillis().isEmpty()
        ? new long[0]
        : random
            .longs(20, 0, 1)
            .map(x -> Math.round(15e6 * Math.exp(0.6 * random.nextGaussian())))
            .toArray();
  }
}
