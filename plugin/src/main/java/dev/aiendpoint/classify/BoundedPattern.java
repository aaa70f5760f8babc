package dev.aiendpoint.classify;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * A regular expression that ends in bounded time and stack whatever it is applied to.
 *
 * <p>Java's own matcher may need exponential time or overflow the stack, and it runs in the load
 * generator's threads. So a group must not be repeated without a bound (a character class may), and
 * a search that reads more than {@value #MAX_READS} characters is given up as "not found".
 */
final class BoundedPattern {

  static final int MAX_LENGTH = 300;
  static final int MAX_READS = 2_000_000;

  /** An unbounded or large repetition of a group: {@code )* )+ ){3,} ){3,500}}. */
  private static final Pattern REPEATED_GROUP =
      Pattern.compile("(?<!\\\\)\\)(?:[*+]|\\{\\d*,\\}|\\{(?:\\d+,)?\\d{3,}\\})");

  private final Pattern pattern;

  private BoundedPattern(Pattern pattern) {
    this.pattern = pattern;
  }

  /**
   * Compiles a Java regular expression.
   *
   * @throws IllegalArgumentException with the rule that it breaks, to follow "but must be"
   */
  static BoundedPattern compile(String regex) {
    if (regex.isEmpty() || regex.length() > MAX_LENGTH) {
      throw new IllegalArgumentException(
          "a regular expression of 1 to " + MAX_LENGTH + " characters");
    }
    if (REPEATED_GROUP.matcher(regex).find()) {
      throw new IllegalArgumentException(
          "a regular expression that repeats no group without a bound below 100 (write [...]* or"
              + " (...){0,9})");
    }
    try {
      return new BoundedPattern(Pattern.compile(regex));
    } catch (PatternSyntaxException e) {
      throw new IllegalArgumentException(
          "a regular expression: "
              + e.getDescription()
              + (e.getIndex() < 0 ? "" : " (character " + (e.getIndex() + 1) + ")"),
          e);
    }
  }

  /** True when the expression is found anywhere in the text. */
  boolean isIn(CharSequence text) {
    try {
      return pattern.matcher(new CountedText(text, 0, text.length(), new int[1])).find();
    } catch (ReadTooMuch | StackOverflowError e) {
      return false;
    }
  }

  @Override
  public String toString() {
    return pattern.pattern();
  }

  /** Counts the characters that a matcher reads, its only way to spend time. */
  private record CountedText(CharSequence text, int start, int end, int[] reads)
      implements CharSequence {

    @Override
    public int length() {
      return end - start;
    }

    @Override
    public char charAt(int index) {
      if (++reads[0] > MAX_READS) {
        throw new ReadTooMuch();
      }
      return text.charAt(start + index);
    }

    @Override
    public CharSequence subSequence(int from, int to) {
      return new CountedText(text, start + from, start + to, reads);
    }

    @Override
    public String toString() {
      return text.subSequence(start, end).toString();
    }
  }

  private static final class ReadTooMuch extends RuntimeException {
    ReadTooMuch() {
      super("regular expression given up", null, false, false);
    }
  }
}
