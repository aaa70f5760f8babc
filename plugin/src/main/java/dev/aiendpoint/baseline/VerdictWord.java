package dev.aiendpoint.baseline;

import java.util.Collection;

/** The word that a threshold, and a run, ends with. Declared from best to worst. */
public enum VerdictWord {
  /** Limit and target met. */
  PASS,
  /** Limit met, target missed; or limit missed within the tolerance that the baseline allows. */
  WARN,
  /** The columns of a result file do not hold what the threshold asks; only ever offline. */
  NOT_DECIDABLE,
  /** Not measured, or with fewer samples than the threshold needs. Fails the run. */
  NO_DATA,
  /** Limit missed. */
  FAIL;

  /** True when a run may end with exit code 0. */
  public boolean isAccepted() {
    return this == PASS || this == WARN;
  }

  /**
   * The word of a run: its worst threshold's. A run in which nothing was decided is NO_DATA, since
   * no verdict may be vacuous.
   */
  public static VerdictWord worst(Collection<VerdictWord> words) {
    return words.stream()
        .filter(word -> word != NOT_DECIDABLE)
        .max(java.util.Comparator.naturalOrder())
        .orElse(NO_DATA);
  }
}
