package dev.aiendpoint.baseline;

import dev.aiendpoint.json.LocatedJson;
import dev.aiendpoint.phase.LoadScale;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Reads the block {@code observed} of a baseline file. Example:
 *
 * <pre>
 * { "date": "2026-03-01T02:03:04Z", "commit": "4205de4", "target": "https://connect.example",
 *   "samples": 13656, "scales": { "duration": 1, "users": 1 },
 *   "figures": {
 *     "explanation-p95": { "value": 1234.5, "unit": "ms", "n": 321,
 *                          "metric": "p95(elapsed)", "scope": "labels AI explanation*" } } }
 * </pre>
 */
final class ObservedReader {

  static final String DATE = "date";
  static final String COMMIT = "commit";
  static final String TARGET = "target";
  static final String SAMPLES = "samples";
  static final String SCALES = "scales";
  static final String DURATION = "duration";
  static final String USERS = "users";
  static final String FIGURES = "figures";
  static final String VALUE = "value";
  static final String UNIT = "unit";
  static final String COUNT = "n";
  static final String METRIC = "metric";
  static final String SCOPE = "scope";

  static final List<String> OF_RUN = List.of(DATE, COMMIT, TARGET, SAMPLES, SCALES, FIGURES);
  private static final List<String> OF_SCALES = List.of(DURATION, USERS);
  static final List<String> OF_FIGURE = List.of(VALUE, UNIT, COUNT, METRIC, SCOPE);
  private static final List<String> UNITS = List.of("ms", "%", "/s", "");

  private final FileProblems problems;
  private final ObjectReader members;

  ObservedReader(LocatedJson.Members object, FileProblems problems) {
    this.problems = problems;
    this.members = new ObjectReader(object, OF_RUN, problems);
  }

  /** Empty when there is a problem. */
  Optional<ObservedRun> read() {
    Optional<Instant> date = date();
    Optional<String> commit =
        members.text(COMMIT, "the commit of the promoted run").map(LocatedJson.Text::value);
    Optional<String> target = members.text(TARGET, "what was tested").map(LocatedJson.Text::value);
    OptionalDouble samples = number(members, SAMPLES, "a whole number from 1", 1);
    Optional<LoadScale> scale = scale();
    Optional<Map<String, ObservedFigure>> figures = figures();
    return date.isPresent() && samples.isPresent() && scale.isPresent() && figures.isPresent()
        ? Optional.of(
            new ObservedRun(
                date.get(),
                commit,
                target.orElse(""),
                (long) samples.getAsDouble(),
                scale.get(),
                figures.get()))
        : Optional.empty();
  }

  private Optional<Instant> date() {
    String rule = "when the run ended, such as 2026-03-01T02:03:04Z";
    Optional<LocatedJson.Text> text = members.required(DATE, rule);
    try {
      return text.map(known -> Instant.parse(known.value()));
    } catch (DateTimeException e) {
      members.report(DATE, text.get(), rule);
      return Optional.empty();
    }
  }

  private Optional<LoadScale> scale() {
    Optional<ObjectReader> scales = object(members, SCALES, OF_SCALES);
    if (scales.isEmpty()) {
      return Optional.empty();
    }
    String rule = "a number above 0 and up to 1000";
    OptionalDouble duration = number(scales.get(), DURATION, rule, Double.MIN_VALUE);
    OptionalDouble users = number(scales.get(), USERS, rule, Double.MIN_VALUE);
    try {
      return duration.isPresent() && users.isPresent()
          ? Optional.of(new LoadScale(duration.getAsDouble(), users.getAsDouble()))
          : Optional.empty();
    } catch (IllegalArgumentException e) {
      problems.add(scales.get().place(), e.getMessage());
      return Optional.empty();
    }
  }

  private Optional<Map<String, ObservedFigure>> figures() {
    Optional<LocatedJson> value = members.value(FIGURES);
    if (!(value.orElse(null) instanceof LocatedJson.Members byId)) {
      requireObject(members, FIGURES, value);
      return Optional.empty();
    }
    Map<String, ObservedFigure> figures = new LinkedHashMap<>();
    byId.members()
        .forEach(
            (id, member) -> {
              if (member.value() instanceof LocatedJson.Members object) {
                figure(new ObjectReader(object, OF_FIGURE, problems))
                    .ifPresent(figure -> figures.put(id, figure));
              } else {
                problems.add(
                    member.value().place(),
                    ObjectReader.was(id, member.value()) + " but must be an object with a figure");
              }
            });
    return Optional.of(figures);
  }

  private Optional<ObservedFigure> figure(ObjectReader object) {
    OptionalDouble value = number(object, VALUE, "a number that is not negative", 0);
    OptionalDouble samples = number(object, COUNT, "a whole number from 1", 1);
    String unit = unit(object);
    Optional<LocatedJson.Text> metric = object.required(METRIC, "a metric, as a check has it");
    Optional<LocatedJson.Text> scope = object.required(SCOPE, "a selection, as a verdict has it");
    return value.isPresent() && samples.isPresent() && metric.isPresent() && scope.isPresent()
        ? Optional.of(
            new ObservedFigure(
                value.getAsDouble(),
                unit,
                (long) samples.getAsDouble(),
                metric.get().value(),
                scope.get().value()))
        : Optional.empty();
  }

  private static String unit(ObjectReader object) {
    Optional<LocatedJson> value = object.value(UNIT);
    if (value.orElse(null) instanceof LocatedJson.Text text && UNITS.contains(text.value())) {
      return text.value();
    }
    object.report(
        UNIT,
        value.orElse(new LocatedJson.Text(object.place(), "")),
        "the unit of the figure; supported: ms, %, /s, or empty text for none");
    return "";
  }

  private Optional<ObjectReader> object(ObjectReader reader, String name, List<String> known) {
    Optional<LocatedJson> value = reader.value(name);
    if (value.orElse(null) instanceof LocatedJson.Members object) {
      return Optional.of(new ObjectReader(object, known, problems));
    }
    requireObject(reader, name, value);
    return Optional.empty();
  }

  private void requireObject(ObjectReader reader, String name, Optional<LocatedJson> value) {
    if (value.isPresent()) {
      reader.report(name, value.get(), "an object");
    } else {
      problems.add(reader.place(), "member '" + name + "' is missing and must be an object");
    }
  }

  private OptionalDouble number(ObjectReader reader, String name, String rule, double least) {
    Optional<LocatedJson> value = reader.value(name);
    if (value.isEmpty()) {
      problems.add(reader.place(), "member '" + name + "' is missing and must be " + rule);
      return OptionalDouble.empty();
    }
    if (value.get() instanceof LocatedJson.Number number
        && number.value() >= least
        && Double.isFinite(number.value())
        && (!rule.startsWith("a whole") || number.value() == Math.rint(number.value()))) {
      return OptionalDouble.of(number.value());
    }
    reader.report(name, value.get(), rule);
    return OptionalDouble.empty();
  }
}
