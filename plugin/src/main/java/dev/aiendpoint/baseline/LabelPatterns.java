package dev.aiendpoint.baseline;

import java.util.Optional;

/** What a label pattern of a baseline may look like. */
final class LabelPatterns {

  private LabelPatterns() {}

  /** The rule that a pattern breaks; empty when it is fine. */
  static Optional<String> mistakeIn(String pattern) {
    if (pattern.isBlank()) {
      return Optional.of("a label pattern that is not empty, such as AI chat*");
    }
    if (pattern.contains(".*") || pattern.startsWith("^") || pattern.endsWith("$")) {
      return Optional.of(
          "a label pattern with * for any text and ? for one character, not a regular expression");
    }
    return Optional.empty();
  }
}
