package dev.aiendpoint.json;

import java.util.List;
import java.util.stream.Collectors;

/** A file of the user's cannot be used; carries every problem that was found in it. */
public final class InvalidFileException extends Exception {

  private final transient List<Problem> problems;

  public InvalidFileException(List<Problem> problems) {
    super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
    this.problems = List.copyOf(problems);
  }

  public List<Problem> problems() {
    return problems;
  }
}
