package dev.aiendpoint.stats;

import dev.aiendpoint.exchange.CacheStatus;
import dev.aiendpoint.exchange.CircuitEvidence;
import dev.aiendpoint.exchange.Outcome;
import dev.aiendpoint.sample.Sample;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** Builds samples for tests: a successful read of 100 ms unless said otherwise. */
public final class TestSample {

  private final String label;
  private long start = 1_000;
  private long elapsed = 100;
  private boolean success = true;
  private String code = "200";
  private String message = "";
  private int users = 1;
  private String phase = "";
  private Outcome outcome = Outcome.SERVED;
  private CacheStatus cache = CacheStatus.UNKNOWN;
  private CircuitEvidence circuit = CircuitEvidence.NONE;
  private OptionalDouble ttft = OptionalDouble.empty();
  private OptionalDouble tpot = OptionalDouble.empty();
  private OptionalLong tokensIn = OptionalLong.empty();
  private OptionalLong tokensOut = OptionalLong.empty();
  private OptionalDouble cost = OptionalDouble.empty();

  private TestSample(String label) {
    this.label = label;
  }

  public static TestSample of(String label) {
    return new TestSample(label);
  }

  public TestSample start(long millis) {
    start = millis;
    return this;
  }

  public TestSample elapsed(long millis) {
    elapsed = millis;
    return this;
  }

  public TestSample users(int active) {
    users = active;
    return this;
  }

  public TestSample phase(String name) {
    phase = name;
    return this;
  }

  public TestSample outcome(Outcome how) {
    outcome = how;
    success = how.isSuccess();
    return this;
  }

  public TestSample failed(Outcome how, String responseCode, String text) {
    outcome = how;
    success = false;
    code = responseCode;
    message = text;
    return this;
  }

  public TestSample cache(CacheStatus status) {
    cache = status;
    return this;
  }

  public TestSample circuit(CircuitEvidence evidence) {
    circuit = evidence;
    return this;
  }

  public TestSample ttft(double millis) {
    ttft = OptionalDouble.of(millis);
    return this;
  }

  public TestSample tpot(double millis) {
    tpot = OptionalDouble.of(millis);
    return this;
  }

  public TestSample tokens(long in, long out) {
    tokensIn = OptionalLong.of(in);
    tokensOut = OptionalLong.of(out);
    return this;
  }

  public TestSample cost(double price) {
    cost = OptionalDouble.of(price);
    return this;
  }

  public Sample build() {
    return new Sample(
        label,
        start,
        elapsed,
        success,
        code,
        message,
        users,
        phase,
        outcome,
        cache,
        circuit,
        ttft,
        tpot,
        OptionalDouble.empty(),
        tokensIn,
        tokensOut,
        cost);
  }

  /** Records the same sample a number of times. */
  public void recordIn(RunRecorder recorder, int times) {
    Sample sample = build();
    for (int i = 0; i < times; i++) {
      recorder.record(sample);
    }
  }
}
