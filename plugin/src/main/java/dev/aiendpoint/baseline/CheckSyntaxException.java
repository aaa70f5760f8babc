package dev.aiendpoint.baseline;

import java.util.Collection;

/** A check or a target does not follow the grammar; the message is the rule that it breaks. */
public final class CheckSyntaxException extends Exception {

  private final int index;

  CheckSyntaxException(int index, String rule) {
    super(rule);
    this.index = index;
  }

  CheckSyntaxException(int index, String rule, Collection<String> supported) {
    this(index, rule + "; supported: " + String.join(", ", supported));
  }

  /** Where in the text, from 0. */
  public int index() {
    return index;
  }
}
