package dev.aiendpoint.report;

import dev.aiendpoint.baseline.RunVerdict;
import dev.aiendpoint.circuit.CircuitFindings;
import dev.aiendpoint.circuit.CircuitReport;
import dev.aiendpoint.exchange.Outcome;
import dev.aiendpoint.sample.OperationClass;
import dev.aiendpoint.stats.ArrivalCount;
import dev.aiendpoint.stats.RunSnapshot;
import dev.aiendpoint.stats.Scope;
import dev.aiendpoint.stats.Summary;
import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;

/**
 * The figures that every report of a run shows, taken from its snapshot in one place so that no two
 * reports differ. CONTROL samples are in none of them but {@link #control()}. Immutable.
 */
public final class RunFigures {

  /** Successful answers whose tokens were generated for this run. */
  private static final Set<Outcome> PRODUCED = Set.of(Outcome.GENERATED, Outcome.SERVED);

  private final RunVerdict run;
  private final RunSnapshot snapshot;
  private final Summary all;

  public RunFigures(RunVerdict run) {
    this.run = run;
    this.snapshot = run.figures();
    this.all = snapshot.select(Scope.ALL);
  }

  public Summary all() {
    return all;
  }

  /** Number of CONTROL samples. */
  public long control() {
    return snapshot.select(Scope.ofOperation(OperationClass.CONTROL)).samples();
  }

  public Duration length() {
    Duration length = Duration.between(run.startedAt(), run.endedAt());
    return length.isNegative() ? Duration.ZERO : length;
  }

  /** Labels of the service, in order of first appearance. */
  public List<String> labels() {
    return snapshot.labels().stream()
        .filter(label -> OperationClass.ofLabel(label) != OperationClass.CONTROL)
        .toList();
  }

  public Summary label(String label) {
    return snapshot.select(Scope.ofLabels(label));
  }

  public List<String> phases() {
    return snapshot.phases();
  }

  public Summary phase(String phase) {
    return snapshot.select(Scope.ALL.withPhases(Set.of(phase)));
  }

  /** Milliseconds from the start of the run to a moment given in epoch milliseconds. */
  public OptionalLong sinceStart(OptionalLong epochMillis) {
    return epochMillis.isEmpty()
        ? epochMillis
        : OptionalLong.of(epochMillis.getAsLong() - run.startedAt().toEpochMilli());
  }

  public Summary operation(OperationClass operation) {
    return snapshot.select(Scope.ofOperation(operation));
  }

  /**
   * Output tokens of successful, uncached answers, by second from the first sample's start to the
   * last one's end.
   */
  public OptionalDouble tokensPerSecond() {
    OptionalLong tokens = snapshot.select(Scope.ALL.withOutcomes(PRODUCED)).tokensOut();
    if (tokens.isEmpty() || all.firstStartMillis().isEmpty() || all.lastEndMillis().isEmpty()) {
      return OptionalDouble.empty();
    }
    long millis = all.lastEndMillis().getAsLong() - all.firstStartMillis().getAsLong();
    return millis <= 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(1000.0 * tokens.getAsLong() / millis);
  }

  /** Figures of the AI requests. */
  public Summary ai() {
    return operation(OperationClass.AI);
  }

  /** Share of the attempts with an objective that met it; absent when there was none. */
  public OptionalDouble goodput() {
    long attempts = ai().goodputAttempts();
    return attempts == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of((double) ai().goodputMet() / attempts);
  }

  /**
   * Attempts that met their objective, by second from the first AI request's start to the last
   * one's end.
   */
  OptionalDouble goodputPerSecond() {
    Summary ai = ai();
    if (ai.goodputAttempts() == 0) {
      return OptionalDouble.empty();
    }
    long millis = ai.lastEndMillis().getAsLong() - ai.firstStartMillis().getAsLong();
    return millis <= 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(1000.0 * ai.goodputMet() / millis);
  }

  /** What became of the arrivals, by thread group; empty when there were none. */
  public List<ArrivalCount> arrivals() {
    return snapshot.arrivals();
  }

  /** What the AI requests told of the circuit behind them. */
  public CircuitReport circuit() {
    return snapshot.circuit();
  }

  /** What is known of circuits besides the samples. */
  public CircuitFindings circuitFindings() {
    return snapshot.circuitFindings();
  }

  public List<RunSnapshot.Failure> topFailures() {
    return snapshot.topFailures(Scope.ALL);
  }
}
