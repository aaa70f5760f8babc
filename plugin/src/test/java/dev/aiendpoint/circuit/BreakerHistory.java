package dev.aiendpoint.circuit;

import dev.aiendpoint.exchange.CacheStatus;
import dev.aiendpoint.exchange.CircuitEvidence;
import dev.aiendpoint.exchange.CircuitState;
import dev.aiendpoint.exchange.Outcome;
import dev.aiendpoint.sample.Sample;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.internal.CircuitBreakerStateMachine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;

/**
 * A random history of a real resilience4j breaker on a virtual clock: several users at a time call
 * a service whose provider fails now and then, slowly. Gives what the users saw and what the
 * breaker's own log says. The same seed gives the same history.
 *
 * <p>With pauses the machine is busy: now and then the whole generator stands still for 40 to 150
 * ms, and single requests are held up for as long before they are sent or after they are answered.
 */
final class BreakerHistory {

  private static final Exception COUNTED = new Exception("counted");

  /** A transition as the breaker logged it. */
  record Logged(long atMillis, CircuitState from, CircuitState to) {}

  private record Event(long atMillis, long order, Runnable action) {}

  private final SplittableRandom random;
  private final SplittableRandom pauses;
  private final boolean explicit;
  private final boolean busy;
  private final boolean turnsInstant;
  private final boolean guarded;
  private final boolean retries;
  private final boolean breakerOn;
  private final double medianMillis;
  private final double failureMillis;
  private final double thinkMillis;
  private final long lengthMillis;
  private final int users;
  private final List<long[]> outages = new ArrayList<>();
  private final List<long[]> standstills = new ArrayList<>();
  private final CircuitBreaker breaker;

  private final PriorityQueue<Event> events =
      new PriorityQueue<>(
          Comparator.comparingLong(Event::atMillis).thenComparingLong(Event::order));
  private final List<Sample> seen = new ArrayList<>();
  private final List<Logged> log = new ArrayList<>();
  private final List<ProviderLog.Call> calls = new ArrayList<>();
  private long now;
  private long order;
  private long givenOut;

  private final Clock clock =
      new Clock() {
        @Override
        public ZoneId getZone() {
          return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
          return this;
        }

        @Override
        public Instant instant() {
          return Instant.ofEpochMilli(now);
        }
      };

  BreakerHistory(long seed, boolean explicit, boolean busy) {
    this(seed, explicit, busy, false);
  }

  /**
   * Without a breaker, against a provider that is slow to fail at first and then fails at once, as
   * one that hangs before it refuses.
   */
  static BreakerHistory turningInstant(long seed) {
    return new BreakerHistory(seed, false, false, true);
  }

  private BreakerHistory(long seed, boolean explicit, boolean busy, boolean turnsInstant) {
    this.turnsInstant = turnsInstant;
    this.random = new SplittableRandom(seed);
    this.pauses = new SplittableRandom(~seed);
    this.explicit = explicit;
    this.busy = busy;
    this.breakerOn = random.nextInt(10) != 0 && !turnsInstant;
    this.guarded = random.nextInt(3) != 0;
    this.retries = random.nextBoolean();
    this.users = 3 + random.nextInt(14);
    this.thinkMillis = 300 + random.nextInt(2_500);
    this.medianMillis = 400 + random.nextInt(1_200);
    this.failureMillis = 500 + random.nextInt(1_000);
    this.lengthMillis = 100_000 + random.nextInt(80_000);
    long at = 15_000 + random.nextInt(15_000);
    while (at < lengthMillis - 20_000) {
      long until = at + 8_000 + random.nextInt(40_000);
      outages.add(new long[] {at, until});
      at = until + 20_000 + random.nextInt(40_000);
    }
    long next = 0;
    while (busy && next < lengthMillis + 60_000) {
      next += 200 + pauses.nextInt(5_000);
      long length = pause();
      standstills.add(new long[] {next, next + length});
      next += length;
    }
    this.breaker = breaker();
    for (int i = 0; i < users; i++) {
      schedule(1 + random.nextInt(3_000), this::request);
    }
  }

  private CircuitBreaker breaker() {
    int failures = 3 + random.nextInt(6);
    boolean inARow = random.nextInt(4) != 0;
    CircuitBreaker made =
        new CircuitBreakerStateMachine(
            "ai",
            CircuitBreakerConfig.custom()
                .slidingWindowType(CircuitBreakerConfig.SlidingWindowType.COUNT_BASED)
                .slidingWindowSize(inARow ? failures : 2 * failures)
                .minimumNumberOfCalls(inARow ? failures : 2 * failures)
                .failureRateThreshold(inARow ? 100 : 50)
                .waitDurationInOpenState(Duration.ofMillis(5_000 + random.nextInt(25_000)))
                .permittedNumberOfCallsInHalfOpenState(1)
                .currentTimestampFunction(time -> now * 1_000_000, TimeUnit.NANOSECONDS)
                .writableStackTraceEnabled(false)
                .build(),
            clock);
    made.getEventPublisher()
        .onStateTransition(
            event -> {
              givenOut++;
              log.add(
                  new Logged(
                      now,
                      CircuitState.valueOf(event.getStateTransition().getFromState().name()),
                      CircuitState.valueOf(event.getStateTransition().getToState().name())));
            });
    return made;
  }

  private void schedule(long inMillis, Runnable action) {
    events.add(new Event(now + inMillis, order++, action));
  }

  /** Lets the history happen. */
  BreakerHistory run() {
    while (!events.isEmpty()) {
      Event next = events.poll();
      now = next.atMillis();
      next.action().run();
    }
    return this;
  }

  private void request() {
    if (now > lengthMillis) {
      return;
    }
    long start = now;
    schedule(heldUp() + network(), () -> attempt(start, 0));
  }

  private long pause() {
    return 40 + pauses.nextInt(111);
  }

  /** Two requests in a hundred wait for a processor. */
  private long heldUp() {
    return busy && pauses.nextInt(50) == 0 ? pause() : 0;
  }

  /** From now to the end of the standstill in which a moment falls. */
  private long afterStandstill(long inMillis) {
    long at = now + inMillis;
    for (long[] standstill : standstills) {
      if (at >= standstill[0] && at < standstill[1]) {
        return standstill[1] - now;
      }
    }
    return inMillis;
  }

  private void attempt(long start, int attempt) {
    if (breakerOn && !breaker.tryAcquirePermission()) {
      CircuitState state = state();
      answer(
          start,
          explicit ? Outcome.CIRCUIT_REJECTED : Outcome.FALLBACK,
          random.nextInt(4),
          () -> state);
      return;
    }
    long permit = givenOut;
    boolean fails = isDown() && random.nextInt(50) != 0;
    double spread = Math.exp(0.35 * gaussian());
    long took =
        fails && isInstant()
            ? 1
            : Math.round((fails ? failureMillis : medianMillis) * (fails ? 1 : spread));
    calls.add(new ProviderLog.Call(now, now + took, fails));
    schedule(took, () -> finish(start, attempt, permit, fails));
  }

  private void finish(long start, int attempt, long permit, boolean fails) {
    if (breakerOn && !(guarded && permit != givenOut)) {
      if (fails) {
        breaker.onError(0, TimeUnit.NANOSECONDS, COUNTED);
      } else {
        breaker.onSuccess(0, TimeUnit.NANOSECONDS);
      }
    }
    if (!fails) {
      answer(start, Outcome.GENERATED, 0, this::state);
    } else if (retries && attempt < 3) {
      schedule(1_000L << attempt, () -> attempt(start, attempt + 1));
    } else {
      answer(start, explicit ? Outcome.SERVER_ERROR : Outcome.FALLBACK, 0, this::state);
    }
  }

  private void answer(
      long start, Outcome outcome, long work, java.util.function.Supplier<CircuitState> state) {
    CircuitState named = state.get();
    schedule(
        afterStandstill(work + network() + heldUp()),
        () -> {
          seen.add(sample(start, now - start, outcome, named));
          schedule(Math.round(thinkMillis * (0.5 + random.nextDouble())), this::request);
        });
  }

  private Sample sample(long start, long elapsed, Outcome outcome, CircuitState named) {
    return new Sample(
        "AI chat",
        start,
        elapsed,
        outcome.isSuccess(),
        "200",
        "",
        users,
        "",
        outcome,
        CacheStatus.UNKNOWN,
        explicit && breakerOn ? CircuitEvidence.explicit(named) : CircuitEvidence.NONE,
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        OptionalLong.empty(),
        OptionalLong.empty(),
        OptionalDouble.empty());
  }

  private CircuitState state() {
    return CircuitState.valueOf(breaker.getState().name());
  }

  private boolean isDown() {
    return outages.stream().anyMatch(outage -> now >= outage[0] && now < outage[1]);
  }

  private boolean isInstant() {
    return turnsInstant
        && outages.stream()
            .anyMatch(outage -> now >= (outage[0] + outage[1]) / 2 && now < outage[1]);
  }

  private long network() {
    return 1 + random.nextInt(5);
  }

  private double gaussian() {
    double sum = 0;
    for (int i = 0; i < 12; i++) {
      sum += random.nextDouble();
    }
    return sum - 6;
  }

  /** What the users saw, up to 300 ms out of order. */
  List<Sample> seen() {
    record Late(long at, Sample sample) {}
    return seen.stream()
        .map(sample -> new Late(sample.endMillis() + random.nextInt(300), sample))
        .sorted(Comparator.comparingLong(Late::at))
        .map(Late::sample)
        .toList();
  }

  /** What reached the provider. */
  ProviderLog providerLog() {
    return new ProviderLog(calls);
  }

  /** What the breaker logged. */
  List<Logged> log() {
    return log;
  }

  /** How far apart a transition and its reconstruction may lie. */
  long toleranceMillis() {
    return Math.max(500, 2 * lengthMillis / Math.max(1, seen.size()));
  }

  @Override
  public String toString() {
    return "users "
        + users
        + ", breaker "
        + breakerOn
        + ", retries "
        + retries
        + ", guarded "
        + guarded
        + ", in a row "
        + (breaker.getCircuitBreakerConfig().getFailureRateThreshold() == 100)
        + ", window "
        + breaker.getCircuitBreakerConfig().getSlidingWindowSize()
        + ", samples "
        + seen.size()
        + ", median "
        + Math.round(medianMillis)
        + ", failure "
        + Math.round(failureMillis);
  }
}
