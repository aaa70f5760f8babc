package dev.aiendpoint.advice;

/**
 * An issue that a run shows, and what to do about it.
 *
 * @param issue what is wrong, a sentence
 * @param evidence the figures behind it, each with its n
 * @param recommendation what to do, a sentence
 */
public record Advice(String issue, String evidence, String recommendation) {

  /** The same issue with the evidence of another threshold besides. */
  Advice and(Advice other) {
    return evidence.equals(other.evidence)
        ? this
        : new Advice(issue, evidence + "; " + other.evidence, recommendation);
  }
}
