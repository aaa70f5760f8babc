package dev.aiendpoint.circuit;

/**
 * One thing that is said of a circuit breaker, beside what was seen of it.
 *
 * @param name what it is about, such as {@code open time}
 * @param declared what is said
 * @param observed what was seen
 * @param finding whether the two agree
 */
public record DeclaredPoint(String name, String declared, String observed, Finding finding) {

  /** Whether what was seen agrees with what is said. */
  public enum Finding {
    MATCH,
    MISMATCH,
    /** What was seen fits many settings. */
    NOT_OBSERVED;

    /** As words, such as {@code not observed}. */
    public String words() {
      return name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
    }
  }
}
