package dev.aiendpoint.baseline;

import dev.aiendpoint.circuit.CircuitReport;
import dev.aiendpoint.circuit.Opening;
import dev.aiendpoint.circuit.StatePattern;
import dev.aiendpoint.exchange.CircuitState;
import dev.aiendpoint.exchange.Outcome;
import dev.aiendpoint.sample.OperationClass;
import dev.aiendpoint.sample.SampleColumn;
import dev.aiendpoint.stats.RunSnapshot;
import dev.aiendpoint.stats.Scope;
import dev.aiendpoint.stats.Summary;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * A figure of the circuit breaker behind the AI requests. It stands on those AI requests in scope
 * that tell something of it; where nothing does there is no figure. Phases select the transitions
 * that show in them; labels name the group of endpoints that shares the circuit.
 */
public sealed interface CircuitMetric extends Metric {

  @Override
  default Set<SampleColumn> columns() {
    return Set.of(SampleColumn.OUTCOME, SampleColumn.CIRCUIT);
  }

  @Override
  default String absentBecause() {
    return "the answers do not tell: requests must reach the AI provider (a cached answer says"
        + " nothing), and fast refusals with no slower failure before may be instant errors as"
        + " well";
  }

  /** How often something happened. */
  record Count(Kind kind) implements CircuitMetric {

    /** What is counted. */
    public enum Kind {
      /** Openings out of CLOSED. */
      OPENED,
      /** Openings after a failed probe. */
      REOPENED,
      /** Failures in a row before an opening, as clients saw them; the most of all openings. */
      FAILURES_BEFORE_OPEN,
      /** Most requests that were let through in one HALF_OPEN. */
      PROBES_AT_ONCE,
      /** Requests that were let through although their answer says OPEN. */
      WRONGLY_LET_THROUGH;

      String word() {
        return name().toLowerCase(Locale.ROOT);
      }
    }

    /** False for what is known of the whole run only. */
    boolean isKnownByPhase() {
      return kind != Kind.PROBES_AT_ONCE && kind != Kind.WRONGLY_LET_THROUGH;
    }

    @Override
    public Dimension dimension() {
      return Dimension.NUMBER;
    }

    @Override
    public Observation observe(RunSnapshot run, Scope scope) {
      CircuitReport circuit = of(run, scope);
      Set<String> phases = scope.phases();
      OptionalLong count =
          switch (kind) {
            case OPENED -> known(circuit, phases, circuit.opened(phases).size());
            case REOPENED -> known(circuit, phases, circuit.reopened(phases).size());
            case FAILURES_BEFORE_OPEN ->
                circuit.opened(phases).stream().mapToLong(Opening::failures).max();
            case PROBES_AT_ONCE ->
                circuit.probes() == 0
                    ? OptionalLong.empty()
                    : OptionalLong.of(circuit.probesAtOnce());
            case WRONGLY_LET_THROUGH -> circuit.wronglyLetThrough();
          };
      return observation(run, scope, count);
    }

    /** A count of nothing is only known when the state was known all the time. */
    private static OptionalLong known(CircuitReport circuit, Set<String> phases, long count) {
      boolean lost =
          circuit.sequence(phases).contains(CircuitState.UNKNOWN)
              || phases.stream().anyMatch(phase -> circuit.told(Set.of(phase)) == 0);
      return count == 0 && lost ? OptionalLong.empty() : OptionalLong.of(count);
    }

    @Override
    public String absentBecause() {
      return kind == Kind.WRONGLY_LET_THROUGH
          ? "no answer names a state, so nobody can tell what was let through against it"
          : CircuitMetric.super.absentBecause();
    }

    @Override
    public boolean onlyGrows() {
      return true;
    }

    @Override
    public Optional<String> causeOfBreach(RunSnapshot run, Scope scope) {
      CircuitReport circuit = of(run, scope);
      List<Opening> opened = circuit.opened(Set.of());
      if (!isKnownByPhase()) {
        return Optional.empty();
      }
      if (kind == Kind.FAILURES_BEFORE_OPEN) {
        return Optional.of("counted by what clients saw, a bound of what the breaker counted");
      }
      if (opened.isEmpty()) {
        return Optional.of("never opened, " + circuit.realFailures() + " real failures seen");
      }
      String phases =
          opened.stream()
              .map(Opening::phase)
              .filter(phase -> !phase.isEmpty())
              .distinct()
              .collect(Collectors.joining(", "));
      return phases.isEmpty() ? Optional.empty() : Optional.of("it opened in " + phases);
    }
  }

  /** How long something lasted. */
  record Time(Extreme.Kind extreme, Kind kind) implements CircuitMetric {

    /** What lasted. */
    public enum Kind {
      /** From OPEN to the first probe. */
      OPEN(Opening::openForMillis),
      /** From the first to the last request that showed it open: it was open at least as long. */
      SEEN_OPEN(opening -> OptionalLong.of(opening.seenOpenMillis())),
      /** From the first failure to OPEN. */
      TIME_TO_OPEN(Opening::timeToOpenMillis);

      private final Function<Opening, OptionalLong> time;

      Kind(Function<Opening, OptionalLong> time) {
        this.time = time;
      }

      String word() {
        return name().toLowerCase(Locale.ROOT);
      }
    }

    @Override
    public Dimension dimension() {
      return Dimension.TIME;
    }

    @Override
    public Observation observe(RunSnapshot run, Scope scope) {
      LongStream times =
          of(run, scope).openings(scope.phases()).stream()
              .map(kind.time)
              .flatMapToLong(OptionalLong::stream);
      OptionalDouble time =
          switch (extreme) {
            case MIN -> times.asDoubleStream().min();
            case MEAN -> times.average();
            case MAX -> times.asDoubleStream().max();
          };
      return new Observation(time, samples(run, scope));
    }

    @Override
    public boolean onlyGrows() {
      return extreme == Extreme.Kind.MAX;
    }

    @Override
    public Optional<String> causeOfBreach(RunSnapshot run, Scope scope) {
      return kind == Kind.SEEN_OPEN ? stuck(of(run, scope)) : Optional.empty();
    }
  }

  /** How many percent of the AI requests, cached answers apart, were refused or got a fallback. */
  record Refused() implements CircuitMetric {

    @Override
    public Dimension dimension() {
      return Dimension.PERCENT;
    }

    @Override
    public Observation observe(RunSnapshot run, Scope scope) {
      Summary summary = run.select(ofAi(scope));
      long cached = summary.outcomes().getOrDefault(Outcome.CACHED, 0L);
      long asked = summary.samples() - cached;
      long refused =
          summary.outcomes().getOrDefault(Outcome.FALLBACK, 0L)
              + summary.outcomes().getOrDefault(Outcome.CIRCUIT_REJECTED, 0L);
      return new Observation(
          asked == 0 ? OptionalDouble.empty() : OptionalDouble.of(100.0 * refused / asked), asked);
    }

    @Override
    public Set<SampleColumn> columns() {
      return Set.of(SampleColumn.OUTCOME);
    }
  }

  /** Whether it is in a state at the end of each named phase, else at the end of the run. */
  record InState(CircuitState expected, boolean wanted) implements CircuitMetric {

    @Override
    public Dimension dimension() {
      return Dimension.WORDS;
    }

    @Override
    public Observation observe(RunSnapshot run, Scope scope) {
      List<CircuitState> states = states(run, scope);
      return truth(
          run,
          scope,
          states,
          states.stream().allMatch(state -> (state == expected) == wanted),
          states.stream().distinct().map(Enum::name).collect(Collectors.joining(", ")));
    }

    private static List<CircuitState> states(RunSnapshot run, Scope scope) {
      if (scope.phases().isEmpty()) {
        return List.of(of(run, scope).state());
      }
      List<CircuitState> states = new ArrayList<>();
      CircuitReport circuit = of(run, scope);
      for (String phase : scope.phases()) {
        OptionalLong end = run.select(ofAi(scope).withPhases(Set.of(phase))).lastEndMillis();
        states.add(
            end.isEmpty() || circuit.told(Set.of(phase)) == 0
                ? CircuitState.UNKNOWN
                : circuit.stateAt(end.getAsLong()));
      }
      return states;
    }

    @Override
    public Optional<String> causeOfBreach(RunSnapshot run, Scope scope) {
      return stuck(of(run, scope));
    }
  }

  /** Whether the states followed each other as they should. */
  record Sequence(StatePattern pattern) implements CircuitMetric {

    private static final int SHOWN = 12;

    @Override
    public Dimension dimension() {
      return Dimension.WORDS;
    }

    @Override
    public Observation observe(RunSnapshot run, Scope scope) {
      List<CircuitState> states = of(run, scope).sequence(scope.phases());
      String words =
          states.stream().limit(SHOWN).map(Enum::name).collect(Collectors.joining(" > "))
              + (states.size() > SHOWN ? " > ..." : "");
      return truth(run, scope, states, pattern.matches(states), words);
    }

    @Override
    public Optional<String> causeOfBreach(RunSnapshot run, Scope scope) {
      CircuitReport circuit = of(run, scope);
      return circuit.opened(Set.of()).isEmpty()
          ? Optional.of("never opened, " + circuit.realFailures() + " real failures seen")
          : stuck(circuit);
    }
  }

  /** The circuit behind the endpoints in scope. */
  private static CircuitReport of(RunSnapshot run, Scope scope) {
    return run.circuit(scope.labels());
  }

  /** A known bug: a probe that failed is never given back, so that no other one gets a turn. */
  private static Optional<String> stuck(CircuitReport circuit) {
    if (circuit.state() == CircuitState.HALF_OPEN && !circuit.transitions().isEmpty()) {
      return Optional.of(
          "stuck in HALF_OPEN: it refuses everything, as after a failed probe that nobody gave"
              + " back");
    }
    List<Opening> openings = circuit.openings();
    if (circuit.state() != CircuitState.OPEN || openings.size() < 2) {
      return Optional.empty();
    }
    long lasts = openings.get(openings.size() - 1).seenOpenMillis();
    long before =
        openings.stream()
            .flatMapToLong(opening -> opening.openForMillis().stream())
            .max()
            .orElse(Long.MAX_VALUE);
    return lasts <= before
        ? Optional.empty()
        : Optional.of(
            "after a failed probe it let no other one through for "
                + FigureFormat.figure(lasts, "ms")
                + ", though it had done so after "
                + FigureFormat.figure(before, "ms")
                + " before: as a breaker that is stuck in HALF_OPEN");
  }

  private static Observation truth(
      RunSnapshot run, Scope scope, List<CircuitState> states, boolean holds, String words) {
    boolean known = of(run, scope).isKnown() && !states.contains(CircuitState.UNKNOWN);
    return new Observation(
        known ? OptionalDouble.of(holds ? 1 : 0) : OptionalDouble.empty(),
        samples(run, scope),
        Optional.of(words));
  }

  private static Observation observation(RunSnapshot run, Scope scope, OptionalLong value) {
    return new Observation(
        value.isPresent() && of(run, scope).isKnown()
            ? OptionalDouble.of(value.getAsLong())
            : OptionalDouble.empty(),
        samples(run, scope));
  }

  /** Requests that told something in these phases; none while no state is known. */
  private static long samples(RunSnapshot run, Scope scope) {
    CircuitReport circuit = of(run, scope);
    return circuit.isKnown() ? circuit.told(scope.phases()) : 0;
  }

  private static Scope ofAi(Scope scope) {
    return scope.withOperations(Set.of(OperationClass.AI));
  }
}
