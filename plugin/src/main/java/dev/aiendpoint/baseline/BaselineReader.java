package dev.aiendpoint.baseline;

import dev.aiendpoint.json.InvalidFileException;
import dev.aiendpoint.json.LocatedJson;
import dev.aiendpoint.json.LocatedJsonReader;
import dev.aiendpoint.stats.Goodput;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads a baseline file and finds everything that is wrong with it. Form: {@code
 * data/baselines/baseline.schema.json}; grammar of checks: {@link CheckParser}. Example:
 *
 * <pre>
 * { "plan": "ai-load", "profile": "connect",
 *   "thresholds": [
 *     { "id": "explanation-p95", "check": "p95(elapsed) &lt; 5 s", "target": "&lt; 3 s",
 *       "labels": "AI explanation*", "phases": "normal,peak", "cache": "MISS", "minSamples": 30 } ] }
 * </pre>
 */
public final class BaselineReader {

  /** What a precondition may be. */
  static final String PRECONDITION_RULE =
      "true or false, or ids of other thresholds of this file, comma separated";

  private final FileProblems problems;

  private BaselineReader(FileProblems problems) {
    this.problems = problems;
  }

  /**
   * @param file name to use in messages
   * @param text content of the file
   * @throws InvalidFileException with every problem and its place
   */
  public static Baseline read(String file, String text) throws InvalidFileException {
    LocatedJson root = LocatedJsonReader.read(file, text);
    FileProblems problems = new FileProblems(file, text);
    Baseline baseline = new BaselineReader(problems).read(root);
    problems.throwIfAny();
    return baseline;
  }

  private Baseline read(LocatedJson root) {
    if (!(root instanceof LocatedJson.Members object)) {
      problems.add(root.place(), ObjectReader.was("the file", root) + " but must be a JSON object");
      return null;
    }
    ObjectReader members = new ObjectReader(object, BaselineMember.OF_FILE, problems);
    members.text(BaselineMember.SCHEMA, "the address of the schema");
    Goodput goodput = new GoodputReader(problems).read(members);
    return new Baseline(
        value(members.required(BaselineMember.PLAN, "the name of a plan, such as smoke-test")),
        value(members.text(BaselineMember.PROFILE, "the name of a response profile")),
        value(members.text(BaselineMember.DESCRIPTION, "a text that is not empty")),
        goodput,
        thresholds(members, members.value(BaselineMember.GOODPUT).isPresent()),
        observed(members));
  }

  private static String value(Optional<LocatedJson.Text> text) {
    return text.map(LocatedJson.Text::value).orElse("");
  }

  private List<Threshold> thresholds(ObjectReader members, boolean isGoodputDeclared) {
    Optional<LocatedJson> value = members.value(BaselineMember.THRESHOLDS);
    String rule = "a list of thresholds, at least one: a run that checks nothing has no verdict";
    if (value.isEmpty()) {
      problems.add(members.place(), "member 'thresholds' is missing and must be " + rule);
      return List.of();
    }
    if (!(value.get() instanceof LocatedJson.Items items) || items.items().isEmpty()) {
      members.report(BaselineMember.THRESHOLDS, value.get(), rule);
      return List.of();
    }
    List<Threshold> thresholds = new ArrayList<>();
    Map<String, LocatedJson.Place> ids = new HashMap<>();
    for (LocatedJson item : items.items()) {
      if (item instanceof LocatedJson.Members object) {
        requireUniqueId(object, ids);
        new ThresholdReader(object, problems, isGoodputDeclared).read().ifPresent(thresholds::add);
      } else {
        problems.add(
            item.place(), ObjectReader.was("threshold", item) + " but must be a JSON object");
      }
    }
    for (LocatedJson item : items.items()) {
      if (item instanceof LocatedJson.Members object) {
        requireKnownPrecondition(object, ids.keySet());
      }
    }
    return thresholds;
  }

  private void requireKnownPrecondition(LocatedJson.Members object, Set<String> ids) {
    LocatedJson.Member member = object.members().get(BaselineMember.PRECONDITION);
    if (member != null && member.value() instanceof LocatedJson.Text text) {
      LocatedJson.Member own = object.members().get(BaselineMember.ID);
      for (String part : text.value().split(",")) {
        String id = part.strip();
        boolean isItself =
            own != null && own.value() instanceof LocatedJson.Text name && name.value().equals(id);
        if (!id.isEmpty() && (isItself || !ids.contains(id))) {
          problems.addInside(
              text,
              text.value().indexOf(id),
              "precondition was '" + id + "' but must be " + PRECONDITION_RULE);
        }
      }
    }
  }

  private void requireUniqueId(LocatedJson.Members object, Map<String, LocatedJson.Place> ids) {
    LocatedJson.Member member = object.members().get(BaselineMember.ID);
    if (member != null && member.value() instanceof LocatedJson.Text id) {
      LocatedJson.Place first = ids.putIfAbsent(id.value(), id.place());
      if (first != null) {
        problems.add(
            id.place(),
            ObjectReader.was("id", id)
                + " but must be unique, and line "
                + first.line()
                + " has it too");
      }
    }
  }

  private Optional<ObservedRun> observed(ObjectReader members) {
    Optional<LocatedJson> value = members.value(BaselineMember.OBSERVED);
    if (value.isPresent() && !(value.get() instanceof LocatedJson.Members)) {
      members.report(BaselineMember.OBSERVED, value.get(), "an object with promoted figures");
    }
    return value
        .filter(LocatedJson.Members.class::isInstance)
        .map(LocatedJson.Members.class::cast)
        .flatMap(object -> new ObservedReader(object, problems).read());
  }
}
