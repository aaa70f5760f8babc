package dev.aiendpoint.standin.ai;

import dev.aiendpoint.standin.limit.DailyBudget;
import dev.aiendpoint.standin.limit.SlidingLimit;
import dev.aiendpoint.standin.options.Scale;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The application's way to the AI provider: budget, circuit breaker, calls a minute, then up to
 * four attempts with 1, 2 and 4 s (scaled) of back-off. The breaker is asked before each attempt
 * and hears of each. Safe for use by many threads; a call blocks until its end is known.
 */
public final class AiGateway {

  private static final List<Duration> BACK_OFFS =
      List.of(Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(4));

  private final AiProvider provider;
  private final AiCircuit circuit;
  private final Optional<SlidingLimit> limit;
  private final DailyBudget budget;
  private final Scale scale;

  public AiGateway(
      AiProvider provider,
      AiCircuit circuit,
      Optional<SlidingLimit> limit,
      DailyBudget budget,
      Scale scale) {
    this.provider = provider;
    this.circuit = circuit;
    this.limit = limit;
    this.budget = budget;
    this.scale = scale;
  }

  /** Asks for a whole answer. */
  public AiResult answer(AiRequest request) throws InterruptedException {
    try {
      return call(request, null);
    } catch (IOException e) {
      throw new IllegalStateException("no sink, so none can fail", e);
    }
  }

  /**
   * Asks for an answer in pieces; nothing is retried once a piece has gone out.
   *
   * @throws IOException when the sink failed
   */
  public AiResult stream(AiRequest request, TextSink sink)
      throws IOException, InterruptedException {
    return call(request, sink);
  }

  /** The circuit's state now. */
  public String circuitState() {
    return circuit.state();
  }

  private AiResult call(AiRequest request, TextSink sink) throws IOException, InterruptedException {
    if (budget.spent()) {
      return new AiResult.BudgetSpent();
    }
    boolean[] begun = new boolean[1];
    TextSink watched =
        sink == null
            ? null
            : piece -> {
              begun[0] = true;
              sink.accept(piece);
            };
    for (int attempt = 0; ; attempt++) {
      Optional<AiCircuit.Permit> permit = circuit.tryAcquire();
      if (permit.isEmpty()) {
        return new AiResult.Refused(circuit.state());
      }
      if (limit.isPresent() && !limit.get().tryAcquire()) {
        permit.get().ignored();
        return new AiResult.Limited(limit.get().untilFree());
      }
      try {
        return attempt(request, watched, permit.get());
      } catch (AiFailure failure) {
        if (begun[0] || !failure.retryable() || attempt == BACK_OFFS.size()) {
          return new AiResult.Failed(failure, begun[0]);
        }
        Thread.sleep(scale.duration(BACK_OFFS.get(attempt)).toMillis());
      }
    }
  }

  private AiResult attempt(AiRequest request, TextSink sink, AiCircuit.Permit permit)
      throws AiFailure, IOException, InterruptedException {
    boolean heard = false;
    try {
      AiReply reply = sink == null ? provider.answer(request) : provider.stream(request, sink);
      heard = true;
      permit.succeeded();
      double cost = Prices.cost(reply);
      budget.charge(cost);
      return new AiResult.Answered(reply, cost);
    } catch (AiFailure failure) {
      heard = true;
      if (failure.counts()) {
        permit.failed();
      } else {
        permit.ignored();
      }
      throw failure;
    } finally {
      if (!heard) {
        // The client went away, or the stand-in ends: no word about the provider.
        permit.ignored();
      }
    }
  }
}
