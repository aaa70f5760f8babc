package dev.aiendpoint.stats;

import dev.aiendpoint.exchange.CacheStatus;
import dev.aiendpoint.exchange.Outcome;
import dev.aiendpoint.sample.OperationClass;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Which samples a figure is about. An empty set or list selects everything; CONTROL samples are
 * selected only by a label pattern that begins with {@code CONTROL} or by naming the operation.
 *
 * @param labels glob patterns ({@code *} any text, {@code ?} one character), any of which matches
 * @param phases phase names
 * @param operations operation classes
 * @param outcomes outcomes
 * @param caches cache statuses
 */
public record Scope(
    List<String> labels,
    Set<String> phases,
    Set<OperationClass> operations,
    Set<Outcome> outcomes,
    Set<CacheStatus> caches) {

  /** Every sample but CONTROL. */
  public static final Scope ALL = new Scope(List.of(), Set.of(), Set.of(), Set.of(), Set.of());

  public Scope {
    labels = List.copyOf(labels);
    phases = inOrder(phases);
    operations = inOrder(operations);
    outcomes = inOrder(outcomes);
    caches = inOrder(caches);
  }

  /** Messages name them as the author did, which Set.copyOf would shuffle. */
  private static <T> Set<T> inOrder(Set<T> values) {
    return Collections.unmodifiableSet(new LinkedHashSet<>(values));
  }

  public static Scope ofLabels(String... patterns) {
    return new Scope(List.of(patterns), Set.of(), Set.of(), Set.of(), Set.of());
  }

  public static Scope ofOperation(OperationClass operation) {
    return new Scope(List.of(), Set.of(), Set.of(operation), Set.of(), Set.of());
  }

  public Scope withLabels(List<String> patterns) {
    return new Scope(patterns, phases, operations, outcomes, caches);
  }

  public Scope withPhases(Set<String> only) {
    return new Scope(labels, only, operations, outcomes, caches);
  }

  public Scope withOperations(Set<OperationClass> only) {
    return new Scope(labels, phases, only, outcomes, caches);
  }

  public Scope withOutcomes(Set<Outcome> only) {
    return new Scope(labels, phases, operations, only, caches);
  }

  public Scope withCaches(Set<CacheStatus> only) {
    return new Scope(labels, phases, operations, outcomes, only);
  }
}
