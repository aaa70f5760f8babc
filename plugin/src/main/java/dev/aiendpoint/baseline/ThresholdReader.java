package dev.aiendpoint.baseline;

import dev.aiendpoint.exchange.CacheStatus;
import dev.aiendpoint.exchange.Outcome;
import dev.aiendpoint.json.LocatedJson;
import dev.aiendpoint.sample.OperationClass;
import dev.aiendpoint.stats.Scope;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads one threshold of a baseline file; rules that join several members are here too. */
final class ThresholdReader {

  private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");
  private static final Pattern PERCENT = Pattern.compile("(\\d+(?:\\.\\d+)?)\\s*%");
  private static final Pattern DURATION = Pattern.compile("(\\d+(?:\\.\\d+)?)\\s*(ms|s|min)");

  private final ObjectReader members;
  private final FileProblems problems;

  private final boolean isGoodputDeclared;

  /**
   * @param isGoodputDeclared true when the file says what requests must achieve
   */
  ThresholdReader(LocatedJson.Members object, FileProblems problems, boolean isGoodputDeclared) {
    this.members = new ObjectReader(object, BaselineMember.OF_THRESHOLD, problems);
    this.problems = problems;
    this.isGoodputDeclared = isGoodputDeclared;
  }

  /** Empty when there is a problem that leaves no threshold. */
  Optional<Threshold> read() {
    Optional<LocatedJson.Text> id = id();
    Optional<Check> check = check();
    Optional<Limit> target = check.flatMap(this::target);
    Scope scope = scope();
    check.ifPresent(this::requireScopeThatFits);
    double tolerance = tolerance(check);
    long minSamples = minSamples();
    Optional<AbortRule> abort = abort();
    check.filter(known -> abort.isPresent()).ifPresent(this::requireLimitThatMayStop);
    Optional<Condition> when = when();
    Optional<LimitScale> scale = scale(check);
    Precondition precondition = precondition();
    String description =
        members
            .text(BaselineMember.DESCRIPTION, "a text that is not empty")
            .map(LocatedJson.Text::value)
            .orElse("");
    return check.map(
        known ->
            new Threshold(
                id.map(LocatedJson.Text::value).orElse(""),
                description,
                known,
                target,
                scope,
                minSamples,
                tolerance,
                abort,
                when,
                scale,
                precondition));
  }

  private Optional<LocatedJson.Text> id() {
    String rule = "letters, digits, '.', '_' and '-', such as explanation-p95";
    Optional<LocatedJson.Text> id = members.required(BaselineMember.ID, rule);
    id.filter(text -> !ID.matcher(text.value()).matches())
        .ifPresent(text -> members.report(BaselineMember.ID, text, rule));
    return id;
  }

  private Optional<Check> check() {
    Optional<LocatedJson.Text> text =
        members.required(BaselineMember.CHECK, "a metric and a limit, such as p95(elapsed) < 5 s");
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(CheckParser.parse(text.get().value()));
    } catch (CheckSyntaxException e) {
      report(BaselineMember.CHECK, text.get(), e);
      return Optional.empty();
    }
  }

  private Optional<Limit> target(Check check) {
    Optional<LocatedJson.Text> text =
        members.text(BaselineMember.TARGET, "a comparison without metric, such as < 3 s");
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      Limit target = CheckParser.parseTarget(text.get().value(), check.metric().dimension());
      Optional<AcceptedRange> allowed = check.limit().comparison().range(0);
      Optional<AcceptedRange> wished = target.comparison().range(0);
      if (check.limit().comparison() instanceof Comparison.OfObserved) {
        members.report(
            BaselineMember.TARGET,
            text.get(),
            "absent where the limit is relative to the promoted run");
      }
      if (allowed.isPresent() && (wished.isEmpty() || !allowed.get().containsAll(wished.get()))) {
        members.report(
            BaselineMember.TARGET,
            text.get(),
            "at least as strict as the limit '" + check.limit().text() + "'");
      }
      return Optional.of(target);
    } catch (CheckSyntaxException e) {
      report(BaselineMember.TARGET, text.get(), e);
      return Optional.empty();
    }
  }

  private void report(String name, LocatedJson.Text text, CheckSyntaxException e) {
    problems.addInside(text, e.index(), ObjectReader.was(name, text) + " but " + e.getMessage());
  }

  private Scope scope() {
    return new Scope(
        labels(),
        phases(),
        constants(BaselineMember.OPERATIONS, "an operation class", OperationClass.class),
        constants(BaselineMember.OUTCOMES, "an outcome", Outcome.class),
        constants(BaselineMember.CACHE, "a cache status", CacheStatus.class));
  }

  private Set<String> phases() {
    Set<String> phases = new LinkedHashSet<>();
    members
        .items(BaselineMember.PHASES, "phase names, comma separated")
        .forEach(item -> phases.add(item.value()));
    return phases;
  }

  private List<String> labels() {
    List<ObjectReader.Item> items =
        members.items(BaselineMember.LABELS, "label patterns, comma separated, such as AI chat*");
    for (ObjectReader.Item item : items) {
      LabelPatterns.mistakeIn(item.value())
          .ifPresent(
              rule ->
                  problems.addInside(
                      (LocatedJson.Text) members.value(BaselineMember.LABELS).orElseThrow(),
                      item.index(),
                      "labels was '" + item.value() + "' but must be " + rule));
    }
    return items.stream().map(ObjectReader.Item::value).toList();
  }

  private <E extends Enum<E>> Set<E> constants(String name, String rule, Class<E> type) {
    List<String> words = Arrays.stream(type.getEnumConstants()).map(Enum::name).toList();
    return new LinkedHashSet<>(
        members.items(
            name,
            rule,
            words,
            word ->
                Arrays.stream(type.getEnumConstants())
                    .filter(constant -> constant.name().equals(word))
                    .findFirst()));
  }

  /** A part of a selection by the same property is all of it or nothing: no check at all. */
  private void requireScopeThatFits(Check check) {
    Optional<Part> part = check.metric().part();
    if (part.filter(Part.OfCache.class::isInstance).isPresent()) {
      requireAbsent(BaselineMember.CACHE, "the check is about cache statuses itself");
    }
    if (part.filter(known -> !known.outcomes().isEmpty()).isPresent()) {
      requireAbsent(BaselineMember.OUTCOMES, "the check is about outcomes itself");
    }
    if (part.filter(Part.Goodput.class::isInstance).isPresent()) {
      requireAbsent(BaselineMember.OUTCOMES, "goodput counts every attempt, however it ended");
      if (!isGoodputDeclared) {
        members
            .value(BaselineMember.CHECK)
            .ifPresent(
                text ->
                    members.report(
                        BaselineMember.CHECK,
                        text,
                        "about something else unless the file's member 'goodput' says what a"
                            + " request must achieve, such as {\"elapsed\": \"5 s\"}"));
      }
    }
    if (check.metric() instanceof ArrivalMetric) {
      String because = "arrivals are counted by thread group, for the whole run";
      requireAbsent(BaselineMember.LABELS, because);
      requireAbsent(BaselineMember.PHASES, because);
      requireAbsent(BaselineMember.OPERATIONS, because);
      requireAbsent(BaselineMember.OUTCOMES, because);
      requireAbsent(BaselineMember.CACHE, because);
    }
    if (check.metric() instanceof CircuitMetric) {
      String because = "a circuit stands behind AI requests, whatever their answers";
      requireAbsent(BaselineMember.OPERATIONS, because);
      requireAbsent(BaselineMember.OUTCOMES, because);
      requireAbsent(BaselineMember.CACHE, because);
    }
    if (check.metric() instanceof CircuitMetric.Count count && !count.isKnownByPhase()) {
      requireAbsent(BaselineMember.PHASES, "the figure is one of the whole run");
    }
    if (check.metric() instanceof RateLimitMetric) {
      requireAbsent(BaselineMember.OUTCOMES, "the check is about refused requests itself");
      requireAbsent(BaselineMember.CACHE, "the check is about refused requests itself");
    }
    if (check.metric() instanceof Metric.OperationShare) {
      requireAbsent(BaselineMember.OPERATIONS, "the check is about operation classes itself");
    }
  }

  /** A count on its way up to its minimum is no breach that lasts. */
  private void requireLimitThatMayStop(Check check) {
    boolean hasUpperEnd =
        anExampleOf(check.limit().comparison())
            .range(0)
            .filter(range -> !Double.isInfinite(range.high()))
            .isPresent();
    if (check.metric().onlyGrows() && !hasUpperEnd) {
      requireAbsent(
          BaselineMember.ABORT, "the figure only grows, so the limit is decided at the end");
    }
  }

  /** What a promoted figure of 1 would make of a relative limit. */
  private static Comparison anExampleOf(Comparison comparison) {
    return comparison instanceof Comparison.OfObserved relative ? relative.bound(1) : comparison;
  }

  private void requireAbsent(String name, String because) {
    members.value(name).ifPresent(value -> members.report(name, value, "absent, since " + because));
  }

  private long minSamples() {
    Optional<LocatedJson> value = members.value(BaselineMember.MIN_SAMPLES);
    if (value.isEmpty()) {
      return Threshold.DEFAULT_MIN_SAMPLES;
    }
    if (value.get() instanceof LocatedJson.Number number
        && number.value() >= 1
        && number.value() == Math.rint(number.value())) {
      return (long) number.value();
    }
    members.report(
        BaselineMember.MIN_SAMPLES,
        value.get(),
        "a whole number from 1: a verdict on no sample says nothing");
    return Threshold.DEFAULT_MIN_SAMPLES;
  }

  private double tolerance(Optional<Check> check) {
    String rule = "a part of the limit, more than 0 % and at most 100 %, such as 20 %";
    Optional<LocatedJson.Text> text = members.text(BaselineMember.TOLERANCE, rule);
    if (text.isEmpty()) {
      return 0;
    }
    Matcher percent = PERCENT.matcher(text.get().value().strip());
    double value = percent.matches() ? Double.parseDouble(percent.group(1)) : 0;
    if (value <= 0 || value > 100) {
      members.report(BaselineMember.TOLERANCE, text.get(), rule);
      return 0;
    }
    if (members.value(BaselineMember.CHECK).isEmpty()) {
      members.report(BaselineMember.TOLERANCE, text.get(), "absent where no check sets a limit");
    }
    check
        .map(known -> anExampleOf(known.limit().comparison()))
        .filter(comparison -> hasNothingToTolerate(comparison))
        .ifPresent(
            comparison ->
                members.report(
                    BaselineMember.TOLERANCE,
                    text.get(),
                    "absent where the limit is 0 or '!=': there is nothing to take a part of"));
    return value;
  }

  private static boolean hasNothingToTolerate(Comparison comparison) {
    OptionalDouble number = comparison.number();
    return comparison.range(0).isEmpty() || number.isPresent() && number.getAsDouble() == 0;
  }

  private Optional<AbortRule> abort() {
    LocatedJson value = members.value(BaselineMember.ABORT).orElse(null);
    if (value instanceof LocatedJson.Bool flag) {
      return flag.value() ? Optional.of(AbortRule.DEFAULT) : Optional.empty();
    }
    if (value instanceof LocatedJson.Members object) {
      ObjectReader inner = new ObjectReader(object, BaselineMember.OF_ABORT, problems);
      String rule = "a duration, such as 30 s";
      return inner
          .required(BaselineMember.ABORT_AFTER, rule)
          .flatMap(text -> duration(inner, BaselineMember.ABORT_AFTER, text, rule));
    }
    String rule = "true, false, a duration such as 30 s, or {\"after\": \"30 s\"}";
    return members
        .text(BaselineMember.ABORT, rule)
        .flatMap(text -> duration(members, BaselineMember.ABORT, text, rule));
  }

  private static Optional<AbortRule> duration(
      ObjectReader reader, String name, LocatedJson.Text text, String rule) {
    Matcher duration = DURATION.matcher(text.value().strip());
    if (!duration.matches()) {
      reader.report(name, text, rule + "; supported: ms, s, min");
      return Optional.empty();
    }
    double millis = Dimension.TIME.kept(new BigDecimal(duration.group(1)), duration.group(2));
    return Optional.of(new AbortRule(Duration.ofMillis(Math.round(millis))));
  }

  private Optional<Condition> when() {
    String rule = "a condition on a setting, such as smoke.ai=on or smoke.ai!=off";
    Optional<LocatedJson.Text> text = members.text(BaselineMember.WHEN, rule);
    Optional<Condition> condition = text.flatMap(known -> Condition.parse(known.value()));
    if (text.isPresent() && condition.isEmpty()) {
      members.report(BaselineMember.WHEN, text.get(), rule);
    }
    return condition;
  }

  /** Whether the ids are there is for the reader of the whole file to tell. */
  private Precondition precondition() {
    Optional<LocatedJson> value = members.value(BaselineMember.PRECONDITION);
    if (value.isEmpty()) {
      return Precondition.OF_NONE;
    }
    if (value.get() instanceof LocatedJson.Bool flag) {
      return flag.value() ? Precondition.OF_ALL : Precondition.OF_NONE;
    }
    Set<String> ids = new LinkedHashSet<>();
    members
        .items(BaselineMember.PRECONDITION, BaselineReader.PRECONDITION_RULE)
        .forEach(item -> ids.add(item.value()));
    return Precondition.of(ids);
  }

  private Optional<LimitScale> scale(Optional<Check> check) {
    String rule = "a setting that the limit grows and shrinks with";
    Optional<LocatedJson.Text> text = members.text(BaselineMember.SCALE, rule);
    Optional<LimitScale> scale = text.flatMap(known -> LimitScale.ofWord(known.value()));
    if (text.isPresent() && scale.isEmpty()) {
      members.report(
          BaselineMember.SCALE,
          text.get(),
          rule + "; supported: " + String.join(", ", LimitScale.words()));
    }
    check
        .filter(known -> scale.isPresent() && !scale.get().fits(known))
        .ifPresent(
            known -> members.report(BaselineMember.SCALE, text.get(), scale.get().fitting()));
    return scale;
  }
}
