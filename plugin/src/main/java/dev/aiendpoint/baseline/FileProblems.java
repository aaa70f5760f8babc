package dev.aiendpoint.baseline;

import dev.aiendpoint.json.InvalidFileException;
import dev.aiendpoint.json.LocatedJson;
import dev.aiendpoint.json.Problem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects what is wrong in one file. Not for several threads. */
final class FileProblems {

  private final String file;
  private final List<String> lines;
  private final List<Problem> problems = new ArrayList<>();

  FileProblems(String file, String text) {
    this.file = file;
    this.lines = text.lines().toList();
  }

  void add(LocatedJson.Place place, String message) {
    problems.add(new Problem(file, place.line(), place.column(), message));
  }

  /** A problem at a character of a JSON string. */
  void addInside(LocatedJson.Text text, int index, String message) {
    add(new LocatedJson.Place(text.place().line(), column(text.place(), index)), message);
  }

  /** The column in the file of a character of a string; an escape is one character there. */
  private int column(LocatedJson.Place place, int index) {
    String line = lines.get(place.line() - 1);
    int at = place.column();
    for (int i = 0; i < index; i++) {
      at += line.charAt(at) != '\\' ? 1 : line.charAt(at + 1) == 'u' ? 6 : 2;
    }
    return at + 1;
  }

  boolean isEmpty() {
    return problems.isEmpty();
  }

  void throwIfAny() throws InvalidFileException {
    if (!problems.isEmpty()) {
      throw new InvalidFileException(
          problems.stream()
              .sorted(Comparator.comparingInt(Problem::line).thenComparingInt(Problem::column))
              .toList());
    }
  }
}
