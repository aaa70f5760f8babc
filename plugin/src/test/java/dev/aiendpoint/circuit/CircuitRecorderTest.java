package dev.aiendpoint.circuit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.aiendpoint.exchange.CacheStatus;
import dev.aiendpoint.exchange.CircuitEvidence;
import dev.aiendpoint.exchange.CircuitState;
import dev.aiendpoint.exchange.Outcome;
import dev.aiendpoint.sample.Sample;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CircuitRecorderTest {

  private final List<Sample> samples = new ArrayList<>();

  /**
   * Adds samples from a text: words of the form {@code <kind><start>+<elapsed>}, or {@code
   * <kind><from>..<to>/<step>+<elapsed>} for one every step. Kinds: g generated, f fallback, e
   * server error, t timeout, x refused by a breaker, c cached; a state behind it is named by the
   * answer.
   */
  private void play(String text) {
    for (String word : text.strip().split("\\s+")) {
      String[] parts = word.substring(1).split("[+/=]|\\.\\.");
      boolean many = word.contains("..");
      long from = Long.parseLong(parts[0]);
      long to = many ? Long.parseLong(parts[1]) : from;
      long step = many ? Long.parseLong(parts[2]) : 1;
      long elapsed = Long.parseLong(parts[many ? 3 : 1]);
      CircuitEvidence named =
          word.contains("=")
              ? CircuitEvidence.explicit(CircuitState.valueOf(word.split("=")[1]))
              : CircuitEvidence.NONE;
      for (long at = from; at <= to; at += step) {
        samples.add(sample(at, elapsed, outcome(word.charAt(0)), named));
      }
    }
  }

  private static Outcome outcome(char kind) {
    return switch (kind) {
      case 'g' -> Outcome.GENERATED;
      case 'f' -> Outcome.FALLBACK;
      case 'e' -> Outcome.SERVER_ERROR;
      case 't' -> Outcome.TIMEOUT;
      case 'x' -> Outcome.CIRCUIT_REJECTED;
      default -> Outcome.CACHED;
    };
  }

  private static Sample sample(long start, long elapsed, Outcome outcome, CircuitEvidence named) {
    return new Sample(
        "AI chat",
        start,
        elapsed,
        outcome.isSuccess(),
        "200",
        "",
        1,
        start < 60_000 ? "normal" : "stress",
        outcome,
        CacheStatus.UNKNOWN,
        named,
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        OptionalLong.empty(),
        OptionalLong.empty(),
        OptionalDouble.empty());
  }

  private CircuitReport report() {
    CircuitRecorder recorder = new CircuitRecorder();
    samples.forEach(recorder::record);
    return recorder.report();
  }

  @ParameterizedTest(name = "{2}")
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "c0..9000/500+5; UNKNOWN; cached answers say nothing",
        "f0..9000/500+5; UNKNOWN; fallback without a healthy answer to compare it with",
        "g0..9000/500+600; CLOSED; healthy",
        "g0..9000/500+600 e9500..20000/300+900; CLOSED; failing without a breaker",
        "g0..9000/500+600 t9500..20000/300+5000; CLOSED; timing out without a breaker",
        "g0..9000/500+600 g9500..60000/500+8000; CLOSED; merely slow",
        "g0..9000/500+600 f9500..60000/300+7100; CLOSED; breaker off: every fallback is slow",
        "g0..9000/500+600 f9500..20000/300+3; CLOSED > UNKNOWN; instant fallback may be an instant error",
        "g0..9000/500+600 f9500..20000/300+3 g20500..25000/500+600; CLOSED > UNKNOWN > CLOSED; and working again",
        "g0..9000/500+600 f9100..20000/2000+3 g9200..25000/500+600; CLOSED; single instant errors between successes",
        "g0..9000/500+600 f9500..10500/200+2000 f11000..40000/200+3; CLOSED > OPEN; slow failures then fast fallback",
        "g0..9000/500+600 e9500..10500/200+900 e11000..40000/200+3; CLOSED > OPEN; the same with bare 503",
        "g0..9000/500+600 f9500..10500/200+900 f11000..40000/200+3 g41000+600 g42000..50000/500+600; CLOSED > OPEN > HALF_OPEN > CLOSED; the probe succeeds",
        "g0..9000/500+600 f9500..10500/200+900 f11000..40000/200+3 f40600+2000 f40700..70000/200+3 g71000+600; CLOSED > OPEN > HALF_OPEN > OPEN > HALF_OPEN > CLOSED; the first probe fails",
        "g0..9000/500+600 f9500..10500/200+3800 f11000..40000/200+3 f40600+1300 f42000..70000/200+3 g71000+600; CLOSED > OPEN > HALF_OPEN > OPEN > HALF_OPEN > CLOSED; the probe fails sooner than failures that were held back",
        "g0..9000/500+600 f9500..10500/200+3800 f11000..40000/200+3 f40600+1000 f42000..70000/200+3 g71000+600; CLOSED > OPEN > HALF_OPEN > CLOSED; a refusal that had to wait is no probe",
        "g0..9000/500+600 g9300+4000 f9500..10500/200+900 f11000..40000/200+3; CLOSED > OPEN; what was in flight is no probe",
        "g0..9000/500+600=CLOSED e9500..10300/200+900=CLOSED e10500+900=OPEN x11500..40000/200+3=OPEN; CLOSED > OPEN; named",
        "g0..9000/500+600=CLOSED x11500..40000/200+3=OPEN g41000+600=CLOSED g41700+600=CLOSED; CLOSED > OPEN > HALF_OPEN > CLOSED; nobody saw HALF_OPEN",
        "g0..9000/500+600=CLOSED x11500..40000/200+3=OPEN e41000+900=OPEN x41100..41800/200+3=HALF_OPEN x42000..80000/200+3=OPEN; CLOSED > OPEN > HALF_OPEN > OPEN; named failed probe",
        "g0..9000/500+600=CLOSED x11500..40000/200+3=OPEN e41000+900=HALF_OPEN x41100..99000/200+3=HALF_OPEN; CLOSED > OPEN > HALF_OPEN; stuck after a failed probe",
        "g0..9000/500+600=CLOSED x11500+3=OPEN g11400+110=CLOSED x11510+3=OPEN; CLOSED > OPEN; a late word of what was before",
        "x0..9000/500+3=OPEN g10000+600=CLOSED; OPEN > HALF_OPEN > CLOSED; open from the start is no opening",
        "g0..9000/500+600 x9500..40000/200+3 g41000+600; CLOSED > OPEN > HALF_OPEN > CLOSED; only refusals say so",
      })
  void shouldFollowTheCircuit(String history, String states, String why) {
    play(history);
    String found =
        String.join(" > ", report().sequence(Set.of()).stream().map(Enum::name).toList());
    assertThat(found).as(why).isEqualTo(states);
  }

  private void playAnOutage() {
    play("g0..59000/500+600 f60000..60800/200+2000 f62100..90000/100+3");
    play("f92050+2000 f92100..122000/100+3 g124100+600 g125000..130000/500+600");
  }

  @Test
  void shouldDeriveTheLifeOfTheCircuit() {
    playAnOutage();
    CircuitReport report = report();

    Opening first = report.opened(Set.of("stress")).get(0);
    assertThat(first.failures()).isEqualTo(5);
    assertThat(first.explicit()).isFalse();
    assertThat(first.atMillis()).isBetween(60_800L, 62_100L);
    assertThat(first.openForMillis().getAsLong()).isCloseTo(31_000, within(800L));
    assertThat(first.timeToOpenMillis().getAsLong()).isBetween(800L, 2_100L);
    assertThat(report.opened(Set.of("normal"))).isEmpty();
    assertThat(report.reopened(Set.of())).hasSize(1);
    assertThat(report.probes()).isEqualTo(2);
    assertThat(report.failedProbes()).isEqualTo(1);
    assertThat(report.realFailures()).isEqualTo(6);
    assertThat(report.timeToRecoverMillis().getAsLong()).isCloseTo(63_000, within(1_000L));
    assertThat(report.fallbackServed()).isEqualTo(6 + 280 + 300);
    assertThat(report.state()).isEqualTo(CircuitState.CLOSED);
    assertThat(report.stateAt(70_000)).isEqualTo(CircuitState.OPEN);
    assertThat(report.transitions()).noneMatch(CircuitTransition::explicit);
  }

  @Test
  void shouldCountARequestThatWasLetThroughAlthoughOpen() {
    play("g0..9000/500+600=CLOSED x11500..20000/200+3=OPEN g15000+600=OPEN");
    assertThat(report().wronglyLetThrough()).hasValue(1);
    assertThat(report().state()).isEqualTo(CircuitState.OPEN);
  }

  @Test
  void shouldNotDependOnTheOrderOfArrival() {
    playAnOutage();
    CircuitReport inOrder = report();
    Collections.shuffle(samples, new Random(1));
    assertThat(report()).isEqualTo(inOrder);
  }

  @Test
  void shouldSaySoFarTheSameWhenAskedOften() {
    playAnOutage();
    CircuitRecorder asked = new CircuitRecorder();
    for (Sample sample : samples) {
      asked.record(sample);
      asked.report();
    }
    assertThat(asked.report()).isEqualTo(report());
  }

  @Test
  void shouldNotGrowWithTheRunNorForgetItsBegin() {
    play("g0..9000/500+600 f9500..10500/200+900 f11000..40000/200+3 g41000+600");
    CircuitRecorder recorder = new CircuitRecorder();
    samples.forEach(recorder::record);
    Sample healthy = sample(50_000, 600, Outcome.GENERATED, CircuitEvidence.NONE);
    for (int i = 0; i < 5 * CircuitRecorder.KEPT; i++) {
      recorder.record(healthy);
    }
    assertThat(recorder.keptNow()).isLessThanOrEqualTo(CircuitRecorder.KEPT + 2_000);
    assertThat(recorder.report().opened(Set.of())).hasSize(1);
    assertThat(recorder.report().evidence()).isEqualTo(samples.size() + 5L * CircuitRecorder.KEPT);
  }

  @Test
  void shouldLoseNothingWhenManyThreadsRecord() throws Exception {
    CircuitRecorder recorder = new CircuitRecorder();
    Sample healthy = sample(50_000, 600, Outcome.GENERATED, CircuitEvidence.NONE);
    ExecutorService pool = Executors.newFixedThreadPool(8);
    long start = System.nanoTime();
    for (int t = 0; t < 8; t++) {
      pool.submit(
          () -> {
            for (int i = 0; i < 50_000; i++) {
              recorder.record(healthy);
            }
          });
    }
    pool.shutdown();
    assertThat(pool.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
    System.out.printf(
        "circuit recorder: %d ns a sample, 8 threads%n", (System.nanoTime() - start) / 400_000);
    assertThat(recorder.report().evidence()).isEqualTo(400_000);
  }

  @Test
  void shouldAllocateNothingForWhatTellsNothing() {
    CircuitRecorder recorder = new CircuitRecorder();
    Sample cached = sample(0, 5, Outcome.CACHED, CircuitEvidence.NONE);
    var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    for (int i = 0; i < 20_000; i++) {
      recorder.record(cached);
    }
    long before = threads.getCurrentThreadAllocatedBytes();
    for (int i = 0; i < 100_000; i++) {
      recorder.record(cached);
    }
    assertThat((threads.getCurrentThreadAllocatedBytes() - before) / 100_000.0).isLessThan(1);
  }
}
