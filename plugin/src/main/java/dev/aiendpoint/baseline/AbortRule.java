package dev.aiendpoint.baseline;

import java.time.Duration;

/**
 * When a breach of a threshold stops the test.
 *
 * @param after how long a breach must last that more samples could still heal; a certain one stops
 *     at once
 */
public record AbortRule(Duration after) {

  /** What {@code "abort": true} means. */
  public static final AbortRule DEFAULT = new AbortRule(Duration.ofSeconds(30));
}
