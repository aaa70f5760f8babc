package dev.aiendpoint.stats;

import dev.aiendpoint.circuit.CircuitFindings;
import dev.aiendpoint.circuit.CircuitReport;
import dev.aiendpoint.ratelimit.LimitFigures;
import dev.aiendpoint.ratelimit.LimitReport;
import dev.aiendpoint.sample.OperationClass;
import java.util.List;
import java.util.Map;

/**
 * Everything that was recorded up to a moment. Immutable; may be read from any thread. All
 * verdicts, tables and reports are computed from it and from nothing else.
 */
public interface RunSnapshot {

  /** Figures of the samples that {@code scope} selects. */
  Summary select(Scope scope);

  /** Labels in order of first appearance, CONTROL labels included. */
  List<String> labels();

  /** Names of the phases in order of first appearance; empty when the plan has none. */
  List<String> phases();

  /**
   * What failing samples said most often: {@code <outcome> (<code>): <message>}, most frequent
   * first, at most 5, of the samples that {@code scope} selects by label, operation, phase and,
   * when it names any, outcome. Messages that differ only in digits are one kind.
   */
  List<Failure> topFailures(Scope scope);

  /**
   * Cache hits and misses over time, by operation class; only classes of which an answer told hit
   * or miss, CONTROL never. Intervals without such an answer are left out; there are at most 600.
   */
  default Map<OperationClass, List<HitRatePoint>> hitRateOverTime() {
    return Map.of();
  }

  /** How the run went over time. */
  default TimeSeries timeSeries() {
    return TimeSeries.EMPTY;
  }

  /** The life of the circuit behind the AI requests, as far as they tell. */
  default CircuitReport circuit() {
    return CircuitReport.NONE;
  }

  /** What AI requests had to achieve to count as good. */
  default Goodput goodput() {
    return Goodput.UNDECLARED;
  }

  /**
   * What became of the arrivals, by thread group; empty when no group had any, and for a run that
   * was read from a file.
   */
  default List<ArrivalCount> arrivals() {
    return List.of();
  }

  /** What rate limits did, as far as a live run could see; nothing of it is in a result file. */
  default LimitReport rateLimits() {
    return LimitReport.NONE;
  }

  /** What rate limits did to the labels and phases that {@code scope} selects. */
  default LimitFigures rateLimits(Scope scope) {
    return LimitFigures.NONE;
  }

  /**
   * The life of the circuit behind a group of endpoints, as far as their requests tell.
   *
   * @param labels label patterns of the group; empty for all AI requests. Only groups that were
   *     named before the run are followed, see {@link RunRecorder}; of others nothing is known
   */
  default CircuitReport circuit(List<String> labels) {
    return labels.isEmpty() ? circuit() : CircuitReport.NONE;
  }

  /** What is known of circuits besides the samples. */
  default CircuitFindings circuitFindings() {
    return CircuitFindings.NONE;
  }

  /** True when some labels were too many to be told apart; see {@link RunRecorder}. */
  default boolean labelsOverflowed() {
    return false;
  }

  /**
   * One kind of failure.
   *
   * @param outcome how the requests ended
   * @param responseCode HTTP status or JMeter's text
   * @param message the first message of this kind
   * @param count how many
   */
  record Failure(
      dev.aiendpoint.exchange.Outcome outcome, String responseCode, String message, long count) {}
}
