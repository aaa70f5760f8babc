package dev.aiendpoint.classify;

import dev.aiendpoint.exchange.CacheStatus;
import dev.aiendpoint.exchange.CircuitEvidence;
import dev.aiendpoint.exchange.CircuitState;
import dev.aiendpoint.exchange.Outcome;
import dev.aiendpoint.json.InvalidFileException;
import dev.aiendpoint.json.JsonPath;
import dev.aiendpoint.json.LocatedJson;
import dev.aiendpoint.json.LocatedJsonReader;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads a response profile from JSON and compiles it; finds all problems of a file at once.
 *
 * <pre>
 * profile = { "name": id, "description": text, "sources": [text, …], "currency": "KRW",
 *             "prices": { "inputPer1000": n, "outputPer1000": n, "cachedInputPer1000": n,
 *                         "inputIncludesCached": bool },
 *             "wireFormat": "auto", "usage": [usage, …], "cost": [cost, …],
 *             "outcome": [rule, …], "cache": [rule, …], "circuit": [rule, …] }
 * rule    = { "id": id, "when": when, "then": word, "message": template,
 *             "evidence": "V" | "3P" | "U", "source": text }
 * usage   = { "input": path, "output": path, "cachedInput": path, "reasoning": path }
 * cost    = { "json": path } | { "header": name }
 * </pre>
 *
 * <p>{@code then} is an outcome such as {@code FALLBACK}, a cache status such as {@code HIT}, or
 * circuit evidence such as {@code OPEN explicit}. {@code when} is read by {@link ConditionReader},
 * {@code message} by {@link MessageTemplate}. Examples are the bundled profiles in {@code
 * data/profiles}.
 */
public final class ResponseProfileReader {

  static final List<String> MEMBERS =
      List.of(
          "$schema",
          "name",
          "description",
          "sources",
          "currency",
          "prices",
          "wireFormat",
          "usage",
          "cost",
          "outcome",
          "cache",
          "circuit");
  static final List<String> RULE_MEMBERS =
      List.of("id", "when", "then", "message", "evidence", "source");
  static final List<String> PRICE_MEMBERS =
      List.of("inputPer1000", "outputPer1000", "cachedInputPer1000", "inputIncludesCached");
  static final List<String> USAGE_MEMBERS = List.of("input", "output", "cachedInput", "reasoning");
  static final List<String> COST_MEMBERS = List.of("json", "header");

  private static final int MAX_RULES = 200;
  private static final int MAX_TEXT = 500;
  private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9.-]{0,59}");
  private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");

  private final ProblemLog log;
  private final ConditionReader conditions;
  private final Map<String, LocatedJson.Place> ids = new HashMap<>();

  private ResponseProfileReader(String fileName) {
    this.log = new ProblemLog(fileName);
    this.conditions = new ConditionReader(log);
  }

  /**
   * Reads a profile.
   *
   * @param fileName name to use in messages
   * @throws InvalidFileException with every problem of the file, each with line and column
   */
  public static ResponseProfile read(String fileName, String text) throws InvalidFileException {
    return new ResponseProfileReader(fileName).read(LocatedJsonReader.read(fileName, text));
  }

  private ResponseProfile read(LocatedJson root) throws InvalidFileException {
    Map<String, LocatedJson.Member> members =
        log.members("profile", root, MEMBERS).orElse(Map.of());
    if (root instanceof LocatedJson.Members && !members.containsKey("name")) {
      log.report(root.place(), "name is missing but must name the profile");
    }
    value(members, "sources")
        .ifPresent(
            value ->
                log.items("sources", value, MAX_RULES)
                    .forEach(item -> log.text("sources", item, MAX_TEXT)));
    ResponseProfile.Parts parts =
        new ResponseProfile.Parts(
            value(members, "name").flatMap(value -> id("name", value)).orElse(""),
            value(members, "description")
                .flatMap(value -> log.text("description", value, MAX_TEXT))
                .orElse(""),
            value(members, "currency").flatMap(this::currency).orElse(""),
            value(members, "wireFormat").flatMap(value -> id("wireFormat", value)).orElse("auto"),
            value(members, "prices").flatMap(this::prices),
            list(members, "usage", this::usage),
            list(members, "cost", this::cost),
            list(members, "outcome", item -> rule("outcome", item, OUTCOMES)),
            list(members, "cache", item -> rule("cache", item, CACHE)),
            list(members, "circuit", item -> rule("circuit", item, CIRCUIT)));
    if (members.containsKey("prices") && !members.containsKey("currency")) {
      log.report(
          members.get("prices").namePlace(), "currency is missing but must be given with prices");
    }
    if (root instanceof LocatedJson.Members
        && Stream.of("outcome", "cache", "circuit").noneMatch(members::containsKey)) {
      log.report(root.place(), "the profile has no rules; supported: outcome, cache, circuit");
    }
    log.throwIfAny();
    return new ResponseProfile(parts);
  }

  private static Optional<LocatedJson> value(Map<String, LocatedJson.Member> members, String name) {
    return Optional.ofNullable(members.get(name)).map(LocatedJson.Member::value);
  }

  private <T> List<T> list(
      Map<String, LocatedJson.Member> members,
      String name,
      Function<LocatedJson, Optional<T>> reader) {
    return value(members, name)
        .map(value -> log.items(name, value, MAX_RULES))
        .orElse(List.of())
        .stream()
        .map(reader)
        .flatMap(Optional::stream)
        .toList();
  }

  private Optional<String> id(String name, LocatedJson value) {
    if (value instanceof LocatedJson.Text text && ID.matcher(text.value()).matches()) {
      return Optional.of(text.value());
    }
    log.refuse(name, value, "1 to 60 of a-z 0-9 . -, a letter or digit first");
    return Optional.empty();
  }

  private Optional<String> currency(LocatedJson value) {
    if (value instanceof LocatedJson.Text text && CURRENCY.matcher(text.value()).matches()) {
      return Optional.of(text.value());
    }
    log.refuse("currency", value, "an ISO 4217 code, such as KRW, USD or EUR");
    return Optional.empty();
  }

  private Optional<Prices> prices(LocatedJson value) {
    Optional<Map<String, LocatedJson.Member>> found = log.members("prices", value, PRICE_MEMBERS);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    Map<String, LocatedJson.Member> members = found.get();
    for (String needed : List.of("inputPer1000", "outputPer1000")) {
      if (!members.containsKey(needed)) {
        log.report(value.place(), "prices." + needed + " is missing but must be a price");
      }
    }
    return Optional.of(
        new Prices(
            price(members, "inputPer1000").orElse(0),
            price(members, "outputPer1000").orElse(0),
            price(members, "cachedInputPer1000"),
            value(members, "inputIncludesCached")
                .flatMap(flag -> log.flag("prices.inputIncludesCached", flag))
                .orElse(true)));
  }

  private OptionalDouble price(Map<String, LocatedJson.Member> members, String name) {
    Optional<LocatedJson> value = value(members, name);
    if (value.isEmpty()) {
      return OptionalDouble.empty();
    }
    if (value.get() instanceof LocatedJson.Number number
        && number.value() >= 0
        && number.value() <= 1e9) {
      return OptionalDouble.of(number.value());
    }
    log.refuse("prices." + name, value.get(), "a number from 0 to 1000000000");
    return OptionalDouble.empty();
  }

  private Optional<UsageSource> usage(LocatedJson item) {
    Optional<Map<String, LocatedJson.Member>> members = log.members("usage", item, USAGE_MEMBERS);
    if (members.isPresent() && members.get().isEmpty()) {
      log.refuse("usage", item, "an object with paths; supported: input, output");
    }
    return members.map(
        found ->
            new UsageSource(
                singlePath("usage.input", value(found, "input")),
                singlePath("usage.output", value(found, "output")),
                singlePath("usage.cachedInput", value(found, "cachedInput")),
                singlePath("usage.reasoning", value(found, "reasoning"))));
  }

  private Optional<JsonPath> singlePath(String name, Optional<LocatedJson> value) {
    Optional<JsonPath> path = value.flatMap(found -> conditions.path(name, found));
    if (path.isPresent() && path.get().hasWildcard()) {
      log.refuse(name, value.get(), "a path without wildcards: it must lead to one value");
    }
    return path;
  }

  private Optional<CostSource> cost(LocatedJson item) {
    Optional<Map<String, LocatedJson.Member>> members = log.members("cost", item, COST_MEMBERS);
    if (members.isEmpty()) {
      return Optional.empty();
    }
    if (members.get().size() != 1) {
      log.refuse("cost", item, "an object with one member; supported: json, header");
      return Optional.empty();
    }
    if (members.get().containsKey("json")) {
      return singlePath("cost.json", value(members.get(), "json")).map(CostSource.InJson::new);
    }
    return members.get().containsKey("header")
        ? conditions
            .headerName("cost.header", "header", members.get(), item)
            .map(CostSource.InHeader::new)
        : Optional.empty();
  }

  private static final Map<String, Outcome> OUTCOMES = outcomes();
  private static final Map<String, CacheStatus> CACHE =
      byName(CacheStatus.values(), CacheStatus::name);
  private static final Map<String, CircuitEvidence> CIRCUIT =
      byName(circuitEvidence(), ResponseProfileReader::circuitWord);

  /** ASSERTION_FAILED is missing: only an assertion of a plan can say it. */
  private static Map<String, Outcome> outcomes() {
    Map<String, Outcome> words = byName(Outcome.values(), Outcome::name);
    words.remove(Outcome.ASSERTION_FAILED.name());
    return words;
  }

  private static CircuitEvidence[] circuitEvidence() {
    return Stream.concat(
            Arrays.stream(CircuitState.values())
                .filter(state -> state != CircuitState.UNKNOWN)
                .flatMap(
                    state ->
                        Stream.of(
                            CircuitEvidence.explicit(state), CircuitEvidence.inferred(state))),
            Stream.of(CircuitEvidence.NONE))
        .toArray(CircuitEvidence[]::new);
  }

  private static String circuitWord(CircuitEvidence evidence) {
    return evidence.state() == CircuitState.UNKNOWN ? "UNKNOWN" : evidence.asColumn();
  }

  private static <T> Map<String, T> byName(T[] values, Function<T, String> name) {
    Map<String, T> words = new LinkedHashMap<>();
    Arrays.stream(values).forEach(value -> words.put(name.apply(value), value));
    return words;
  }

  private <T> Optional<Rule<T>> rule(String section, LocatedJson item, Map<String, T> words) {
    Optional<Map<String, LocatedJson.Member>> found =
        log.members(section + " rule", item, RULE_MEMBERS);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    Map<String, LocatedJson.Member> members = found.get();
    for (String needed : List.of("id", "when", "then")) {
      if (!members.containsKey(needed)) {
        log.report(item.place(), section + " rule: " + needed + " is missing");
      }
    }
    Optional<String> id = value(members, "id").flatMap(value -> id("id", value));
    id.ifPresent(name -> unique(name, members.get("id").value().place()));
    Optional<Condition> when = value(members, "when").flatMap(conditions::read);
    Optional<T> then =
        value(members, "then")
            .flatMap(value -> log.word("then", value, words.keySet()))
            .map(words::get);
    value(members, "evidence")
        .ifPresent(value -> log.word("evidence", value, List.of("V", "3P", "U")));
    value(members, "source").ifPresent(value -> log.text("source", value, MAX_TEXT));
    Optional<MessageTemplate> message = value(members, "message").flatMap(this::message);
    if (section.equals("outcome")) {
      when.ifPresent(condition -> checkSuccess(then, condition, message, members));
    } else if (message.isPresent()) {
      log.report(
          members.get("message").namePlace(), section + " rule: message is for outcome rules only");
    }
    return id.isPresent() && when.isPresent() && then.isPresent()
        ? Optional.of(new Rule<>(id.get(), when.get(), then.get(), message))
        : Optional.empty();
  }

  private void checkSuccess(
      Optional<?> then,
      Condition when,
      Optional<MessageTemplate> message,
      Map<String, LocatedJson.Member> members) {
    if (then.isEmpty() || !((Outcome) then.get()).isSuccess()) {
      return;
    }
    LocatedJson value = members.get("then").value();
    if (when.names().contains(Fact.ERROR) || when.names().contains(Fact.FAILURE)) {
      log.refuse("then", value, "no success where the condition names an error or a failure");
    }
    if (message.isPresent()) {
      log.report(members.get("message").namePlace(), "outcome rule: a success has no message");
    }
  }

  private void unique(String id, LocatedJson.Place place) {
    LocatedJson.Place earlier = ids.putIfAbsent(id, place);
    if (earlier != null) {
      log.report(
          place,
          "id was '"
              + id
              + "' but must be unique in the profile; it stands already in line "
              + earlier.line());
    }
  }

  private Optional<MessageTemplate> message(LocatedJson value) {
    Optional<String> text = log.text("message", value, MessageTemplate.MAX_LENGTH);
    try {
      return text.map(MessageTemplate::compile);
    } catch (IllegalArgumentException e) {
      log.refuse("message", value, e.getMessage());
      return Optional.empty();
    }
  }
}
