package dev.aiendpoint.classify;

import dev.aiendpoint.json.JsonPath;
import dev.aiendpoint.json.JsonPathSyntaxException;
import dev.aiendpoint.json.LocatedJson;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the {@code when} of a rule.
 *
 * <pre>
 * when        = { "status": S, "header": [H], "json": [J], "body": B, "error": E, "usage": U,
 *                 "stream": bool, "contentType": [text], "failure": [word],
 *                 "not": when, "anyOf": [when, …], "allOf": [when, …] }   ; all given must hold
 * S           = 503 | "503" | "5xx" | "200-299" | [S, …]
 * H           = { "name": text | begin "*", T… }   J = { "path": JSONPath, T… }
 * B, E        = text (contains) | { T… }      U = "reported" | "none" | "zero" | { "output": N }
 * T           = "exists": true | "absent": true | "equals": v | "contains": v | "matches": regex
 *             | "number": N                   ; each v a value or a list of alternatives
 * N           = "&gt; 0" | "= 0" | "&lt;= 5" | …
 * </pre>
 *
 * <p>Examples: {@code {"status": "5xx", "body": "is OPEN"}}, {@code {"json": {"path":
 * "$.metadata.cached", "equals": true}}}, {@code {"usage": "zero", "not": {"header": {"name":
 * "Age", "number": "> 0"}}}}. Lists of H or J mean any of them.
 */
final class ConditionReader {

  static final List<String> MEMBERS =
      List.of(
          "status",
          "header",
          "json",
          "body",
          "error",
          "usage",
          "stream",
          "contentType",
          "failure",
          "not",
          "anyOf",
          "allOf");
  static final List<String> TESTS =
      List.of("exists", "absent", "equals", "contains", "matches", "number");

  private static final int MAX_DEPTH = 6;
  private static final int MAX_ALTERNATIVES = 50;
  private static final int MAX_TEXT = 300;
  private static final Pattern STATUS = Pattern.compile("(?:([1-5])xx|(\\d{3})(?:-(\\d{3}))?)");
  private static final Pattern MEDIA_TYPE =
      Pattern.compile("[a-z0-9!#$&^_.+-]+/(?:\\*|[a-z0-9!#$&^_.+-]+)");

  private final ProblemLog log;

  ConditionReader(ProblemLog log) {
    this.log = log;
  }

  /** The condition; empty when it has problems, which are in the log. */
  Optional<Condition> read(LocatedJson when) {
    return read("when", when, 1);
  }

  private Optional<Condition> read(String name, LocatedJson when, int depth) {
    if (depth > MAX_DEPTH) {
      log.report(when.place(), "conditions must not be nested deeper than " + MAX_DEPTH);
      return Optional.empty();
    }
    int before = log.size();
    List<Condition> parts = new ArrayList<>();
    Optional<Map<String, LocatedJson.Member>> members = log.members(name, when, MEMBERS);
    members
        .orElse(Map.of())
        .forEach((member, found) -> part(member, found.value(), depth).ifPresent(parts::add));
    if (members.isPresent() && members.get().isEmpty()) {
      log.refuse(name, when, "an object with at least one condition; supported: " + names());
    }
    if (log.size() > before) {
      return Optional.empty();
    }
    return Optional.of(parts.size() == 1 ? parts.get(0) : new Condition.AllOf(List.copyOf(parts)));
  }

  private static String names() {
    return String.join(", ", MEMBERS);
  }

  private Optional<Condition> part(String member, LocatedJson value, int depth) {
    return switch (member) {
      case "status" -> Optional.of(status(value));
      case "header" -> anyOf(member, value, this::header);
      case "json" -> anyOf(member, value, this::json);
      case "body" -> body(value);
      case "error" -> error(value);
      case "usage" -> usage(value);
      case "stream" -> log.flag(member, value).map(Condition.Stream::new);
      case "contentType" -> Optional.of(contentType(value));
      case "failure" -> Optional.of(failure(value));
      case "not" -> read(member, value, depth + 1).map(Condition.Not::new);
      case "anyOf" -> Optional.of(new Condition.AnyOf(nested(member, value, depth)));
      case "allOf" -> Optional.of(new Condition.AllOf(nested(member, value, depth)));
      default -> Optional.empty();
    };
  }

  private List<Condition> nested(String name, LocatedJson value, int depth) {
    return log.items(name, value, MAX_ALTERNATIVES).stream()
        .map(item -> read(name, item, depth + 1))
        .flatMap(Optional::stream)
        .toList();
  }

  private Optional<Condition> anyOf(
      String name, LocatedJson value, Function<LocatedJson, Optional<Condition>> reader) {
    List<Condition> found =
        log.oneOrMore(name, value, MAX_ALTERNATIVES).stream()
            .map(reader)
            .flatMap(Optional::stream)
            .toList();
    return found.size() == 1 ? Optional.of(found.get(0)) : Optional.of(new Condition.AnyOf(found));
  }

  private Condition status(LocatedJson value) {
    List<Condition.Status.Range> ranges = new ArrayList<>();
    for (LocatedJson item : log.oneOrMore("status", value, MAX_ALTERNATIVES)) {
      Matcher matcher = STATUS.matcher(item.display());
      if (!matcher.matches() || item instanceof LocatedJson.Items) {
        log.refuse("status", item, "a status, a class or a range; supported: 503, 5xx, 200-299");
        continue;
      }
      if (matcher.group(1) != null) {
        int base = Integer.parseInt(matcher.group(1)) * 100;
        ranges.add(new Condition.Status.Range(base, base + 99, item.display()));
        continue;
      }
      int from = Integer.parseInt(matcher.group(2));
      int to = matcher.group(3) == null ? from : Integer.parseInt(matcher.group(3));
      if (from < 100 || to > 599 || from > to) {
        log.refuse("status", item, "between 100 and 599, the smaller first");
      } else {
        ranges.add(new Condition.Status.Range(from, to, item.display()));
      }
    }
    return new Condition.Status(List.copyOf(ranges));
  }

  private Optional<Condition> header(LocatedJson value) {
    Optional<Map<String, LocatedJson.Member>> members =
        log.members("header", value, with("name", TESTS));
    if (members.isEmpty()) {
      return Optional.empty();
    }
    Optional<String> name = headerPattern(members.get(), value);
    boolean present = present("header", members.get(), value);
    List<TextPredicate> tests = textTests("header", members.get());
    return name.map(found -> new Condition.Header(found, present, tests));
  }

  private Optional<String> headerPattern(
      Map<String, LocatedJson.Member> members, LocatedJson owner) {
    LocatedJson.Member member = members.get("name");
    if (member == null
        || !(member.value() instanceof LocatedJson.Text text)
        || !text.value().contains("*")) {
      return headerName("header.name", "name", members, owner);
    }
    if (HeaderName.isValidPattern(text.value())) {
      return Optional.of(text.value());
    }
    log.refuse(
        "header.name", text, "4 or more characters of a name before one '*' at its very end");
    return Optional.empty();
  }

  /** A member that names a header. */
  Optional<String> headerName(
      String name, String member, Map<String, LocatedJson.Member> members, LocatedJson owner) {
    if (!members.containsKey(member)) {
      log.report(owner.place(), name + " is missing but must name a header");
      return Optional.empty();
    }
    LocatedJson value = members.get(member).value();
    if (value instanceof LocatedJson.Text text && HeaderName.isValid(text.value())) {
      return Optional.of(text.value());
    }
    log.refuse(name, value, "the name of a header, such as Retry-After");
    return Optional.empty();
  }

  private Optional<Condition> json(LocatedJson value) {
    Optional<Map<String, LocatedJson.Member>> members =
        log.members("json", value, with("path", TESTS));
    if (members.isEmpty()) {
      return Optional.empty();
    }
    boolean present = present("json", members.get(), value);
    List<JsonPredicate> tests = jsonTests(members.get());
    if (!members.get().containsKey("path")) {
      log.report(value.place(), "json.path is missing but must be a path such as $.status");
      return Optional.empty();
    }
    return path("json.path", members.get().get("path").value())
        .map(path -> new Condition.Json(path, present, tests));
  }

  /** A JSONPath. */
  Optional<JsonPath> path(String name, LocatedJson value) {
    if (!(value instanceof LocatedJson.Text text)) {
      log.refuse(name, value, "a path such as $.status");
      return Optional.empty();
    }
    try {
      return Optional.of(JsonPath.compile(text.value()));
    } catch (JsonPathSyntaxException e) {
      log.report(value.place(), name + ": " + e.getMessage());
      return Optional.empty();
    }
  }

  private Optional<Condition> body(LocatedJson value) {
    List<TextPredicate> tests = textOrTests("body", value);
    if (value instanceof LocatedJson.Members object
        && (object.members().containsKey("absent") || object.members().containsKey("exists"))) {
      log.refuse("body", value, "tested by equals, contains, matches or number");
    }
    return Optional.of(new Condition.Body(tests));
  }

  private Optional<Condition> error(LocatedJson value) {
    boolean present =
        !(value instanceof LocatedJson.Members object) || present("error", object.members(), value);
    return Optional.of(new Condition.ErrorText(present, textOrTests("error", value)));
  }

  /** A text or a list of texts means "contains". */
  private List<TextPredicate> textOrTests(String name, LocatedJson value) {
    if (value instanceof LocatedJson.Members) {
      return textTests(name, log.members(name, value, TESTS).orElseThrow());
    }
    return List.of(new TextPredicate.Contains(texts(name, value)));
  }

  /** False for {@code "absent": true}; problems for what contradicts itself or tests nothing. */
  private boolean present(String name, Map<String, LocatedJson.Member> members, LocatedJson owner) {
    for (String word : List.of("exists", "absent")) {
      if (members.containsKey(word)
          && !(members.get(word).value() instanceof LocatedJson.Bool flag && flag.value())) {
        log.refuse(name + "." + word, members.get(word).value(), "true");
      }
    }
    long tests = TESTS.stream().filter(members::containsKey).count();
    if (tests == 0) {
      log.report(owner.place(), name + " tests nothing; supported: " + String.join(", ", TESTS));
    } else if (members.containsKey("absent") && tests > 1) {
      log.report(
          members.get("absent").namePlace(), name + ".absent must not stand beside other tests");
    }
    return !members.containsKey("absent");
  }

  private List<TextPredicate> textTests(String name, Map<String, LocatedJson.Member> members) {
    List<TextPredicate> tests = new ArrayList<>();
    members.forEach(
        (member, found) -> {
          String where = name + "." + member;
          switch (member) {
            case "equals" -> tests.add(new TextPredicate.Equals(texts(where, found.value())));
            case "contains" -> tests.add(new TextPredicate.Contains(texts(where, found.value())));
            case "matches" -> tests.add(new TextPredicate.Matches(patterns(where, found.value())));
            case "number" -> tests.add(new TextPredicate.Compares(numbers(where, found.value())));
            default -> {
              // name, path, exists and absent are read by the callers
            }
          }
        });
    return List.copyOf(tests);
  }

  private List<JsonPredicate> jsonTests(Map<String, LocatedJson.Member> members) {
    List<JsonPredicate> tests = new ArrayList<>();
    members.forEach(
        (member, found) -> {
          String where = "json." + member;
          switch (member) {
            case "equals" -> tests.add(new JsonPredicate.Equals(scalars(where, found.value())));
            case "contains" ->
                tests.add(
                    new JsonPredicate.Text(
                        new TextPredicate.Contains(texts(where, found.value()))));
            case "matches" ->
                tests.add(
                    new JsonPredicate.Text(
                        new TextPredicate.Matches(patterns(where, found.value()))));
            case "number" -> tests.add(new JsonPredicate.Compares(numbers(where, found.value())));
            default -> {
              // path, exists and absent are read by the caller
            }
          }
        });
    return List.copyOf(tests);
  }

  private List<JsonPredicate.Scalar> scalars(String name, LocatedJson value) {
    List<JsonPredicate.Scalar> scalars = new ArrayList<>();
    for (LocatedJson item : log.oneOrMore(name, value, MAX_ALTERNATIVES)) {
      if (item instanceof LocatedJson.Text text) {
        scalars.add(new JsonPredicate.Word(text.value()));
      } else if (item instanceof LocatedJson.Number number) {
        scalars.add(new JsonPredicate.Amount(number.value(), number.literal()));
      } else if (item instanceof LocatedJson.Bool flag) {
        scalars.add(new JsonPredicate.Flag(flag.value()));
      } else {
        log.refuse(name, item, "a text, a number, true or false (null: use absent)");
      }
    }
    return List.copyOf(scalars);
  }

  private List<String> texts(String name, LocatedJson value) {
    return log.oneOrMore(name, value, MAX_ALTERNATIVES).stream()
        .map(item -> log.text(name, item, MAX_TEXT))
        .flatMap(Optional::stream)
        .toList();
  }

  private List<BoundedPattern> patterns(String name, LocatedJson value) {
    List<BoundedPattern> patterns = new ArrayList<>();
    for (LocatedJson item : log.oneOrMore(name, value, MAX_ALTERNATIVES)) {
      try {
        if (item instanceof LocatedJson.Text text) {
          patterns.add(BoundedPattern.compile(text.value()));
        } else {
          log.refuse(name, item, "a regular expression");
        }
      } catch (IllegalArgumentException e) {
        log.refuse(name, item, e.getMessage());
      }
    }
    return List.copyOf(patterns);
  }

  private List<NumberComparison> numbers(String name, LocatedJson value) {
    List<NumberComparison> tests = new ArrayList<>();
    for (LocatedJson item : log.oneOrMore(name, value, MAX_ALTERNATIVES)) {
      Optional<NumberComparison> test =
          item instanceof LocatedJson.Text text
              ? NumberComparison.parse(text.value())
              : Optional.empty();
      test.ifPresentOrElse(
          tests::add,
          () ->
              log.refuse(
                  name,
                  item,
                  "a comparison with a number, such as '> 0'; supported: <, <=, >, >=, =, !="));
    }
    return List.copyOf(tests);
  }

  private Optional<Condition> usage(LocatedJson value) {
    if (!(value instanceof LocatedJson.Members)) {
      return log.word("usage", value, lowerCase(Condition.UsageWord.values()))
          .map(word -> Condition.UsageWord.valueOf(word.toUpperCase(Locale.ROOT)));
    }
    List<Condition> parts = new ArrayList<>();
    List<String> known =
        Arrays.stream(Condition.UsageCount.Count.values())
            .map(Condition.UsageCount.Count::word)
            .toList();
    Map<String, LocatedJson.Member> members = log.members("usage", value, known).orElseThrow();
    for (Condition.UsageCount.Count count : Condition.UsageCount.Count.values()) {
      if (members.containsKey(count.word())) {
        parts.add(
            new Condition.UsageCount(
                count, numbers("usage." + count.word(), members.get(count.word()).value())));
      }
    }
    if (members.isEmpty()) {
      log.report(value.place(), "usage tests nothing; supported: " + String.join(", ", known));
    }
    return Optional.of(parts.size() == 1 ? parts.get(0) : new Condition.AllOf(parts));
  }

  private Condition contentType(LocatedJson value) {
    List<String> types = new ArrayList<>();
    for (LocatedJson item : log.oneOrMore("contentType", value, MAX_ALTERNATIVES)) {
      String type = item.display().toLowerCase(Locale.ROOT);
      if (MEDIA_TYPE.matcher(type).matches()) {
        types.add(type);
      } else {
        log.refuse("contentType", item, "a media type; supported: application/json, text/*");
      }
    }
    return new Condition.ContentType(List.copyOf(types));
  }

  private Condition failure(LocatedJson value) {
    Set<FailureWord> words = EnumSet.noneOf(FailureWord.class);
    List<String> known = Arrays.stream(FailureWord.values()).map(Enum::name).toList();
    for (LocatedJson item : log.oneOrMore("failure", value, MAX_ALTERNATIVES)) {
      log.word("failure", item, known).map(FailureWord::valueOf).ifPresent(words::add);
    }
    return new Condition.Failure(words);
  }

  private static List<String> lowerCase(Enum<?>[] values) {
    return Arrays.stream(values).map(value -> value.name().toLowerCase(Locale.ROOT)).toList();
  }

  private static List<String> with(String first, List<String> others) {
    List<String> all = new ArrayList<>(List.of(first));
    all.addAll(others);
    return all;
  }
}
