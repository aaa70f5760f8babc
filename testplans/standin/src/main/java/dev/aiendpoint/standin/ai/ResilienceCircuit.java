package dev.aiendpoint.standin.ai;

import dev.aiendpoint.standin.options.Scale;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreaker.State;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import io.github.resilience4j.circuitbreaker.internal.CircuitBreakerStateMachine;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The application's circuit breaker (resilience4j): 5 failures in a row within 60 s open it, for 30
 * s every attempt is refused, then one probe decides. Times are unscaled. Safe for use by many
 * threads.
 *
 * <p>With the deployed client's bug, the first transition to HALF_OPEN lets two probes through and
 * a failed one leaves it there, refusing everything, until its stored state expires after 5
 * minutes.
 */
public final class ResilienceCircuit implements AiCircuit {

  static final int FAILURES = 5;
  static final Duration WINDOW = Duration.ofSeconds(60);
  static final Duration OPEN_TIME = Duration.ofSeconds(30);
  static final Duration STUCK_TIME = Duration.ofMinutes(5);

  private final CircuitBreaker breaker;
  private final boolean stuckHalfOpen;
  private final long windowMillis;
  private final long stuckMillis;
  private final Clock clock;
  private final Deque<Long> failuresInRow = new ArrayDeque<>();
  private long transitions;
  private long stuckUntil = Long.MAX_VALUE;

  /** One that stays open for 30 s. */
  public ResilienceCircuit(boolean stuckHalfOpen, Scale scale, Clock clock, CircuitEvents events) {
    this(stuckHalfOpen, OPEN_TIME, scale, clock, events);
  }

  /**
   * @param openTime before scale
   */
  public ResilienceCircuit(
      boolean stuckHalfOpen, Duration openTime, Scale scale, Clock clock, CircuitEvents events) {
    this.stuckHalfOpen = stuckHalfOpen;
    this.windowMillis = scale.duration(WINDOW).toMillis();
    this.stuckMillis = scale.duration(STUCK_TIME).toMillis();
    this.clock = clock;
    this.breaker =
        // The state machine itself, since only it takes a clock.
        new CircuitBreakerStateMachine(
            "ai",
            CircuitBreakerConfig.custom()
                // The last five calls, all failed: that is five failures in a row.
                .slidingWindowType(SlidingWindowType.COUNT_BASED)
                .slidingWindowSize(FAILURES)
                .minimumNumberOfCalls(FAILURES)
                .failureRateThreshold(100)
                .waitDurationInOpenState(scale.duration(openTime))
                .permittedNumberOfCallsInHalfOpenState(stuckHalfOpen ? 2 : 1)
                .build(),
            clock);
    breaker
        .getEventPublisher()
        .onStateTransition(
            event -> {
              transitions++;
              State from = event.getStateTransition().getFromState();
              State to = event.getStateTransition().getToState();
              events.add(
                  new CircuitEvents.Event(
                      clock.millis(),
                      from.name(),
                      to.name(),
                      to == State.OPEN ? failuresInRow.size() : 0));
            });
  }

  @Override
  public synchronized Optional<Permit> tryAcquire() {
    if (clock.millis() >= stuckUntil) {
      stuckUntil = Long.MAX_VALUE;
      failuresInRow.clear();
      breaker.transitionToClosedState();
    }
    return breaker.tryAcquirePermission()
        ? Optional.of(new Attempt(transitions))
        : Optional.empty();
  }

  @Override
  public synchronized String state() {
    return breaker.getState().name();
  }

  private final class Attempt implements Permit {

    private final long givenAt;

    Attempt(long givenAt) {
      this.givenAt = givenAt;
    }

    @Override
    public void succeeded() {
      synchronized (ResilienceCircuit.this) {
        if (outdated()) {
          return;
        }
        failuresInRow.clear();
        if (stuckHalfOpen && breaker.getState() == State.HALF_OPEN) {
          if (stuckUntil == Long.MAX_VALUE) {
            breaker.transitionToClosedState();
          }
        } else {
          breaker.onSuccess(0, TimeUnit.NANOSECONDS);
        }
      }
    }

    @Override
    public void failed() {
      synchronized (ResilienceCircuit.this) {
        if (outdated()) {
          return;
        }
        long now = clock.millis();
        if (breaker.getState() == State.HALF_OPEN) {
          if (stuckHalfOpen) {
            // The bug: nobody gives the probe's permit back, so no other call gets one.
            stuckUntil = now + stuckMillis;
            return;
          }
          failuresInRow.clear();
        } else {
          forgetFailuresBefore(now - windowMillis);
        }
        failuresInRow.addLast(now);
        breaker.onError(0, TimeUnit.NANOSECONDS, COUNTED);
      }
    }

    @Override
    public void ignored() {
      synchronized (ResilienceCircuit.this) {
        if (!outdated()) {
          breaker.releasePermission();
        }
      }
    }

    /** A call from before the last transition must not be taken for the probe. */
    private boolean outdated() {
      return givenAt != transitions;
    }
  }

  /** resilience4j's window counts calls, not time: what is too old is taken out by hand. */
  private void forgetFailuresBefore(long millis) {
    boolean forgotten = false;
    while (!failuresInRow.isEmpty() && failuresInRow.peekFirst() <= millis) {
      failuresInRow.removeFirst();
      forgotten = true;
    }
    if (forgotten) {
      breaker.reset();
      for (int i = 0; i < failuresInRow.size(); i++) {
        breaker.onError(0, TimeUnit.NANOSECONDS, COUNTED);
      }
    }
  }

  private static final Exception COUNTED = new Exception("counted");
}
