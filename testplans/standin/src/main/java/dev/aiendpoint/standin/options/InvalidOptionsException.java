package dev.aiendpoint.standin.options;

import java.util.List;

/** Settings that the stand-in cannot start with, all of them at once. Message: one line each. */
public final class InvalidOptionsException extends IllegalArgumentException {

  private final transient List<String> problems;

  public InvalidOptionsException(List<String> problems) {
    super(String.join(System.lineSeparator(), problems));
    this.problems = List.copyOf(problems);
  }

  /** One sentence for each setting that is wrong. */
  public List<String> problems() {
    return problems;
  }
}
