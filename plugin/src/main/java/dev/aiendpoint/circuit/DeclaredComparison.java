package dev.aiendpoint.circuit;

import dev.aiendpoint.circuit.DeclaredPoint.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Holds a declared circuit breaker against what was seen of it, point by point. It claims no more
 * than the evidence carries: what fits many settings is not observed.
 */
final class DeclaredComparison {

  /** One request stands for up to so many calls. */
  private static final int MOST_ATTEMPTS = 4;

  /** Clocks and networks between a request and the breaker. */
  private static final long SLACK_MILLIS = 100;

  /** What is only known to this part of itself is not known. */
  private static final double LOOSE = 0.5;

  private final DeclaredCircuit declared;
  private final CircuitReport seen;
  private final Optional<FailuresBeforeOpening> failures;
  private final Optional<ProviderLog> log;

  /**
   * @param log of the provider that only this circuit's calls reach; empty when there is none
   */
  DeclaredComparison(
      DeclaredCircuit declared,
      CircuitReport seen,
      Optional<FailuresBeforeOpening> failures,
      Optional<ProviderLog> log) {
    this.declared = declared;
    this.seen = seen;
    this.failures = failures;
    this.log = log;
  }

  List<DeclaredPoint> points() {
    List<DeclaredPoint> points = new ArrayList<>();
    declared.failures().ifPresent(count -> points.add(failures(count)));
    declared.windowMillis().ifPresent(millis -> points.add(window(millis)));
    declared.openMillis().ifPresent(millis -> points.add(openTime(millis)));
    declared.probes().ifPresent(count -> points.add(probes(count)));
    return List.copyOf(points);
  }

  private DeclaredPoint failures(long count) {
    String name = "failures before opening";
    String said = Long.toString(count);
    if (failures.isEmpty()) {
      return new DeclaredPoint(
          name,
          said,
          "never seen to open, most failures in a row " + seen.longestRow(),
          seen.isKnown() && seen.longestRow() > 2 * count
              ? Finding.MISMATCH
              : Finding.NOT_OBSERVED);
    }
    FailuresBeforeOpening observed = failures.get();
    long choice = observed.most().orElse(observed.least()) - observed.least();
    Finding finding =
        observed.source() == FailuresBeforeOpening.Source.PROVIDER_LOG
            ? !observed.allows(count)
                ? Finding.MISMATCH
                : choice <= LOOSE * count ? Finding.MATCH : Finding.NOT_OBSERVED
            : MOST_ATTEMPTS * observed.count().orElse(0) < count
                ? Finding.MISMATCH
                : Finding.NOT_OBSERVED;
    return new DeclaredPoint(name, said, observed.words(), finding);
  }

  /** Failures that all come at once show no window; none is ever seen to end. */
  private DeclaredPoint window(long millis) {
    String observed =
        seen.opened(Set.of()).stream()
            .findFirst()
            .map(
                opening ->
                    opening.timeToOpenMillis().isPresent()
                        ? "opened "
                            + time(opening.timeToOpenMillis().getAsLong())
                            + " after the first failure"
                        : "no failure was seen before it opened")
            .orElse("never seen to open");
    return new DeclaredPoint("window", time(millis), observed, Finding.NOT_OBSERVED);
  }

  private DeclaredPoint openTime(long millis) {
    String name = "open time";
    long through = log.map(this::callsWhileOpen).orElse(0L);
    if (through >= ClosedState.REFUSALS_NEEDED) {
      return new DeclaredPoint(
          name,
          time(millis),
          "not open: "
              + through
              + " calls reached the provider while requests looked refused, so they failed fast",
          Finding.MISMATCH);
    }
    Optional<CircuitReport.Bounds> bounds = seen.openTime();
    if (bounds.isEmpty()) {
      long atLeast = seen.openings().stream().mapToLong(Opening::seenOpenMillis).max().orElse(0);
      return new DeclaredPoint(
          name,
          time(millis),
          atLeast == 0 ? "no opening that ended" : "at least " + time(atLeast),
          atLeast > millis + SLACK_MILLIS ? Finding.MISMATCH : Finding.NOT_OBSERVED);
    }
    long least = bounds.get().leastMillis();
    long most = bounds.get().mostMillis();
    boolean fits = millis >= least - SLACK_MILLIS && millis <= most + SLACK_MILLIS;
    boolean tight = most - least <= LOOSE * millis;
    return new DeclaredPoint(
        name,
        time(millis),
        time(least) + " to " + time(most),
        !fits ? Finding.MISMATCH : tight ? Finding.MATCH : Finding.NOT_OBSERVED);
  }

  /**
   * Calls between the first and the last request that showed it open. A breaker lets none pass but
   * a probe that nobody took for one.
   */
  private long callsWhileOpen(ProviderLog known) {
    return known.calls().stream()
        .mapToLong(ProviderLog.Call::startMillis)
        .filter(
            start ->
                seen.openings().stream()
                    .anyMatch(
                        opening ->
                            start > opening.notAfterMillis() + SLACK_MILLIS
                                && start < opening.stillOpenMillis() - SLACK_MILLIS))
        .count();
  }

  private DeclaredPoint probes(long count) {
    long most = seen.probesAtOnce();
    return new DeclaredPoint(
        "probes",
        Long.toString(count),
        most == 0 ? "none seen" : "at most " + most + " in one HALF_OPEN",
        most == count ? Finding.MATCH : most > count ? Finding.MISMATCH : Finding.NOT_OBSERVED);
  }

  private static String time(long millis) {
    return millis < 1_000
        ? millis + " ms"
        : String.format(Locale.ROOT, "%.1f s", millis / 1_000.0).replace(".0 s", " s");
  }
}
