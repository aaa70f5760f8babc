package dev.aiendpoint.classify;

import dev.aiendpoint.json.InvalidFileException;
import dev.aiendpoint.json.LocatedJson;
import dev.aiendpoint.json.Problem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The problems of one file, collected while it is read, and the typed reads that find most of them.
 * A read that fails is reported and empty. Used by one thread.
 */
final class ProblemLog {

  private final String file;
  private final List<Problem> problems = new ArrayList<>();

  ProblemLog(String file) {
    this.file = file;
  }

  void report(LocatedJson.Place place, String message) {
    problems.add(new Problem(file, place.line(), place.column(), message));
  }

  /** {@code <name> was '<value>' but must be <rule>}. */
  void refuse(String name, LocatedJson value, String rule) {
    String shown = value.display();
    report(
        value.place(),
        name
            + " was '"
            + (shown.length() > 60 ? shown.substring(0, 60) + "…" : shown)
            + "' but must be "
            + rule);
  }

  void throwIfAny() throws InvalidFileException {
    if (!problems.isEmpty()) {
      problems.sort(Comparator.comparingInt(Problem::line).thenComparingInt(Problem::column));
      throw new InvalidFileException(problems);
    }
  }

  int size() {
    return problems.size();
  }

  /** The members of an object, unknown ones reported. */
  Optional<Map<String, LocatedJson.Member>> members(
      String name, LocatedJson value, Collection<String> known) {
    if (!(value instanceof LocatedJson.Members object)) {
      refuse(name, value, "an object");
      return Optional.empty();
    }
    object
        .members()
        .forEach(
            (member, found) -> {
              if (!known.contains(member)) {
                report(
                    found.namePlace(),
                    name
                        + ": unknown member '"
                        + member
                        + "'"
                        + NearestWord.hint(member, known)
                        + "; supported: "
                        + String.join(", ", known));
              }
            });
    return Optional.of(object.members());
  }

  /** The items of an array, or the one value that stands for an array of one. */
  List<LocatedJson> oneOrMore(String name, LocatedJson value, int limit) {
    List<LocatedJson> items =
        value instanceof LocatedJson.Items array ? array.items() : List.of(value);
    if (items.isEmpty() || items.size() > limit) {
      report(value.place(), name + " had " + items.size() + " values but must have 1 to " + limit);
      return List.of();
    }
    return items;
  }

  /** The items of an array. */
  List<LocatedJson> items(String name, LocatedJson value, int limit) {
    if (!(value instanceof LocatedJson.Items)) {
      refuse(name, value, "an array");
      return List.of();
    }
    return oneOrMore(name, value, limit);
  }

  /** A string of 1 to {@code limit} characters that is not blank. */
  Optional<String> text(String name, LocatedJson value, int limit) {
    if (value instanceof LocatedJson.Text text
        && !text.value().isBlank()
        && text.value().length() <= limit) {
      return Optional.of(text.value());
    }
    refuse(name, value, "a text of 1 to " + limit + " characters");
    return Optional.empty();
  }

  Optional<Boolean> flag(String name, LocatedJson value) {
    if (value instanceof LocatedJson.Bool flag) {
      return Optional.of(flag.value());
    }
    refuse(name, value, "true or false");
    return Optional.empty();
  }

  /** One of some words. */
  Optional<String> word(String name, LocatedJson value, Collection<String> words) {
    if (value instanceof LocatedJson.Text text && words.contains(text.value())) {
      return Optional.of(text.value());
    }
    refuse(
        name,
        value,
        "a supported word"
            + NearestWord.hint(value.display(), words)
            + "; supported: "
            + String.join(", ", words));
    return Optional.empty();
  }
}
