package dev.aiendpoint.classify;

import dev.aiendpoint.json.JsonPath;
import dev.aiendpoint.json.JsonView;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One condition of a rule. Immutable and thread-safe; {@code toString} is the form that reasons
 * show, made of the profile's own words and never of received values.
 */
sealed interface Condition {

  boolean holds(Facts facts);

  /** The kinds of facts that must be there for this to hold; what stands under "not" is none. */
  Set<Fact> names();

  /** HTTP status in any of some ranges. */
  record Status(List<Range> ranges) implements Condition {

    /** Both ends included. */
    record Range(int from, int to, String text) {
      @Override
      public String toString() {
        return text;
      }
    }

    @Override
    public boolean holds(Facts facts) {
      if (facts.status().isEmpty()) {
        return false;
      }
      int status = facts.status().getAsInt();
      return ranges.stream().anyMatch(range -> range.from() <= status && status <= range.to());
    }

    @Override
    public Set<Fact> names() {
      return EnumSet.of(Fact.STATUS);
    }

    @Override
    public String toString() {
      return "status " + alternatives(ranges);
    }
  }

  /**
   * A response header. Without tests it must exist; with tests one of its values must pass all.
   *
   * @param name of one header, or the beginning of many names with a {@code *} behind it
   * @param present false when the header must be missing
   */
  record Header(String name, boolean present, List<TextPredicate> tests) implements Condition {
    @Override
    public boolean holds(Facts facts) {
      List<String> values =
          HeaderName.isFamily(name)
              ? facts.headers().allBeginning(HeaderName.beginning(name))
              : facts.headers().all(name);
      return present
          ? values.stream().anyMatch(value -> tests.stream().allMatch(test -> test.holds(value)))
          : values.isEmpty();
    }

    @Override
    public Set<Fact> names() {
      return EnumSet.of(Fact.HEADER);
    }

    @Override
    public String toString() {
      return "header " + name + described(present, tests);
    }
  }

  /**
   * A value of the JSON body. Without tests it must exist; with tests one of the values that the
   * path leads to must pass all. A member that is null counts as missing: services write {@code
   * "error": null}.
   *
   * @param present false when there must be no value
   */
  record Json(JsonPath path, boolean present, List<JsonPredicate> tests) implements Condition {
    @Override
    public boolean holds(Facts facts) {
      if (!facts.json().exists()) {
        return false;
      }
      List<JsonView> values =
          path.matches(facts.json()).stream()
              .map(JsonPath.Match::value)
              .filter(value -> !value.isNull())
              .toList();
      return present
          ? values.stream().anyMatch(value -> tests.stream().allMatch(test -> test.holds(value)))
          : values.isEmpty();
    }

    @Override
    public Set<Fact> names() {
      return EnumSet.of(Fact.JSON);
    }

    @Override
    public String toString() {
      return path + described(present, tests);
    }
  }

  /** The body as text; of a stream the reassembled text. */
  record Body(List<TextPredicate> tests) implements Condition {
    @Override
    public boolean holds(Facts facts) {
      String body = facts.body();
      return !body.isEmpty() && tests.stream().allMatch(test -> test.holds(body));
    }

    @Override
    public Set<Fact> names() {
      return EnumSet.of(Fact.BODY);
    }

    @Override
    public String toString() {
      return "body" + described(true, tests);
    }
  }

  /** The text of an error event or error object. */
  record ErrorText(boolean present, List<TextPredicate> tests) implements Condition {
    @Override
    public boolean holds(Facts facts) {
      Optional<String> error = facts.error();
      return present
          ? error.isPresent() && tests.stream().allMatch(test -> test.holds(error.get()))
          : error.isEmpty();
    }

    @Override
    public Set<Fact> names() {
      return present ? EnumSet.of(Fact.ERROR) : EnumSet.noneOf(Fact.class);
    }

    @Override
    public String toString() {
      return "error" + described(present, tests);
    }
  }

  /** Why the answer is incomplete. */
  record Failure(Set<FailureWord> words) implements Condition {
    @Override
    public boolean holds(Facts facts) {
      return facts.failure().filter(words::contains).isPresent();
    }

    @Override
    public Set<Fact> names() {
      return EnumSet.of(Fact.FAILURE);
    }

    @Override
    public String toString() {
      return "failure " + alternatives(words);
    }
  }

  /** Whether token usage was reported. */
  enum UsageWord implements Condition {
    /** At least one count. */
    REPORTED,
    /** No count at all. */
    NONE,
    /** At least one count, and every count of input and output is 0. */
    ZERO;

    @Override
    public boolean holds(Facts facts) {
      boolean known = facts.usage().isKnown();
      return switch (this) {
        case REPORTED -> known;
        case NONE -> !known;
        case ZERO ->
            known && facts.usage().input().orElse(0) == 0 && facts.usage().output().orElse(0) == 0;
      };
    }

    @Override
    public Set<Fact> names() {
      return EnumSet.of(Fact.USAGE);
    }

    @Override
    public String toString() {
      return "usage " + name().toLowerCase(Locale.ROOT);
    }
  }

  /** A token count that was reported, compared with numbers. */
  record UsageCount(Count count, List<NumberComparison> tests) implements Condition {

    /** The counts that a condition can name. */
    enum Count {
      INPUT("input"),
      OUTPUT("output"),
      CACHED_INPUT("cachedInput"),
      REASONING("reasoning");

      private final String word;

      Count(String word) {
        this.word = word;
      }

      String word() {
        return word;
      }
    }

    @Override
    public boolean holds(Facts facts) {
      OptionalLong found =
          switch (count) {
            case INPUT -> facts.usage().input();
            case OUTPUT -> facts.usage().output();
            case CACHED_INPUT -> facts.usage().cachedInput();
            case REASONING -> facts.usage().reasoning();
          };
      OptionalDouble value =
          found.isPresent() ? OptionalDouble.of(found.getAsLong()) : OptionalDouble.empty();
      return tests.stream().anyMatch(test -> test.holds(value));
    }

    @Override
    public Set<Fact> names() {
      return EnumSet.of(Fact.USAGE);
    }

    @Override
    public String toString() {
      return "usage." + count.word() + " " + alternatives(tests);
    }
  }

  /** Whether the answer arrived as an event stream. */
  record Stream(boolean streamed) implements Condition {
    @Override
    public boolean holds(Facts facts) {
      return facts.isStream() == streamed;
    }

    @Override
    public Set<Fact> names() {
      return EnumSet.of(Fact.STREAM);
    }

    @Override
    public String toString() {
      return streamed ? "streamed" : "not streamed";
    }
  }

  /** The media type, parameters left out; {@code text/*} stands for all of a kind. */
  record ContentType(List<String> types) implements Condition {
    @Override
    public boolean holds(Facts facts) {
      String media = facts.mediaType();
      return types.stream()
          .anyMatch(
              type ->
                  type.endsWith("/*")
                      ? media.startsWith(type.substring(0, type.length() - 1))
                      : media.equals(type));
    }

    @Override
    public Set<Fact> names() {
      return EnumSet.of(Fact.CONTENT_TYPE);
    }

    @Override
    public String toString() {
      return "content type " + alternatives(types);
    }
  }

  /** Every part must hold. */
  record AllOf(List<Condition> parts) implements Condition {
    @Override
    public boolean holds(Facts facts) {
      return parts.stream().allMatch(part -> part.holds(facts));
    }

    @Override
    public Set<Fact> names() {
      return namesOf(parts);
    }

    @Override
    public String toString() {
      return parts.stream().map(Condition::toString).collect(Collectors.joining(" and "));
    }
  }

  /** At least one part must hold. */
  record AnyOf(List<Condition> parts) implements Condition {
    @Override
    public boolean holds(Facts facts) {
      return parts.stream().anyMatch(part -> part.holds(facts));
    }

    @Override
    public Set<Fact> names() {
      // What is only one of several ways to hold is not what the rule rests on.
      Set<Fact> common = EnumSet.allOf(Fact.class);
      parts.forEach(part -> common.retainAll(part.names()));
      return common;
    }

    @Override
    public String toString() {
      return "("
          + parts.stream().map(Condition::toString).collect(Collectors.joining(" or "))
          + ")";
    }
  }

  /** The part must not hold. */
  record Not(Condition part) implements Condition {
    @Override
    public boolean holds(Facts facts) {
      return !part.holds(facts);
    }

    @Override
    public Set<Fact> names() {
      return EnumSet.noneOf(Fact.class);
    }

    @Override
    public String toString() {
      return "not (" + part + ")";
    }
  }

  private static Set<Fact> namesOf(List<Condition> parts) {
    Set<Fact> names = EnumSet.noneOf(Fact.class);
    parts.forEach(part -> names.addAll(part.names()));
    return names;
  }

  private static String alternatives(Collection<?> values) {
    return values.stream().map(Object::toString).collect(Collectors.joining(" or "));
  }

  private static String described(boolean present, List<?> tests) {
    if (!present) {
      return " absent";
    }
    return tests.isEmpty()
        ? " exists"
        : " " + tests.stream().map(Object::toString).collect(Collectors.joining(" and "));
  }
}
