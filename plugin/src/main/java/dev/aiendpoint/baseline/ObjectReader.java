package dev.aiendpoint.baseline;

import dev.aiendpoint.json.LocatedJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Reads the members of one JSON object and reports each that is not what it must be. */
final class ObjectReader {

  /** One item of a comma separated text, with the index of its first character. */
  record Item(String value, int index) {}

  private final Map<String, LocatedJson.Member> members;
  private final LocatedJson.Place place;
  private final FileProblems problems;

  ObjectReader(LocatedJson.Members object, List<String> known, FileProblems problems) {
    this.members = object.members();
    this.place = object.place();
    this.problems = problems;
    members.forEach(
        (name, member) -> {
          if (!known.contains(name)) {
            problems.add(
                member.namePlace(),
                "member '"
                    + name
                    + "' is not known"
                    + Suggestion.didYouMean(name, known)
                    + "; supported: "
                    + String.join(", ", known));
          }
        });
  }

  LocatedJson.Place place() {
    return place;
  }

  Optional<LocatedJson> value(String name) {
    return Optional.ofNullable(members.get(name)).map(LocatedJson.Member::value);
  }

  /** The text of a member, which must not be empty; an absent member is no problem. */
  Optional<LocatedJson.Text> text(String name, String rule) {
    Optional<LocatedJson> value = value(name);
    if (value.isEmpty()) {
      return Optional.empty();
    }
    if (value.get() instanceof LocatedJson.Text text && !text.value().isBlank()) {
      return Optional.of(text);
    }
    report(name, value.get(), rule);
    return Optional.empty();
  }

  /** As {@link #text}, and an absent member is a problem. */
  Optional<LocatedJson.Text> required(String name, String rule) {
    if (value(name).isEmpty()) {
      problems.add(place, "member '" + name + "' is missing and must be " + rule);
    }
    return text(name, rule);
  }

  /** Items of a comma separated text; an empty item is a problem. */
  List<Item> items(String name, String rule) {
    Optional<LocatedJson.Text> text = text(name, rule);
    if (text.isEmpty()) {
      return List.of();
    }
    List<Item> items = new ArrayList<>();
    int start = 0;
    for (String part : text.get().value().split(",", -1)) {
      if (part.isBlank()) {
        problems.addInside(
            text.get(), start, was(name, text.get()) + " but must have no empty item");
      } else {
        items.add(new Item(part.strip(), start + part.indexOf(part.strip())));
      }
      start += part.length() + 1;
    }
    return items;
  }

  /** Items that {@code parse} accepts; each other one is a problem. */
  <T> List<T> items(
      String name, String rule, List<String> supported, Function<String, Optional<T>> parse) {
    List<T> values = new ArrayList<>();
    for (Item item : items(name, rule)) {
      Optional<T> value = parse.apply(item.value());
      value.ifPresent(values::add);
      if (value.isEmpty()) {
        problems.addInside(
            (LocatedJson.Text) value(name).orElseThrow(),
            item.index(),
            name
                + " was '"
                + item.value()
                + "' but must be "
                + rule
                + Suggestion.didYouMean(item.value(), supported)
                + "; supported: "
                + String.join(", ", supported));
      }
    }
    return values;
  }

  void report(String name, LocatedJson value, String rule) {
    problems.add(value.place(), was(name, value) + " but must be " + rule);
  }

  static String was(String name, LocatedJson value) {
    return name + " was '" + value.display() + "'";
  }
}
