package dev.aiendpoint.standin.provider.fault;

import java.util.List;

/** A fault, or a script of them, that cannot be used; all problems at once, a line each. */
public final class InvalidFaultException extends Exception {

  private final transient List<String> problems;

  public InvalidFaultException(List<String> problems) {
    super(String.join(System.lineSeparator(), problems));
    this.problems = List.copyOf(problems);
  }

  public List<String> problems() {
    return problems;
  }
}
