package dev.aiendpoint.baseline;

import java.util.Set;

/**
 * Which thresholds measured nothing unless another one holds. Immutable.
 *
 * @param ofAll true for every other threshold
 * @param ids those that are named
 */
public record Precondition(boolean ofAll, Set<String> ids) {

  public static final Precondition OF_NONE = new Precondition(false, Set.of());
  public static final Precondition OF_ALL = new Precondition(true, Set.of());

  public Precondition {
    ids = Set.copyOf(ids);
  }

  static Precondition of(Set<String> ids) {
    return new Precondition(false, ids);
  }
}
